// Locks:
// - only requests that name this machine are answered, with any port; others get 403
// - only GET and HEAD; HEAD has the headers of GET and no body
// - the headers that keep other pages and other scripts out, on pages and data
// - the policy's hashes are those of the page's one style and one script
// - folders that are not there, and a port in use, are told in one line before anything is served

import Diagnostics
import Foundation
import Serving
import TestSupport
import Testing

@Suite struct ServerTests {
  @Test func hosts() async throws {
    let folder = try TemporaryFolder()
    try await Browser.with(folder.url) { browser in
      for host in ["localhost", "LOCALHOST:9", "127.0.0.1", "127.0.0.1:65535"] {
        let status = try await browser.get("/", host: host).status
        #expect(status == 200, "\(host)")
      }
      for host in [
        "evil.example", "localhost.evil.example", "127.0.0.1.evil.example:8080", "localhost:",
        "127.0.0.2", "[::1]", "a@localhost",
      ] {
        for place in ["/", "/api/runs"] {
          let status = try await browser.get(place, host: host).status
          #expect(status == 403, "\(host)")
        }
      }
    }
  }

  @Test func methods() async throws {
    let folder = try TemporaryFolder()
    try await Browser.with(folder.url) { browser in
      for method in ["POST", "PUT", "DELETE", "OPTIONS", "PATCH"] {
        for place in ["/", "/api/runs"] {
          let reply = try await browser.get(place, method: method)
          #expect(reply.status == 405, "\(method)")
          #expect(reply.header("Allow") == "GET, HEAD")
        }
      }
      let (head, get) = (
        try await browser.get("/", method: "HEAD"), try await browser.get("/")
      )
      #expect(head.status == 200 && head.text.isEmpty)
      for name in ["Content-Length", "Content-Type", "Content-Security-Policy"] {
        #expect(head.header(name) == get.header(name) && get.header(name) != nil)
      }
      for place in ["/nothing", "/api", "/api/../etc/passwd", "/favicon.ico"] {
        let status = try await browser.get(place).status
        #expect(status == 404, "\(place)")
      }
    }
  }

  @Test func headers() async throws {
    let folder = try TemporaryFolder()
    try await Browser.with(folder.url) { browser in
      for place in ["/", "/run", "/questions", "/compare", "/api/runs", "/nothing"] {
        let reply = try await browser.get(place)
        func value(_ name: String) -> String { reply.header(name) ?? "" }
        #expect(value("X-Content-Type-Options") == "nosniff")
        #expect(
          value("Content-Security-Policy").hasPrefix("default-src 'none'; script-src 'sha256-"))
        #expect(value("Content-Security-Policy").contains("connect-src 'self'"))
        #expect(value("Cache-Control") == "no-store")
        #expect(reply.header("Access-Control-Allow-Origin") == nil)
      }
    }
  }

  @Test func thePolicyAllowsThePageItself() async throws {
    let folder = try TemporaryFolder()
    try await Browser.with(folder.url) { browser in
      let reply = try await browser.get("/")
      let policy = reply.header("Content-Security-Policy") ?? ""
      for tag in ["script", "style"] {
        let parts = reply.text.components(separatedBy: "<\(tag)>")
        #expect(parts.count == 2)
        let text = try #require(parts.last?.components(separatedBy: "</\(tag)>").first)
        var hash = SHA256()
        hash.update(text)
        #expect(policy.contains("\(tag)-src 'sha256-\(hash.base64Digest())'"))
      }
      // The one address in it names SVG and is not loaded.
      #expect(reply.text.components(separatedBy: "http").count == 2)
    }
  }

  @Test func whatCannotBeServed() async throws {
    let folder = try TemporaryFolder()
    #expect(throws: UserError.self) {
      _ = try RunServer(directories: [folder.path("nowhere")], port: 0)
    }
    try folder.write("", to: "file")
    #expect(throws: UserError.self) {
      _ = try RunServer(directories: [folder.path("file")], port: 0)
    }
    try await Browser.with(folder.url) { browser in
      let port = try #require(browser.address.split(separator: ":").last.flatMap { UInt16($0) })
      let second = try RunServer(directories: [folder.path("")], port: port)
      let error = await #expect(throws: UserError.self) {
        try await second.run { _ in Issue.record("it listens") }
      }
      #expect(error?.status == .osError)
      #expect(
        error?.description == "--port \(port): another program uses this port "
          + "(choose another, or --port 0 for any that is free)")
    }
  }
}
