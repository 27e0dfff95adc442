// Behaviours locked here:
// - one line with the address, or one JSON object; then pages, until SIGINT or SIGTERM ends it with 0
// - folders that are not there, a port in use and a port that is none are one line and serve nothing

import Foundation
import TestSupport
import Testing

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

@Suite struct ServeCommandTests {
  /// A call that has printed its address.
  private func started(
    _ arguments: String..., in folder: TemporaryFolder
  ) throws -> (tool: Tool.Running, printed: String) {
    let tool = try Tool.Running(["serve"] + arguments, in: folder.url)
    tool.wait { tool.printed.hasSuffix("\n") }
    return (tool, tool.printed)
  }

  @Test(arguments: [SIGINT, SIGTERM]) func servesUntilItIsStopped(_ signal: Int32) async throws {
    let folder = try TemporaryFolder()
    let (tool, printed) = try started(".", "--port", "0", in: folder)
    #expect(printed.wholeMatch(of: /http:\/\/127\.0\.0\.1:[0-9]+\n/) != nil)
    let url = try #require(URL(string: printed.dropLast() + "/api/runs"))
    let (data, _) = try await URLSession.shared.data(from: url)
    #expect(String(decoding: data, as: UTF8.self) == #"{"problems":[],"runs":[]}"#)
    tool.send(signal)
    let outcome = try tool.outcome()
    #expect(outcome.status == 0 && outcome.errors.isEmpty)
  }

  @Test func printsJSON() throws {
    let folder = try TemporaryFolder()
    let (tool, printed) = try started(".", "--port", "0", "--json", in: folder)
    #expect(printed.wholeMatch(of: /\{"url":"http:\/\/127\.0\.0\.1:[0-9]+"\}\n/) != nil)
    tool.send(SIGTERM)
    #expect(try tool.outcome().status == 0)
  }

  @Test func whatCannotBeServed() throws {
    let folder = try TemporaryFolder()
    let nowhere = try Tool.run("serve", in: folder.url)
    #expect(nowhere.status == 66 && nowhere.isOneError)
    #expect(try Tool.run("serve", ".", "--port", "65536", in: folder.url).status == 64)
    let (first, printed) = try started(".", "--port", "0", in: folder)
    let port = try #require(printed.dropLast().split(separator: ":").last)
    let second = try Tool.run("serve", ".", "--port", String(port), in: folder.url)
    #expect(second.status == 71 && second.isOneError)
    #expect(second.errors.contains("--port \(port): another program uses this port"))
    first.send(SIGTERM)
    _ = try first.outcome()
  }
}
