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
        #expect(try await browser.get("/", host: host).status == 200, "\(host)")
      }
      for host in [
        "evil.example", "localhost.evil.example", "127.0.0.1.evil.example:8080", "localhost:",
        "127.0.0.2", "[::1]", "localhost:80 ", "a@localhost",
      ] where host != "localhost:80 " {
        for place in ["/", "/api/runs"] {
          #expect(try await browser.get(place, host: host).status == 403, "\(host)")
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
          #expect(reply.headers.value(forHTTPHeaderField: "Allow") == "GET, HEAD")
        }
      }
      let (head, get) = (
        try await browser.get("/", method: "HEAD"), try await browser.get("/")
      )
      #expect(head.status == 200 && head.text.isEmpty)
      for name in ["Content-Length", "Content-Type", "Content-Security-Policy"] {
        #expect(
          head.headers.value(forHTTPHeaderField: name)
            == get.headers.value(forHTTPHeaderField: name))
      }
      for place in ["/nothing", "/api", "/api/../etc/passwd", "/favicon.ico"] {
        #expect(try await browser.get(place).status == 404, "\(place)")
      }
    }
  }

  @Test func headers() async throws {
    let folder = try TemporaryFolder()
    try await Browser.with(folder.url) { browser in
      for place in ["/", "/run", "/questions", "/compare", "/api/runs", "/nothing"] {
        let headers = try await browser.get(place).headers
        func value(_ name: String) -> String { headers.value(forHTTPHeaderField: name) ?? "" }
        #expect(value("X-Content-Type-Options") == "nosniff")
        #expect(
          value("Content-Security-Policy").hasPrefix("default-src 'none'; script-src 'sha256-"))
        #expect(value("Content-Security-Policy").contains("connect-src 'self'"))
        #expect(value("Cache-Control") == "no-store")
        #expect(headers.value(forHTTPHeaderField: "Access-Control-Allow-Origin") == nil)
      }
    }
  }

  @Test func thePolicyAllowsThePageItself() async throws {
    let folder = try TemporaryFolder()
    try await Browser.with(folder.url) { browser in
      let reply = try await browser.get("/")
      let policy = reply.headers.value(forHTTPHeaderField: "Content-Security-Policy") ?? ""
      for tag in ["script", "style"] {
        let parts = reply.text.components(separatedBy: "<\(tag)>")
        #expect(parts.count == 2)
        let text = try #require(parts.last?.components(separatedBy: "</\(tag)>").first)
        var hash = SHA256()
        hash.update(text)
        #expect(policy.contains("\(tag)-src 'sha256-\(hash.base64Digest())'"))
      }
      #expect(!reply.text.contains("http://") || reply.text.contains("www.w3.org/2000/svg"))
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
