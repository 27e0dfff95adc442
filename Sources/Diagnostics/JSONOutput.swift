import Foundation

/// A number as JSON text that reads back bit for bit; null when not finite.
package func jsonNumber(_ value: Float) -> String { value.isFinite ? "\(value)" : "null" }
package func jsonNumber(_ value: Double) -> String { value.isFinite ? "\(value)" : "null" }

/// A measurement that encodes as null when it is missing or not finite.
public struct Measured: Encodable {
  public var value: Double?

  public init(_ value: Double?) { self.value = value }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    if let value, value.isFinite { try container.encode(value) } else { try container.encodeNil() }
  }
}

/// A value as JSON with sorted keys. Numbers that may not be finite belong in a ``Measured``.
package func jsonText(_ value: some Encodable) throws -> String {
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
  encoder.dateEncodingStrategy = .iso8601
  encoder.nonConformingFloatEncodingStrategy = .convertToString(
    positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
  return String(decoding: try encoder.encode(value), as: UTF8.self)
}
