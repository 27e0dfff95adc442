// Locks: the presets; coding keeps every field; each field out of range is named by its key path.

import Diagnostics
import Foundation
import Testing
import Tokenization
import Worlds

/// `value` after a trip through JSON.
func decoded<T: Codable>(_ value: T) throws -> T {
  try JSONDecoder().decode(T.self, from: JSONEncoder().encode(value))
}

@Suite struct WorldConfigurationTests {
  @Test func presetsAreValidAndSurviveCoding() throws {
    for preset in presets {
      try preset.validate()
      #expect(try decoded(preset) == preset)
    }
    #expect(try EmbeddedWorld(.skills12).vocabulary.vocabularySize == 43)
    #expect(WorldConfiguration.skills12.operations.count { $0.role == .target } == 5)
    #expect(WorldConfiguration.skills12.operations.count { $0.role == .easy } == 4)
  }

  @Test func theTreeHasAPlainValueForEveryField() throws {
    let data = try JSONEncoder().encode(WorldConfiguration.skills12)
    let tree = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    #expect(
      Set(tree.keys) == [
        "name", "digitCount", "nameCount", "operations", "hesitation", "confidenceByLength",
        "lengthDecay", "textbookLengthDecay", "maximumLength", "misconceptionRate",
        "misconceptionUse", "unknownFactRate", "slipRate",
        "illPosedShare", "hardLengths", "hardMinimumTargetOperations", "hardFamilies", "seed",
      ])
    #expect(tree["hesitation"] as? String == "byOperation")
    let operation = try #require((tree["operations"] as? [[String: Any]])?.first)
    #expect(operation["name"] as? String == "plus1")
    #expect(operation["role"] as? String == "easy")
    #expect(operation["balksAt"] as? String == "step")
  }

  @Test func whereAnOperationIsGivenUpMayBeLeftOut() throws {
    let data = Data(#"{"name": "rev", "role": "target", "confidence": 0.1}"#.utf8)
    let operation = try JSONDecoder().decode(WorldConfiguration.Operation.self, from: data)
    #expect(operation == .init(name: .rev, role: .target, confidence: 0.1, balksAt: .step))
  }

  struct Mistake: Sendable {
    let place: String
    let change: @Sendable (inout WorldConfiguration) -> Void
  }

  static let mistakes: [Mistake] = [
    Mistake(place: "name") { $0.name = "" },
    Mistake(place: "digitCount") { $0.digitCount = 0 },
    Mistake(place: "digitCount") { $0.digitCount = 9 },
    Mistake(place: "maximumLength") { $0.maximumLength = 0 },
    Mistake(place: "maximumLength") { $0.maximumLength = 23 },
    Mistake(place: "nameCount") { $0.nameCount = 11 },
    Mistake(place: "nameCount") { $0.nameCount = 25 },
    Mistake(place: "operations") { $0.operations = [] },
    Mistake(place: "operations") { world in
      for index in world.operations.indices { world.operations[index].role = .irrelevant }
    },
    Mistake(place: "operations[1].name") { $0.operations[1].name = .plus1 },
    Mistake(place: "operations[2].confidence") { $0.operations[2].confidence = 1.5 },
    Mistake(place: "confidenceByLength") { $0.confidenceByLength = [] },
    Mistake(place: "confidenceByLength[1]") { $0.confidenceByLength = [1, -0.1] },
    Mistake(place: "lengthDecay") { $0.lengthDecay = 0 },
    Mistake(place: "lengthDecay") { $0.lengthDecay = .infinity },
    Mistake(place: "misconceptionRate") { $0.misconceptionRate = .nan },
    Mistake(place: "misconceptionUse") { $0.misconceptionUse = 2 },
    Mistake(place: "unknownFactRate") { $0.unknownFactRate = 1.1 },
    Mistake(place: "slipRate") { $0.slipRate = -1 },
    Mistake(place: "illPosedShare") { $0.illPosedShare = 1.01 },
    Mistake(place: "hardLengths") { $0.hardLengths = [] },
    Mistake(place: "hardLengths[1]") { $0.hardLengths = [6, 11] },
    Mistake(place: "hardMinimumTargetOperations") { $0.hardMinimumTargetOperations = 7 },
    Mistake(place: "hardMinimumTargetOperations") { $0.hardMinimumTargetOperations = -1 },
    Mistake(place: "hardMinimumTargetOperations") { world in
      for index in world.operations.indices { world.operations[index].role = .easy }
    },
    Mistake(place: "hardFamilies") { $0.hardFamilies = -1 },
    Mistake(place: "hardFamilies") { $0.hardFamilies = 2 },
    Mistake(place: "seed") { $0.seed = -1 },
  ]

  @Test(arguments: mistakes.indices)
  func mistakesAreNamedByTheirKeyPath(_ index: Int) throws {
    let mistake = Self.mistakes[index]
    var configuration = WorldConfiguration.skills12
    mistake.change(&configuration)
    let error = #expect(throws: UserError.self) { try EmbeddedWorld(configuration) }
    #expect(error?.place == "world.\(mistake.place)")
    #expect(error?.status == .configuration)
  }

  @Test func extremeWorldsWork() throws {
    var configuration = WorldConfiguration(
      name: "extreme", digitCount: 1, nameCount: 24,
      operations: [
        .init(name: .rev, role: .easy, confidence: 0),
        .init(name: .swap, role: .easy, confidence: 0),
      ],
      lengthDecay: 1, maximumLength: 22, misconceptionRate: 1, illPosedShare: 1,
      hardLengths: [1, 22], hardMinimumTargetOperations: 0)
    for digits in [1, 8] {
      configuration.digitCount = digits
      let world = try EmbeddedWorld(configuration)
      var stream = stream("extreme")
      for phase in CorpusPhase.allCases {
        for _ in 0..<200 {
          let document = world.sampleCorpusDocument(phase: phase, using: &stream)
          #expect(document.tokens.count <= world.maximumDocumentLength)
          #expect(document.isQuit == (phase == .web))
          #expect(world.sampleHardProblem(using: &stream).answer.count == digits)
        }
      }
    }
  }
}
