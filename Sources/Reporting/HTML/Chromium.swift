import Diagnostics
public import Foundation
import Subprocesses

/// The Chromium browser, which prints a report's page as PDF.
public struct Chromium: Sendable {
  let program: URL

  /// The names that distributions install it under.
  private static let names = ["chromium", "chromium-browser", "google-chrome"]

  /// Seconds for a report, which takes a few on a free machine.
  private static let patience = 600

  /// Finds the browser on the search path. Commands call this before they start to compute.
  ///
  /// - Throws: ``UserError`` if it is not installed.
  public static func locate(
    searchPath: String = ProcessInfo.processInfo.environment["PATH"] ?? ""
  ) throws -> Chromium {
    let folders = searchPath.split(separator: ":").map { URL(fileURLWithPath: String($0)) }
    let candidates = names.flatMap { name in folders.map { $0.appendingPathComponent(name) } }
    guard
      let program = candidates.first(where: {
        FileManager.default.isExecutableFile(atPath: $0.path)
      })
    else {
      throw UserError(
        .unavailable, "chromium is not installed; the PDF of a report needs it",
        hint: "sudo apt-get install chromium, or print the page of --html in any browser")
    }
    return Chromium(program: program)
  }

  /// Prints a page on A4. The same page gives the same bytes with the same version of the browser.
  func pdf(of html: String) throws -> Data {
    let workshop = FileManager.default.temporaryDirectory
      .appendingPathComponent("soar-pdf-\(UUID().uuidString)")
    try AtomicFile.createFolder(workshop)
    defer { try? FileManager.default.removeItem(at: workshop) }
    let (page, file) = (
      workshop.appendingPathComponent("page.html"), workshop.appendingPathComponent("page.pdf")
    )
    try AtomicFile.write(html, to: page)
    var child = ChildProcess(
      .at(program),
      // The sandbox does not start for root.
      (getuid() == 0 ? ["--no-sandbox"] : []) + [
        "--headless", "--disable-gpu", "--no-pdf-header-footer",
        "--user-data-dir=\(workshop.path)/profile", "--print-to-pdf=\(file.path)",
        page.absoluteString,
      ])
    child.timeout = .seconds(Self.patience)
    let outcome = try child.runBlocking()
    guard !outcome.hasTimedOut, outcome.status == .exited(0),
      let printed = try? Data(contentsOf: file), printed.starts(with: Data("%PDF".utf8))
    else {
      let words = outcome.errors.split(separator: "\n").last.map { ": \($0)" } ?? ""
      let reason = outcome.hasTimedOut ? " within \(Self.patience) s" : words
      throw UserError(
        .unavailable, file: program.path, "did not print the report\(reason)",
        hint: "print the page of --html in any browser")
    }
    return printed.withoutPDFDates
  }
}
