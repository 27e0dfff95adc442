// Locks: a whole run, from screening to its arms, whose network fails 200 times and whose server loses
// its models ends with the store of an undisturbed run.

import Experiments
import Foundation
import RunStore
import TestSupport
import Testing
import TinkerEngine

@Suite struct RunFaultTests {
  /// The store's digest, and what the session asked of the server.
  private func outcome(
    of run: RunExecution, over network: RemoteNetwork
  ) async throws -> (digest: String, usage: RemoteUsage) {
    var run = run
    run.network = network
    try await run.carryOut(usesCache: false)
    #expect(try run.store.run().outcome == .finished)
    #expect(try run.store.armRuns().count == 3)
    #expect(try run.store.outerSteps().count == 2)
    let event = try #require(try run.store.events().first { $0.kind == "remote-usage" })
    let usage = try JSONDecoder().decode(RemoteUsage.self, from: Data(event.message.utf8))
    return (try run.store.digest(), usage)
  }

  @Test(arguments: [UInt64(1), 2]) func faultsChangeNoStore(_ seed: UInt64) async throws {
    setenv(TinkerRunTests.keyVariable, TinkerRunTests.key, 1)
    let base = try await TinkerRunTests.base()
    try await TemporaryFolder.with { folder in
      let model = try TinkerRunTests.modelFolder(base, in: folder)
      // Nobody is asked at this address.
      let configuration = TinkerRunTests.configuration(model, "http://127.0.0.1:1")
      func begin(_ name: String) throws -> RunExecution {
        try RunExecution.begin(
          configuration, at: folder.appendingPathComponent(name), workers: 1)
      }
      let undisturbed = try await outcome(
        of: begin("undisturbed"),
        over: RemoteNetwork(FakeTransport(server: FakeServer(base))) { _ in await Task.yield() })
      #expect(undisturbed.usage.retries == 0 && undisturbed.usage.rebuiltModels == 0)

      // A run asks for several hundred results, in two exchanges each. A restart within the contract
      // would end the run before it begins, as it should.
      let transport = FaultyTransport(
        FakeServer(base), seed: seed, faults: 200, share: 0.6, mostPerRequest: 3,
        restartsAfter: "unload_model")
      let disturbed = try await outcome(
        of: begin("disturbed"), over: RemoteNetwork(transport) { _ in await Task.yield() })
      #expect(disturbed.digest == undisturbed.digest)
      let injected = await transport.injected
      #expect(injected.count == 200)
      #expect(Set(injected).count == FaultyTransport.Fault.allCases.count)
      #expect(disturbed.usage.retries > 50)
    }
  }
}
