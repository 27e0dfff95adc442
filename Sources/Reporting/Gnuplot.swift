import Diagnostics
public import Foundation
package import Subprocesses

/// The gnuplot program, which draws every figure.
public struct Gnuplot: Sendable {
  public let program: URL
  /// The terminal for PNG files: `pngcairo`, or `png` if that is not built in.
  package let pngTerminal: String
  /// Whether it was built with the terminal for PDF files.
  let writesPDF: Bool

  /// Finds gnuplot on the search path. Commands that draw call this before they start, so that a
  /// missing program shows up at once and not after an hour.
  public static func locate(
    searchPath: String = ProcessInfo.processInfo.environment["PATH"] ?? ""
  ) throws -> Gnuplot {
    guard let program = URL.program(["gnuplot"], on: searchPath) else {
      throw UserError(
        .unavailable, "gnuplot is not installed; the figures need it",
        hint: "sudo apt-get install gnuplot-nox")
    }
    let terminals = try run(program, "telling its terminals", script: "set terminal\n").errors
    let pngTerminal = ["pngcairo", "png"].first {
      terminals.contains(" \($0) ")
    }
    guard let pngTerminal, terminals.contains(" svg ") else {
      throw UserError(
        .unavailable, file: program.path, "this gnuplot cannot write PNG and SVG",
        hint: "sudo apt-get install gnuplot-nox")
    }
    return Gnuplot(
      program: program, pngTerminal: pngTerminal, writesPDF: terminals.contains(" pdfcairo "))
  }

  public func requirePDF() throws {
    guard !writesPDF else { return }
    throw UserError(
      .unavailable, file: program.path, "this gnuplot cannot write PDF",
      hint: "sudo apt-get install gnuplot-nox, or take --format svg")
  }

  /// For example `gnuplot 5.4 patchlevel 4`.
  public func version() throws -> String {
    try Self.run(
      program, "telling its version",
      script: "print GPVAL_VERSION, ' patchlevel ', GPVAL_PATCHLEVEL\n"
    ).errors.trimmingCharacters(in: .whitespacesAndNewlines)
  }

  /// Draws a figure into an existing folder, together with its script `name.gnuplot` and data
  /// `name.dat`. Running `gnuplot name.gnuplot` in that folder draws the same picture again. Each
  /// file appears whole or not at all; the same figure gives the same bytes.
  ///
  /// - Returns: the pictures, in the order of `formats`, then the script and its data.
  @discardableResult
  public func draw(
    _ figure: some Figure, in folder: URL, formats: [FigureFormat] = [.svg, .png]
  ) throws -> [URL] {
    let sheet = FigureSheet(figure, pngTerminal: pngTerminal)
    let pictures = try drawn(sheet, formats: formats, of: figure)
    var files: [URL] = []
    for (format, picture) in zip(formats, pictures) {
      files.append(folder.appendingPathComponent("\(figure.fileName).\(format.fileExtension)"))
      try AtomicFile.write(picture, to: files[files.count - 1])
    }
    for (text, name) in [(sheet.data, sheet.dataName), (sheet.script, sheet.scriptName)] {
      try AtomicFile.write(text, to: folder.appendingPathComponent(name))
    }
    return files + [sheet.scriptName, sheet.dataName].map(folder.appendingPathComponent)
  }

  /// A figure as text for a terminal, with its end of line.
  ///
  /// - Parameters:
  ///   - columns: width of the terminal.
  ///   - rows: lines of the whole figure; nil keeps the proportions of its pixel size.
  public func text(_ figure: some Figure, columns: Int, rows: Int? = nil) throws -> String {
    let size = figure.size
    // A character is about twice as high as it is wide.
    let natural = columns * size.height / size.width / 2
    let sheet = FigureSheet(
      figure, pngTerminal: pngTerminal, columns: columns, rows: max(12, rows ?? natural))
    let picture = try drawn(sheet, formats: [.ascii], of: figure)[0]
    return String(decoding: picture, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false)
      .map { line in
        let visible = String(line).blankingControlCharacters
        return String(visible.reversed().drop { $0 == " " }.reversed())
      }
      .joined(separator: "\n").trimmingCharacters(in: .newlines) + "\n"
  }

