public import Foundation
import Randomness

/// Damages what a server sends, in the same way each time.
public struct ResponseMutator: Sendable {
  /// SOAR_FUZZ_ROUNDS=100 gives about 10,000 mutations of each kind of response.
  public static var rounds: Int {
    ProcessInfo.processInfo.environment["SOAR_FUZZ_ROUNDS"].flatMap(Int.init) ?? 10
  }

  private static let pieces = [
    "null", "-1", "1e999", "9223372036854775808", "{", "[[[[", "\"\\ud800\"", "", "true", "\u{0}",
  ]

  private var stream: RandomStream

  public init(seed: UInt64, path: String) {
    stream = RandomStream(seed: seed, path: path)
  }

  /// Whether one of a share of responses is to be mutated.
  public mutating func chooses(_ share: Double) -> Bool { stream.bernoulli(share) }

  public mutating func element<Element>(of elements: [Element]) -> Element {
    stream.element(of: elements)
  }

  public mutating func mutated(_ data: Data) -> Data {
    var bytes = [UInt8](data)
    for _ in 0...stream.integer(below: 3) where !bytes.isEmpty {
      let place = stream.integer(below: bytes.count)
      switch stream.integer(below: 6) {
      case 0: bytes[place] = UInt8(truncatingIfNeeded: stream.nextWord())
      case 1: bytes[place] ^= 1 << UInt8(stream.integer(below: 8))
      case 2: bytes.removeSubrange(place...)
      case 3:
        bytes.insert(contentsOf: Array(stream.element(of: Self.pieces).utf8), at: place)
      case 4:
        bytes.insert(
          contentsOf: [UInt8](repeating: 0xff, count: 1 + stream.integer(below: 12)), at: place)
      default:
        let end = min(bytes.count, place + 1 + stream.integer(below: 8))
        bytes.replaceSubrange(place..<end, with: Array(stream.element(of: Self.pieces).utf8))
      }
    }
    return Data(bytes)
  }
}
