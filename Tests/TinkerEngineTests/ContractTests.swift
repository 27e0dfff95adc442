// Locks: the contract finds how a server adds up losses, whether it reports norms or not, and refuses
// servers that train the other way, on shifted targets, or that add up losses in no known way; a
// report survives JSON.

import Diagnostics
import Foundation
import ReinforcementLearning
import Testing
import TinkerEngine

@Suite struct ContractTests {
  static func check(_ behaviour: FakeServer.Behaviour) async throws -> ContractReport {
    let server = FakeServer(Setup.model, behaviour)
    let report = try await TinkerContract.check(
      Setup.engine(FakeTransport(server: server)), prompt: Setup.prompt)
    try await TinkerEngineTests.eventually { await server.modelCount == 0 }
    return report
  }

  @Test(arguments: [
    LossScaling.sum, .mean, LossScaling(dividesByTokens: true, dividesBySequences: false),
    LossScaling(dividesByTokens: false, dividesBySequences: true),
  ])
  func itFindsHowLossesAddUp(_ scaling: LossScaling) async throws {
    let report = try await Self.check(FakeServer.Behaviour(scaling: scaling))
    #expect(report.scaling == scaling)
    #expect(report.isScalingMeasured)
    #expect(report.keepsStopToken)
    #expect(report.sampledGap < 1e-4 && report.scoredGap < 1e-4)
    let again = try JSONDecoder().decode(
      ContractReport.self, from: try JSONEncoder().encode(report))
    #expect(again == report)
    #expect(!report.text.contains("\n"))
  }

  @Test func withoutNormsItTakesTheProtocolsWord() async throws {
    let report = try await Self.check(FakeServer.Behaviour(reportsNorm: false))
    #expect(report.scaling == .sum)
    #expect(!report.isScalingMeasured)
    #expect(report.gradientNorm == nil)
  }

  @Test func aWrongSignIsFound() async throws {
    await #expect {
      _ = try await Self.check(FakeServer.Behaviour(sign: -1))
    } throws: {
      "\($0)".contains("sign")
    }
  }

  @Test func shiftedTargetsAreFound() async throws {
    await #expect {
      _ = try await Self.check(FakeServer.Behaviour(shiftsTargets: true))
    } throws: {
      "\($0)".contains("shifted")
    }
  }
}
