import Statistics

/// A JSON value under construction. A missing or non-finite number is null.
package indirect enum DocumentValue: Encodable, ExpressibleByDictionaryLiteral {
  case null
  case flag(Bool)
  case integer(Int)
  case number(Double)
  case text(String)
  case list([DocumentValue])
  case object([String: DocumentValue])
  case other(any Encodable)

  package init(dictionaryLiteral elements: (String, DocumentValue)...) {
    self = .object(Dictionary(uniqueKeysWithValues: elements))
  }

  init(_ value: Double?) { self = value.map(DocumentValue.number) ?? .null }

  init(_ value: String?) { self = value.map(DocumentValue.text) ?? .null }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .null: try container.encodeNil()
    case .flag(let value): try container.encode(value)
    case .integer(let value): try container.encode(value)
    case .number(let value):
      if value.isFinite { try container.encode(value) } else { try container.encodeNil() }
    case .text(let value): try container.encode(value)
    case .list(let values): try container.encode(values)
    case .object(let values): try container.encode(values)
    case .other(let value): try value.encode(to: encoder)
    }
  }

  func adding(_ values: [String: DocumentValue]) -> DocumentValue {
    guard case .object(let own) = self else { return self }
    return .object(own.merging(values) { $1 })
  }
}

extension DocumentValue {
  init(_ estimate: Statistics.Estimate?, as name: String) {
    guard let estimate else {
      self = .null
      return
    }
    self = [
      name: .number(estimate.value), "lower": .number(estimate.lower),
      "upper": .number(estimate.upper),
    ]
  }

  init(_ test: CorrelationTest?) {
    guard let test else {
      self = .null
      return
    }
    self = DocumentValue(test.estimate, as: "coefficient")
      .adding(["p": .number(test.pValue), "n": .integer(test.count)])
  }

  init(_ coefficient: Coefficient?) {
    guard let coefficient else {
      self = .null
      return
    }
    self = DocumentValue(coefficient.estimate, as: "estimate").adding([
      "standardError": DocumentValue(
        coefficient.reference == nil ? nil : coefficient.standardError),
      "degreesOfFreedom": DocumentValue(coefficient.degreesOfFreedom),
      "statistic": DocumentValue(coefficient.statistic), "p": DocumentValue(coefficient.pValue),
      "standardized": DocumentValue(coefficient.standardized),
    ])
  }

  init(_ coefficients: [Coefficient]) {
    self = .object(
      Dictionary(uniqueKeysWithValues: coefficients.map { ($0.name, DocumentValue($0)) }))
  }
}
