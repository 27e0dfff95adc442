import Diagnostics

/// Why a judge's reply is no verdict.
public enum UnreadableReply: String, Error, Sendable, Codable, CaseIterable {
  /// Neither the reply nor a part of it is a JSON object.
  case noJSON = "no JSON"
  /// The JSON lacks a key, or a value has another type or is none of the known words.
  case badValue = "missing or unknown value"
  /// The four values contradict each other, such as an ill-posed question with a correct answer.
  case contradiction = "contradiction"
  /// The reply, or the question itself, is longer than a judge's may be.
  case tooLong = "too long"
  /// The reply ends at the token limit, before its verdict.
  case cutShort = "cut short"
  /// The server refuses this question (400, 413 or 422), such as for its length or contents.
  case refused = "refused by the server"
}

extension Verdict {
  /// Largest reply, in bytes.
  static let replyLimit = 64 << 10
  /// Largest verified answer, in bytes.
  static let answerLimit = 4 << 10
  /// Most JSON objects looked at in one reply: what bounds the work on hostile text.
  private static let objectLimit = 64

  /// Reads a judge's reply: a JSON object, or text with one in it, of which the last counts.
  /// Unknown keys are ignored; everything else is strict.
  init(reply: String) throws(UnreadableReply) {
    guard reply.utf8.count <= Self.replyLimit else { throw .tooLong }
    let bytes = Array(reply.utf8)
    var failure = UnreadableReply.noJSON
    for range in Self.objects(in: bytes).reversed() {
      guard let value = try? JSONParser.parse(Array(bytes[range]), maximumValueCount: 10_000) else {
        continue
      }
      do {
        self = try Verdict(value)
        return
      } catch {
        // What the last object lacks says more than that earlier ones are no verdicts either.
        if failure == .noJSON { failure = error }
      }
    }
    throw failure
  }

  private init(_ value: JSONValue) throws(UnreadableReply) {
    guard case .bool(let isWellPosed)? = value["is_well_posed"] else { throw .badValue }
    let isCorrect: Bool
    switch value["is_correct"] {
    case .bool(let flag): isCorrect = flag
    case .null where !isWellPosed: isCorrect = false
    default: throw .badValue
    }
    let errorType: ErrorType
    switch value["error_type"] {
    // Python's None is null in JSON.
    case .null: errorType = .none
    case .string(let word):
      guard let known = ErrorType(rawValue: word) else { throw .badValue }
      errorType = known
    default: throw .badValue
    }
    let answer: String?
    switch value["verified_answer"] {
    case .string(let text): answer = text
    case .integer(let number): answer = String(number)
    case .real(let number): answer = jsonNumber(number)
    case .null: answer = nil
    default: throw .badValue
    }
    guard answer.map({ $0.utf8.count <= Self.answerLimit }) ?? true else { throw .tooLong }
    // SQLite ends texts at NUL.
    guard answer.map({ !$0.utf8.contains(0) }) ?? true else { throw .badValue }
    guard isWellPosed == errorType.isOfWellPosed, isCorrect == (errorType == .none) else {
      throw .contradiction
    }
    self.init(
      isWellPosed: isWellPosed, isCorrect: isCorrect, errorType: errorType,
      verifiedAnswer: isWellPosed ? answer : nil)
  }

  /// Places of the outermost braced parts, in order, at most ``objectLimit`` of them. A brace that
  /// is never closed is passed over.
  private static func objects(in bytes: [UInt8]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var position = 0
    var tries = 0
    while tries < objectLimit, let start = bytes[position...].firstIndex(of: UInt8(ascii: "{")) {
      tries += 1
      if let end = end(ofObjectAt: start, in: bytes) {
        found.append(start..<end)
        position = end
      } else {
        position = start + 1
      }
    }
    return found
  }

  /// The place behind the brace that closes the one at `start`; braces within strings do not count.
  private static func end(ofObjectAt start: Int, in bytes: [UInt8]) -> Int? {
    var depth = 0
    var isString = false
    var isEscaped = false
    for index in start..<bytes.count {
      let byte = bytes[index]
      if isString {
        if isEscaped {
          isEscaped = false
        } else if byte == UInt8(ascii: "\\") {
          isEscaped = true
        } else if byte == UInt8(ascii: "\"") {
          isString = false
        }
      } else if byte == UInt8(ascii: "\"") {
        isString = true
      } else if byte == UInt8(ascii: "{") {
        depth += 1
      } else if byte == UInt8(ascii: "}") {
        depth -= 1
        if depth == 0 { return index + 1 }
      }
    }
    return nil
  }
}

extension ErrorType {
  /// Whether well-posed questions have it.
  var isOfWellPosed: Bool { [.none, .arithmetic, .logicalFallacy].contains(self) }
}
