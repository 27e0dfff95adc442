// Locks:
// - each program's sample is read into the same questions, answers, steps and rewards, by hand
// - the format is told from the first record, and a wrong --from names the right one
// - a student's rollouts are pooled by step and question, a teacher's stay apart
// - arrays, indented documents and lines are read alike, with the line where a record begins
// - files that hold no questions say which file does
// - damaged and hostile records give questions or a defect, and reading ends

import Diagnostics
import Exchange
import Foundation
import Testing

/// Questions as a log gives them, with the defects on the way.
struct ReadLog {
  var format: LogFormat?
  var rows: [LogRow] = []
  var groups: [QuestionGroups.Group] = []
  var defects: [String] = []
  var lines: [Int] = []

  init(_ paths: [String], from: LogFormat? = nil, _ options: LogOptions = LogOptions()) throws {
    format = from
    var pool = QuestionGroups()
    var logReader: LogReader?
    for (index, path) in paths.enumerated() {
      var records = try RecordReader(path: path)
      while true {
        do {
          guard let record = try records.next() else { break }
          let value = try JSONValue.line(record)
          lines.append(records.number)
          guard let format = format ?? LogFormat.detect(value) else { continue }
          self.format = format
          var reader = logReader ?? LogReader(format, options)
          let place = LogPlace(path: path, fileIndex: index)
          for row in try reader.rows(value, at: place) {
            rows.append(row)
            if row.isRollout { groups += try pool.add(row, line: records.number) }
          }
          logReader = reader
        } catch let defect as LineDefect {
          defects.append(
            "\(records.number): \(defect.error(file: "F", line: records.number).description)")
        }
      }
    }
    groups += pool.finish()
  }
}

@Suite struct ForeignLogTests {
  static func fixture(_ path: String) throws -> String {
    let folder = try #require(Bundle.module.url(forResource: "Fixtures", withExtension: nil))
    return folder.appendingPathComponent(path).path
  }

  private func read(
    _ paths: String..., from: LogFormat? = nil, with options: LogOptions = LogOptions()
  ) throws -> ReadLog {
    try ReadLog(paths.map(Self.fixture), from: from, options)
  }

