import Diagnostics

/// What to do with a finished run: one line, its paths quoted for the shell.
enum NextSteps {
  static func line(folder: String) -> String {
    let path = folder.shellWord.escapingControlCharacters
    let steps = [
      "soar show \(path)", "soar report \(path) --html", "soar compare \(path)",
      "soar analyze \(path)",
    ]
    return "next: " + steps.joined(separator: Terminal.isUnicode ? " · " : " ; ")
  }
}
