import Diagnostics

/// Reads the lines of a problem file and collects what is wrong with them.
struct ProblemFileReader {
  let path: String
  private(set) var problems: [ProblemFile.Problem] = []
  private(set) var findings: [UserError] = []

  private var lineNumber = 0
  private var linesOfIDs: [ExactText: Int] = [:]
  private var linesOfQuestions: [ExactText: Int] = [:]

  private static let keys = ["question", "answer", "id", "level", "source", "metadata"]
  /// Values in one line; `metadata` may have some.
  private static let maximumValueCount = 100_000

  init(path: String) { self.path = path }

  mutating func read(_ bytes: [UInt8]) {
    var rest = bytes[...]
    if rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest = rest.dropFirst(3) }
    while !rest.isEmpty {
      let end = rest.firstIndex(of: 0x0A) ?? rest.endIndex
      lineNumber += 1
      read(line: rest[rest.startIndex..<end])
      rest = rest[min(end + 1, rest.endIndex)...]
    }
    if problems.isEmpty, findings.isEmpty {
      findings.append(
        UserError(
          .dataError, file: path, "holds no problems",
          hint: #"write one per line: {"question": "1 + 1", "answer": "2"}"#))
    }
  }

  private mutating func complain(_ key: String?, _ message: String, hint: String? = nil) {
    findings.append(.line(lineNumber, key, message, of: path, hint: hint))
  }

  private mutating func read(line: ArraySlice<UInt8>) {
    let isBlank = line.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
    guard !isBlank else { return }
    guard line.count <= ProblemFile.maximumLineBytes else {
      return complain(
        nil, "has \(line.count) bytes, and at most \(ProblemFile.maximumLineBytes) are read",
        hint: "a problem is one line; shorten it")
    }
    let document: JSONValue
    do {
      document = try JSONParser.parse(Array(line), maximumValueCount: Self.maximumValueCount)
    } catch {
      return complain(
        nil, "is not valid JSON: \(error.phrase)",
        hint: "write one object per line, in UTF-8")
    }
    guard let members = document.members else {
      return complain(
        nil, "is \(document.kind), and a problem is an object",
        hint: #"write {"question": "1 + 1", "answer": "2"}"#)
    }
    guard let problem = problem(members) else { return }
    register(problem)
  }

  /// Nil after a complaint.
  private mutating func problem(_ members: [JSONValue.Member]) -> ProblemFile.Problem? {
    let count = findings.count
    for member in members where !Self.keys.contains(where: { $0.exact == member.key.exact }) {
      complain(
        member.key.shortened(to: 40), "is not a member of a problem",
        hint: member.key.nearest(among: Self.keys).map { "did you mean \($0)?" }
          ?? "known: \(Self.keys.joined(separator: ", ")), which may hold anything")
    }
    let question = text("question", members, isRequired: true, orInteger: false)
    let answer = text("answer", members, isRequired: true, orInteger: true)
    let id = text("id", members, isRequired: false, orInteger: true)
    let level = text("level", members, isRequired: false, orInteger: true)
    let source = text("source", members, isRequired: false, orInteger: false)
    guard findings.count == count, let question, let answer else { return nil }
    return ProblemFile.Problem(
      question: question, answer: answer, id: id, level: level, source: source, line: lineNumber)
  }

  /// The value of a member that is a text; nil if it is missing, null where optional, or wrong.
  private mutating func text(
    _ key: String, _ members: [JSONValue.Member], isRequired: Bool, orInteger: Bool
  ) -> String? {
    guard let value = members.first(where: { $0.key.exact == key.exact })?.value else {
      if isRequired { complain(key, "is missing", hint: "add it") }
      return nil
    }
    switch value {
    case .string(let text) where !text.trimmed.isEmpty: return text
    case .string:
      complain(key, "is empty", hint: isRequired ? "remove the line" : "leave it out")
    case .integer(let number) where orInteger: return String(number)
    case .null where !isRequired: return nil
    default:
      complain(
        key, "is \(value.kind), and must be a string" + (orInteger ? " or an integer" : ""),
        hint: "put it in double quotes")
    }
    return nil
  }

  private mutating func register(_ problem: ProblemFile.Problem) {
    if let id = problem.id, let line = linesOfIDs.updateValue(lineNumber, forKey: id.exact) {
      complain("id", "'\(id.shortened(to: 40))' is that of line \(line) too", hint: "change one")
    }
    let line = linesOfQuestions.updateValue(lineNumber, forKey: problem.question.exact)
    if let line {
      complain(
        "question", "is the same as in line \(line)",
        hint: "remove one; a problem twice would be trained on and tested with")
    }
    problems.append(problem)
  }
}