  /// The pictures that a sheet's own script draws, in a folder of their own.
  private func drawn(
    _ sheet: FigureSheet, formats: [FigureFormat], of figure: some Figure
  ) throws -> [Data] {
    let workshop = FileManager.default.temporaryDirectory
      .appendingPathComponent("soar-figure-\(UUID().uuidString)")
    try AtomicFile.createFolder(workshop)
    defer { try? FileManager.default.removeItem(at: workshop) }
    try AtomicFile.write(sheet.data, to: workshop.appendingPathComponent(sheet.dataName))
    return try formats.map { format in
      let result = try Self.run(
        program, "drawing \(figure.fileName)",
        script: "format = '\(format.rawValue)'\n" + sheet.script, in: workshop)
      let file = workshop.appendingPathComponent("\(figure.fileName).\(format.fileExtension)")
      guard result.status == 0, let picture = try? Data(contentsOf: file), !picture.isEmpty else {
        let words = result.errors.trimmingCharacters(in: .whitespacesAndNewlines)
        let reason = words.isEmpty ? "it ended with status \(result.status)" : words
        throw UserError(
          .software, file: program.path, "could not draw \(figure.fileName): \(reason)")
      }
      return format == .pdf ? picture.withoutPDFDates : picture
    }
  }

  /// gnuplot with default settings.
  package static func child(_ program: URL, _ script: String, in folder: URL?) -> ChildProcess {
    var child = ChildProcess(.at(program), ["-d", script])
    child.environment = ["LC_ALL": "C.UTF-8", "TZ": "UTC"]
    child.folder = folder
    return child
  }

  /// Seconds for a figure, which takes one on a free machine.
  private static let patience = 600

  /// Runs gnuplot on a script, which it reads from standard input.
  ///
  /// - Parameter work: what it does, for the error if it is killed.
  private static func run(
    _ program: URL, _ work: String, script: String, in place: URL? = nil
  ) throws -> (status: Int32, errors: String) {
    let input = FileManager.default.temporaryDirectory
      .appendingPathComponent("soar-gnuplot-\(UUID().uuidString).gp")
    defer { try? FileManager.default.removeItem(at: input) }
    try AtomicFile.write(script, to: input)
    var child = child(program, "-", in: place)
    child.input = .file(input)
    child.timeout = .seconds(Self.patience)
    let outcome = try child.runBlocking()
    guard !outcome.hasTimedOut else {
      throw UserError(
        .unavailable, file: program.path, "did not draw within \(Self.patience) s",
        hint: "run the command again when the machine has less to do")
    }
    switch outcome.status {
    case .exited(let status): return (status, outcome.errors)
    // A kill, by a user or for lack of memory, says nothing about gnuplot or the figure.
    case .signalled(let signal) where [SIGKILL, SIGTERM, SIGINT, SIGHUP].contains(signal):
      throw UserError(
        .interrupted, file: program.path, "was ended by signal \(signal) while \(work)",
        hint: "the same command again, or soar report DIR, goes on")
    case .signalled(let signal): return (signal, outcome.errors)
    }
  }
}

extension URL {
  /// The first executable file of these names on a search path; an earlier name comes before an earlier
  /// folder.
  static func program(_ names: [String], on searchPath: String) -> URL? {
    let folders = searchPath.split(separator: ":").map { URL(fileURLWithPath: String($0)) }
    return names.lazy.flatMap { name in folders.map { $0.appendingPathComponent(name) } }
      .first { FileManager.default.isExecutableFile(atPath: $0.path) }
  }
}

extension Data {
  /// A PDF file contains its dates. This replaces them with a date of the same length: the table of
  /// offsets stays valid, and the same content gives the same bytes.
  var withoutPDFDates: Data {
    var dateless = self
    for key in ["/CreationDate (D:", "/ModDate (D:"] {
      guard let date = dateless.range(of: Data(key.utf8)) else { continue }
      let digits = date.upperBound..<Swift.min(date.upperBound + 14, dateless.endIndex)
      guard dateless[digits].allSatisfy({ (0x30...0x39).contains($0) }) else { continue }
      dateless.replaceSubrange(digits, with: Data("19700101000000".utf8.prefix(digits.count)))
    }
    return dateless
  }
}
