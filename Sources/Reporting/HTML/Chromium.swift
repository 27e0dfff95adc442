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
    guard let program = URL.program(names, on: searchPath) else {
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
    return printed.withoutPDFDates.withRankedPDFNodes
  }
}

extension Data {
  /// Elements of a tagged PDF have names like `(node00000054)`, whose numbers depend on what else the
  /// browser did. This replaces them with their ranks: same lengths, same order.
  var withRankedPDFNodes: Data {
    let digits = 8
    let mark = Array("(node".utf8)
    var bytes = [UInt8](self)
    var places: [(start: Int, name: ArraySlice<UInt8>)] = []
    var index = 0
    while index + mark.count + digits < bytes.count {
      let start = index + mark.count
      let name = bytes[start..<start + digits]
      if bytes[index] == mark[0], bytes[index..<start].elementsEqual(mark),
        name.allSatisfy({ (0x30...0x39).contains($0) }),
        bytes[start + digits] == UInt8(ascii: ")")
      {
        places.append((start, name))
        index = start + digits
      } else {
        index += 1
      }
    }
    let names = Set(places.map { Array($0.name) }).sorted { $0.lexicographicallyPrecedes($1) }
    let ranks = Dictionary(uniqueKeysWithValues: zip(names, 1...))
    for (start, name) in places {
      let rank = "\(ranks[Array(name)] ?? 0)"
      let padded = String(repeating: "0", count: digits - rank.count) + rank
      bytes.replaceSubrange(start..<start + digits, with: padded.utf8)
    }
    return Data(bytes)
  }
}
