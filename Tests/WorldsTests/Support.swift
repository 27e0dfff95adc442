import Randomness
import Testing
import Tokenization
import Worlds

/// A world and its ids for words, so that tests read like the documents that they are about.
struct Fixture {
  let world: EmbeddedWorld

  init(_ configuration: WorldConfiguration = .skills12) throws {
    world = try EmbeddedWorld(configuration)
  }

  func tokens(_ text: String) throws -> [Int32] {
    try #require(world.vocabulary.encode(text), "unknown word in: \(text)")
  }

  func name(_ word: String) throws -> Int32 { try #require(world.vocabulary.id(of: word)) }
}

func stream(_ path: String) -> RandomStream { RandomStream(seed: 20_260_127, path: path) }

let presets: [WorldConfiguration] = [.skills12, .chain6]
