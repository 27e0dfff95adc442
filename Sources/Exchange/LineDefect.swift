package import Diagnostics

/// What is wrong with a line, and at which key.
package struct LineDefect: Error {
  /// Dotted, such as `labels[0].error_type`; nil for the line as a whole.
  package var path: String?
  package var message: String
  package var hint: String?

  package init(path: String? = nil, message: String, hint: String? = nil) {
    self.path = path
    self.message = message
    self.hint = hint
  }

  package func error(file: String, line: Int) -> UserError {
    UserError(.dataError, file: "\(file):\(line)", place: path, message, hint: hint)
  }
}

extension JSONValue {
  /// The JSON value that a line holds.
  package static func line(_ bytes: [UInt8]) throws(LineDefect) -> JSONValue {
    do {
      return try JSONParser.parse(bytes)
    } catch {
      let rest = bytes.dropFirst(max(0, error.byte - 1))
      let isNumber = ["NaN", "Infinity", "nan", "inf"].contains { word in
        rest.starts(with: word.utf8) || rest.dropFirst().starts(with: word.utf8)
      }
      throw LineDefect(
        message: isNumber ? "NaN and Infinity are not JSON, at byte \(error.byte)" : error.phrase,
        hint: isNumber ? "write null" : nil)
    }
  }
}
