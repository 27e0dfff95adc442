import Diagnostics
public import Foundation

/// The gnuplot program, which draws every figure.
public struct Gnuplot: Sendable {
  public let program: URL
  /// The terminal for PNG files: `pngcairo`, or `png` where that is not built in.
  let pngTerminal: String

  /// Finds gnuplot on the search path. Commands that will draw call this before they start, so
  /// that a missing program is not discovered after an hour.
  public static func locate(
    searchPath: String = ProcessInfo.processInfo.environment["PATH"] ?? ""
  ) throws -> Gnuplot {
    let folders = searchPath.split(separator: ":").map(String.init)
    let candidates = folders.map { URL(fileURLWithPath: $0).appendingPathComponent("gnuplot") }
    guard
      let program = candidates.first(where: {
        FileManager.default.isExecutableFile(atPath: $0.path)
      })
    else {
      throw UserError(
        .unavailable, "gnuplot is not installed; the figures need it",
        hint: "sudo apt-get install gnuplot-nox")
    }
    let terminals = try run(program, script: "set terminal\n").errors
    let pngTerminal = ["pngcairo", "png"].first {
      terminals.contains(" \($0) ")
    }
    guard let pngTerminal, terminals.contains(" svg ") else {
      throw UserError(
        .unavailable, file: program.path, "this gnuplot cannot write PNG and SVG",
        hint: "sudo apt-get install gnuplot-nox")
    }
    return Gnuplot(program: program, pngTerminal: pngTerminal)
  }

  /// For example `gnuplot 5.4 patchlevel 4`.
  public func version() throws -> String {
    try Self.run(program, script: "print GPVAL_VERSION, ' patchlevel ', GPVAL_PATCHLEVEL\n")
      .errors.trimmingCharacters(in: .whitespacesAndNewlines)
  }

  /// Draws a figure as `name.svg` and `name.png` in an existing folder. A file is there whole or
  /// not at all.
  ///
  /// - Parameter keepsScript: writes `name.gp` too, with the data in it, for who wants to draw the
  ///   figure in another way: `gnuplot name.gp` draws it anew.
  public func draw(
    _ figure: some Figure, in folder: URL, keepsScript: Bool = false
  ) throws {
    var plot = GnuplotScript()
    figure.plot(into: &plot)
    let (width, height) = figure.size
    // The SVG terminal takes font sizes in pixels where the others take points, and draws larger
    // marks.
    let look = "noenhanced background 'white'"
    let terminals = [
      ("svg", "svg size \(width),\(height) dynamic font 'DejaVu Sans,17' \(look)", 0.6),
      ("png", "\(pngTerminal) size \(width),\(height) font 'DejaVu Sans,16' \(look)", 1),
    ]
    for (type, terminal, pointScale) in terminals {
      let temporary = FileManager.default.temporaryDirectory
        .appendingPathComponent("soar-figure-\(UUID().uuidString).\(type)")
      defer { try? FileManager.default.removeItem(at: temporary) }
      let script = """
        set encoding utf8
        pointScale = \(pointScale)
        set terminal \(terminal)
        set output \(GnuplotScript.quoted(temporary.path))
        \(plot.text)
        set output

        """
      let result = try Self.run(program, script: script)
      guard result.status == 0, let image = try? Data(contentsOf: temporary), !image.isEmpty else {
        let reason = result.errors.trimmingCharacters(in: .whitespacesAndNewlines)
        throw UserError(
          .software, file: program.path, "could not draw \(figure.fileName): \(reason)")
      }
      try AtomicFile.write(
        image, to: folder.appendingPathComponent("\(figure.fileName).\(type)"))
    }
    guard keepsScript else { return }
    let drawings = terminals.map { type, terminal, pointScale in
      """
      reset
      pointScale = \(pointScale)
      set terminal \(terminal)
      set output \(GnuplotScript.quoted("\(figure.fileName).\(type)"))
      \(plot.text)
      set output
      """
    }
    try AtomicFile.write(
      "set encoding utf8\n" + drawings.joined(separator: "\n") + "\n",
      to: folder.appendingPathComponent("\(figure.fileName).gp"))
  }

  /// Runs gnuplot with default settings on a script. The script comes from a file as standard
  /// input: writing to a pipe whose reader has died would end this process too.
  private static func run(
    _ program: URL, script: String
  ) throws -> (status: Int32, errors: String) {
    let folder = FileManager.default.temporaryDirectory
    let name = "soar-gnuplot-\(UUID().uuidString)"
    let input = folder.appendingPathComponent("\(name).gp")
    let output = folder.appendingPathComponent("\(name).log")
    defer {
      try? FileManager.default.removeItem(at: input)
      try? FileManager.default.removeItem(at: output)
    }
    try AtomicFile.write(script, to: input)
    try AtomicFile.write("", to: output)
    let process = Process()
    process.executableURL = program
    process.arguments = ["-d", "-"]
    process.environment = ProcessInfo.processInfo.environment
      .merging(["LC_ALL": "C.UTF-8"]) { $1 }
    do {
      let log = try FileHandle(forWritingTo: output)
      process.standardInput = try FileHandle(forReadingFrom: input)
      process.standardOutput = FileHandle.nullDevice
      process.standardError = log
      try process.run()
      process.waitUntilExit()
      try log.close()
    } catch {
      throw UserError(
        .osError, file: program.path, "cannot be run: \(error.localizedDescription)")
    }
    let errors = (try? String(contentsOf: output, encoding: .utf8)) ?? ""
    return (process.terminationStatus, errors)
  }
}
