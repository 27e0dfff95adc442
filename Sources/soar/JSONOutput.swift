import Foundation

/// A float with the digits that bring it back bit for bit; null when it is not finite.
func jsonNumber(_ value: Float) -> String { value.isFinite ? "\(value)" : "null" }
func jsonNumber(_ value: Double) -> String { value.isFinite ? "\(value)" : "null" }

/// Prints a value as JSON with sorted keys, on stdout.
func printJSON(_ value: some Encodable) throws {
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
  encoder.dateEncodingStrategy = .iso8601
  encoder.nonConformingFloatEncodingStrategy = .convertToString(
    positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
  print(String(decoding: try encoder.encode(value), as: UTF8.self))
}
