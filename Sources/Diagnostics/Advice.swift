extension UserError {
  /// What to do after a disk error, where nothing is known that could be continued.
  package static let runAgain = "run the command again"

  /// The same error where a begun run or grid can be continued.
  ///
  /// - Parameter advice: how, such as `soar run --resume runs/a`.
  package func continuing(with advice: String) -> UserError {
    var error = self
    error.hint = hint.map { $0.replacing(Self.runAgain, with: "continue with \(advice)") }
    return error
  }
}

extension String {
  /// The text as one word of a shell's command line, quoted where it must be.
  package var shellWord: String {
    let plain = unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || $0.properties.numericType != nil
        || "-_./=,:+@%".unicodeScalars.contains($0)
    }
    return plain && !isEmpty ? self : "'" + replacing("'", with: "'\\''") + "'"
  }
}
