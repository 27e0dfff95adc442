import Diagnostics
public import Experiments
import FlyingFox
import FlyingSocks
public import Foundation
public import SelfPlay

/// A web page on this machine with the runs of some folders. It reads stores, also those that runs
/// are writing, and writes nothing. `docs/serving.md` lists its endpoints.
public struct RunServer: Sendable {
  public typealias Expectation =
    @Sendable (_ folder: URL, RunConfiguration, _ workers: Int) -> ExpectedDuration?

  private let site: Site
  private let port: UInt16

  /// - Parameters:
  ///   - directories: folders that hold runs, or runs.
  ///   - port: of 127.0.0.1; 0 picks a free one.
  ///   - expecting: how long the run in a folder should take in all, by its configuration and workers.
  /// - Throws: ``UserError`` if a folder does not exist or cannot be read.
  public init(
    directories: [String], port: UInt16,
    expecting: @escaping Expectation = { _, _, _ in nil }
  ) throws {
    let runs = ServedRuns(directories: directories, expecting: expecting)
    if let error = runs.folders().errors.first { throw error }
    site = Site(runs: runs)
    self.port = port
  }

  /// Serves until the task is cancelled, which is not an error.
  ///
  /// - Parameter onListening: is called once with the address, such as `http://127.0.0.1:8080`.
  /// - Throws: ``UserError`` if the port cannot be had; what `onListening` throws.
  public func run(_ onListening: @escaping @Sendable (String) throws -> Void) async throws {
    let site = site
    let server = HTTPServer(
      address: try .inet(ip4: "127.0.0.1", port: port), timeout: 60, logger: .disabled,
      handler: ClosureHTTPHandler { request in await site.answer(request) })
    do {
      try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask { try await server.run() }
        group.addTask {
          try await server.waitUntilListening(timeout: 600)
          guard case .ip4(_, let port)? = await server.listeningAddress else {
            throw UserError(.osError, "the server has no address", hint: "start it again")
          }
          try onListening("http://127.0.0.1:\(port)")
        }
        // The first error, such as that of a port in use, leaves this closure and so ends both.
        while try await group.next() != nil {}
      }
    } catch {
      if Task.isCancelled { return }
      throw translated(error)
    }
  }

  private func translated(_ error: any Error) -> any Error {
    guard case SocketError.failed(_, let code, let message) = error else { return error }
    switch code {
    case EADDRINUSE:
      return UserError(
        .osError, place: "--port \(port)", "another program uses this port",
        hint: "choose another, or --port 0 for any that is free")
    case EACCES:
      return UserError(
        .noPermission, place: "--port \(port)", "permission denied",
        hint: "ports from 1024 on need no rights")
    default:
      return UserError(.osError, place: "--port \(port)", message, hint: "choose another port")
    }
  }
}