  @Test func aTeachersCompletionsAreQuestions() throws {
    let log = try read("trl/completions.jsonl", with: LogOptions(side: .completion))
    #expect(log.format == .trl && log.defects.isEmpty && log.groups.isEmpty)
    #expect(
      log.rows.map(\.question) == [
        "What is 2 + 3?", "What is 9 - 4?", "nothing in tags", "How many legs have 3 cats?",
      ])
    #expect(log.rows.map(\.answer) == ["5", "5", "", #"\frac{24}{2}"#])
    #expect(log.rows.map(\.step) == [5, 5, 6, 6])
    #expect(log.rows.map(\.reward) == [0.5, 0.25, nil, 0.75])
    #expect(log.rows.map(\.advantage) == [0.7, -0.7, 0, 0])
    #expect(log.rows[0].document == #"<question>What is 2 + 3?</question> \boxed{5}"#)
  }

  @Test func severalRewardsHaveToBeNamed() throws {
    let refused = try read("trl/two-rewards.jsonl")
    #expect(
      refused.defects.first
        == "1: F:1: 2 columns could be the reward: accuracy, format "
        + "(--reward names it; several with commas are added up)")
    let sum = try read("trl/two-rewards.jsonl", with: LogOptions(rewards: ["accuracy", "format"]))
    #expect(sum.groups.map(\.rewards) == [[1.5, 0.5]])
    let misspelt = try read("trl/two-rewards.jsonl", with: LogOptions(rewards: ["acuracy"]))
    #expect(
      misspelt.defects.first == "1: F:1: acuracy: is missing (did you mean accuracy?)")
  }

  @Test func aStudentsRolloutsArePooled() throws {
    let log = try read(
      "verl/12.jsonl", "verl/13.jsonl",
      with: LogOptions(after: "Question: ", before: "\nassistant"))
    #expect(log.format == .verl && log.defects.isEmpty)
    #expect(
      log.groups.map(\.row.question) == [
        "What is 4 + 4?", "What is 7 x 6?", "What is 4 + 4?", "List 2 primes.",
      ])
    #expect(log.groups.map(\.row.answer) == ["8", "42", "8", #"["2","3"]"#])
    #expect(log.groups.map(\.row.step) == [12, 12, 13, 13])
    #expect(log.groups.map(\.rewards) == [[1, 0], [0, 1, 1], [1], [0.25]])
    #expect(log.groups.map(\.line) == [1, 2, 1, 2])
    let other = try read("verl/12.jsonl", with: LogOptions(rewards: ["acc"]))
    #expect(other.groups.map(\.rewards) == [[1, 0], [0, 1, 1]])
    let cut = try read("verl/12.jsonl", with: LogOptions(after: "Problem: "))
    #expect(
      cut.defects.first
        == "1: F:1: prompt: does not contain the text of --after "
        + "(it begins with 'user\\u{a}Question: What is 4 + 4?\\u{a}assistant\\u{a}')")
  }

  @Test func evaluationsOfSkyRL() throws {
    let log = try read(
      "skyrl/global_step_10_evals/sums.jsonl",
      with: LogOptions(after: "<|im_start|>user\n", before: "<|im_end|>"))
    #expect(log.format == .skyrl && log.groups.count == 1)
    #expect(log.groups[0].row.question == "What is 5 + 6?" && log.groups[0].row.answer == "11")
    #expect(log.groups[0].row.step == 10 && log.groups[0].rewards == [1, 0.25])
    let averages = try read("skyrl/global_step_10_evals/aggregated_results.jsonl", from: .skyrl)
    #expect(averages.defects.first?.contains("holds averages, no questions") == true)
  }

  @Test func logsOfTheTinkerCookbook() throws {
    let tree = try read("tinker/iteration_000003/train_logtree.json")
    #expect(tree.format == .tinker && tree.lines == [1])
    #expect(tree.groups.map(\.row.question) == ["Is 2 < 3?", "Is 5 < 4?"])
    #expect(tree.groups.map(\.row.answer) == ["a < b & c", "no"])
    #expect(tree.groups.map(\.row.step) == [3, 3])
    #expect(tree.groups.map(\.rewards) == [[1, 0], [1]])
    #expect(
      try read(
        "tinker/iteration_000003/train_logtree.json", with: LogOptions(side: .completion)
      ).rows.map(\.question) == ["yes", "no", "no"])
    let evaluation = try read("tinker/trajectories.jsonl")
    #expect(evaluation.groups.map(\.row.question) == ["What is 20 - 8?", "What is 3 x 3?"])
    #expect(evaluation.groups.map(\.row.answer) == ["12", ""])
    #expect(evaluation.groups.map(\.rewards) == [[1], [nil]])
    let summaries = try read("tinker/train_rollout_summaries.jsonl")
    #expect(
      summaries.defects == [
        "1: F:1: holds rewards of rollouts without their texts "
          + "(import the train_logtree.json of the same folder)"
      ])
    #expect(try read("tinker/metrics.jsonl").defects.first?.contains("no questions") == true)
  }

  @Test func questionsOfRZero() throws {
    let log = try read("r-zero/tiny_questioner_v2_0_results.json")
    #expect(log.format == .rZero && log.lines == [2, 13, 24])
    #expect(log.rows.map(\.step) == [2, 2, 2])
    #expect(log.rows.map(\.majorityShare) == [0.75, 0.25, nil])
    #expect(log.rows.map(\.reward) == [0.25, 0.25, -1])
    let before = try read("r-zero/tiny_questioner_v2_0.json")
    #expect(before.rows.map(\.step) == [nil, nil] && before.rows.map(\.reward) == [nil, nil])
    let published = try read("r-zero/published.jsonl")
    #expect(published.format == .rZero && published.rows.map(\.reward) == [0.25])
    let score = try read(
      "r-zero/tiny_questioner_v2_0_results.json", with: LogOptions(rewards: ["score"]))
    #expect(score.rows.map(\.reward) == [0.75, 0.25, -1])
  }

  @Test func programsOfAbsoluteZero() throws {
    let log = try read("absolute-zero/seed.jsonl", "absolute-zero/code_f.jsonl")
    #expect(log.format == .absoluteZero && log.defects.isEmpty)
    #expect(
      log.rows.map(\.question) == [
        "def f(a):\n    return a + 1\n4", "Numbers in, numbers out.\n1 -> 2\n3 -> 6",
      ])
    #expect(log.rows.map(\.answer) == ["5", "def f(a):\n    return a * 2"])
    #expect(log.rows.map(\.step) == [nil, nil])
  }

  @Test(arguments: LogFormat.allCases.filter { $0 != .soar && $0 != .verl })
  func aWrongChoiceNamesTheRightOne(_ format: LogFormat) throws {
    let log = try read("verl/12.jsonl", from: format)
    #expect(log.rows.isEmpty)
    #expect(log.defects.first?.hasSuffix("(this looks like verl: --from verl)") == true)
    #expect(log.defects.first?.hasPrefix("1: F:1: ") == true)
  }

  @Test func layoutsOfFilesAreReadAlike() throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("soar-layouts-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appendingPathComponent("log.json").path
    func read(_ text: String) throws -> ReadLog {
      try Data(text.utf8).write(to: URL(fileURLWithPath: path))
      return try ReadLog([path], from: .verl)
    }
    let one = #"{"input": "a, \"]}\" b", "output": "", "score": 1, "step": 0}"#
    let two = #"{"input": "b", "output": "", "score": 2, "step": 0}"#
    let wanted = try read("\(one)\n\(two)\n").rows
    #expect(wanted.map(\.question) == [#"a, "]}" b"#, "b"])
    for text in [
      "[\(one),\(two)]", "\u{FEFF} [\n\(one)\n,\n\(two)\n]\n",
      "\(one)\r\n\r\n\(two)".replacing("{\"in", with: "{\n\"in"),
    ] {
      #expect(try read(text).rows == wanted, "\(text)")
    }
    #expect(try read("[\n\(one),\n\n\(two)]").lines == [2, 4])
    for (text, message) in [
      ("[\(one) \(two)]", "a comma is missing in the array"),
      ("[\(one),", "the file ends inside the array"),
      ("[\(one), {\"a\": ", "the file ends inside a JSON value"),
      ("[\(one)] x", "text follows the array"),
    ] {
      let log = try read(text)
      #expect(log.rows == [wanted[0]] && log.defects.count == 1)
      #expect(log.defects.first?.contains(message) == true, "\(log.defects)")
    }
    #expect(try read("").rows.isEmpty && read("[]").defects.isEmpty)
    let long = "[" + #"{"input": ""# + String(repeating: "x", count: 1 << 20) + "\"},\(two)]"
    let skipped = try read(long)
    #expect(skipped.rows == [wanted[1]])
    #expect(skipped.defects == ["1: F:1: is longer than 1 MiB"])
  }

  /// `SOAR_FUZZ` sets the number of damaged files; 10,000 were run once.
  @Test func damagedFilesNeverTrap() throws {
    let count = ProcessInfo.processInfo.environment["SOAR_FUZZ"].flatMap(Int.init) ?? 1000
    let names = [
      "trl/completions.jsonl", "verl/12.jsonl", "skyrl/global_step_10_evals/sums.jsonl",
      "tinker/iteration_000003/train_logtree.json", "tinker/trajectories.jsonl",
      "r-zero/tiny_questioner_v2_0_results.json", "absolute-zero/code_f.jsonl",
    ]
    let samples = try names.map { try Data(contentsOf: URL(fileURLWithPath: Self.fixture($0))) }
    let file = FileManager.default.temporaryDirectory
      .appendingPathComponent("soar-fuzz-\(UUID().uuidString).json")
    defer { try? FileManager.default.removeItem(at: file) }
    var random = SplitMix(state: 7)
    for round in 0..<count {
      var bytes = [UInt8](samples[round % samples.count])
      for _ in 0..<(1 + random.below(6)) { random.damage(&bytes) }
      try Data(bytes).write(to: file)
      for side in LogOptions.Side.allCases {
        let format = LogFormat.allCases[1 + random.below(6)]
        let log = try ReadLog(
          [file.path], from: random.below(2) == 0 ? format : nil, LogOptions(side: side))
        for row in log.rows {
          #expect(!row.question.isEmpty && !row.question.utf8.contains(0))
          #expect(row.reward?.isFinite != false)
          #expect((0...1_000_000_000).contains(row.step ?? 0))
        }
      }
    }
  }
}

/// A small generator, so that a failing round can be repeated.
struct SplitMix {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }

  private static let pieces = [
    "null", "-1", "1e308", "9223372036854775807", "[]", "{}", "\"\"", "[[[[", "}}", "\"", "\\u0000",
    "NaN", "true", "\n", ",", "\\", "\u{0}", "-0.0", "1e-999",
  ]

  /// Changes, removes, repeats or inserts a few bytes.
  mutating func damage(_ bytes: inout [UInt8]) {
    guard !bytes.isEmpty else { return }
    let place = below(bytes.count)
    let end = min(bytes.count, place + 1 + below(12))
    switch below(5) {
    case 0: bytes[place] = UInt8(truncatingIfNeeded: next())
    case 1: bytes.removeSubrange(place..<end)
    case 2: bytes.insert(contentsOf: bytes[place..<end], at: place)
    case 3: bytes.replaceSubrange(place..<end, with: Self.pieces[below(Self.pieces.count)].utf8)
    default: bytes.removeSubrange(place...)
    }
  }
}
