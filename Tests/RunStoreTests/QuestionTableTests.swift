// Locks:
// - rows of tidy data: place, the dataset's reward and repeats, newest label, context, samples;
//   datasets and clusters counted from 0 in the order of rows
// - labelling adds what is missing and changes nothing; a second pass adds nothing
// - imported runs are kept apart, come in the order of name and seed, and have their own seeds back
// - conflicting lines are refused and leave nothing behind; what is not kept is not stored
// - times are the same text after reading and writing, to the millisecond

import Foundation
import RunStore
import TestSupport
import Testing

@Suite struct QuestionTableTests {
  private func rows(
    _ store: RunStore, _ selection: QuestionSelection = QuestionSelection()
  ) throws -> [StoredQuestion] {
    var rows: [StoredQuestion] = []
    try store.forEachQuestion(selection) { rows.append($0) }
    return rows
  }

  @Test func rowsAreTidy() throws {
    try TemporaryFolder.with { folder in
      let store = try RunStore.create(at: folder)
      try SampleRun.fill(store)
      let rows = try rows(store)
      #expect(rows.count == 24)
      #expect(
        rows.map(\.place.cluster) == Array(repeating: 0, count: 16) + Array(repeating: 1, count: 8))
      #expect(
        rows.map(\.place.seed) == Array(repeating: 1, count: 16) + Array(repeating: 2, count: 8))
      #expect(rows.allSatisfy { $0.place.run == nil && $0.question.question.isEmpty })
      let loop = rows.filter { $0.place.teacher == "SOAR" }
      #expect(loop.compactMap(\.dataset?.index) == (0..<6).flatMap { [$0, $0, $0] })
      #expect(loop[3].dataset?.reward == 0.01)
      #expect(loop[3].dataset?.rewards == [0, 0.1, 0.2])
      #expect(loop.map { $0.dataset?.isPromoted } == (0..<18).map { (9..<12).contains($0) })
      let arm = try #require(rows.first { $0.place.teacher == "PQ" })
      #expect(arm.dataset == nil && arm.place.step == nil && arm.place.student == 0)
      #expect(arm.label == SampleRun.label() && arm.question.solveRate == 0.25)
      #expect(
        try self.rows(store, QuestionSelection(classifier: "", includesTexts: true))
          .allSatisfy { $0.label == nil && $0.question.question == "Dan has 0 1 2 . Dan ?" })
      #expect(try self.rows(store, QuestionSelection(classifier: "judge"))[0].label == nil)
    }
  }

  @Test func labellingAddsAndChangesNothing() throws {
    try TemporaryFolder.with { folder in
      let store = try RunStore.create(at: folder)
      try SampleRun.fill(store)
      var newer = SampleRun.label(version: 2, isCorrect: true)
      newer.features = SampleRun.features
      func pass() throws -> (labels: Int, contexts: Int) {
        try store.label(classifier: "exact", version: 2, contextVersion: 1) { question in
          QuestionFindings(
            label: question.hasLabel ? nil : newer,
            context: question.hasContext ? nil : SampleRun.context)
        }
      }
      let begins = try {
        var begins: [Bool] = []
        _ = try store.label(classifier: "exact", version: 1, contextVersion: 1) { question in
          #expect(question.hasLabel && !question.hasContext)
          begins.append(question.beginsLoop)
          return QuestionFindings()
        }
        return begins
      }()
      #expect(begins.count { $0 } == 5)
      #expect(try pass() == (24, 24))
      #expect(try pass() == (0, 0))
      let rows = try rows(store)
      #expect(rows.allSatisfy { $0.label == newer && $0.context == SampleRun.context })
      #expect(try store.labels(of: rows[0].id) == [SampleRun.label(), newer])
      #expect(try store.classifiers().map(\.labels) == [48])
      let history = try self.rows(store, QuestionSelection(includesHistory: true))
      #expect(history.allSatisfy { $0.question.labels.map(\.version) == [1, 2] })
    }
  }

  private func imported(
    _ run: String, seed: Int = 0, step: Int = 0, dataset: Int = 0, reward: Double? = 0.5,
    rewards: [Double?] = [0.25, nil, 0.75], text: String = "1 + 1?"
  ) -> StoredQuestion {
    StoredQuestion(
      place: .init(run: run, seed: seed, teacher: "T", step: step, dataset: dataset),
      dataset: .init(reward: reward, rewards: rewards, isPromoted: dataset == 1),
      question: QuestionRecord(
        position: 0, question: text, answer: "2", document: "", tokenCount: 0,
        labels: [SampleRun.label()], samples: [SampleRun.answers]))
  }

  @Test func importedRunsAreKeptApart() throws {
    try TemporaryFolder.with { folder in
      let store = try RunStore.create(at: folder)
      try store.begin(SampleRun.run)
      try store.importQuestions { importer in
        // Out of order, with a name that needs quoting, and two names that look alike.
        try importer.add(imported("b'; DROP TABLE question; --", seed: 7), isPlaced: false, line: 1)
        try importer.add(imported("a", seed: 7, dataset: 1, reward: nil), isPlaced: false, line: 2)
        try importer.add(imported("a", seed: 2), isPlaced: false, line: 3)
        try importer.add(imported("a", seed: 7), isPlaced: false, line: 4)
        try importer.add(imported("a", seed: 7), isPlaced: false, line: 5)
        try importer.add(imported("\u{e9}"), isPlaced: false, line: 6)
        try importer.add(imported("e\u{301}"), isPlaced: false, line: 7)
        #expect(importer.questions == 7 && importer.runs == 5 && importer.datasets == 6)
        return true
      }
      #expect(try store.isImported())
      let rows = try rows(store, QuestionSelection(includesTexts: true))
      #expect(rows.map { $0.place.seed } == [2, 7, 7, 7, 7, 0, 0])
      #expect(rows.map { $0.place.cluster } == [0, 1, 1, 1, 2, 3, 4])
      #expect(rows.map { $0.question.position } == [0, 0, 1, 0, 0, 0, 0])
      #expect(rows.map { $0.dataset?.index } == [0, 1, 1, 2, 3, 4, 5])
      #expect(rows[3].dataset?.reward == nil && rows[3].dataset?.rewards == [0.25, nil, 0.75])
      #expect(rows[4].place.run == "b'; DROP TABLE question; --")
      #expect(rows.allSatisfy { $0.question.samples == [SampleRun.answers] })
      let step = try #require(try store.outerSteps().first { $0.seed == 1 })
      #expect(step.meanReward == 0.5 && step.isPromoted && step.chosenDataset == 1)
    }
  }

  @Test func conflictsAreRefused() throws {
    try TemporaryFolder.with { folder in
      let store = try RunStore.create(at: folder)
      try store.begin(SampleRun.run)
      func conflict(
        _ question: StoredQuestion, isPlaced: Bool = false, _ importer: inout QuestionImporter
      ) throws -> ImportConflict? {
        do {
          try importer.add(question, isPlaced: isPlaced, line: 9)
          return nil
        } catch let conflict as ImportConflict { return conflict }
      }
      try store.importQuestions { importer in
        try importer.add(imported("a"), isPlaced: false, line: 3)
        #expect(
          try conflict(imported("a", reward: 0.5.nextUp), &importer)
            == .dataset(key: "reward", first: "0.5", line: 3))
        #expect(
          try conflict(imported("a", rewards: [0.25]), &importer)
            == .dataset(key: "rewards", first: "[0.25,null,0.75]", line: 3))
        #expect(try conflict(imported("a"), isPlaced: true, &importer) == .position(0))
        var twice = imported("b")
        twice.question.labels.append(SampleRun.label())
        #expect(try conflict(twice, &importer) == .repeated(key: "labels"))
        #expect(importer.questions == 1)
        return true
      }
      #expect(try rows(store).count == 1)
      #expect(try store.outerSteps().count == 1)
    }
  }

  @Test func whatIsNotKeptIsNotStored() throws {
    try TemporaryFolder.with { folder in
      let store = try RunStore.create(at: folder)
      try store.begin(SampleRun.run)
      try store.importQuestions { importer in
        try importer.add(imported("a"), isPlaced: false, line: 1)
        return false
      }
      #expect(try rows(store).isEmpty)
      #expect(try !store.isImported())
    }
  }

  @Test func timesKeepTheirText() {
    for (text, seconds) in [
      ("1970-01-01T00:00:00.000Z", 0.0), ("2024-02-29T23:59:59.999Z", 1_709_251_199.999),
      ("1969-12-31T23:59:59.500Z", -0.5), ("2000-03-01T00:00:00.001Z", 951_868_800.001),
    ] {
      #expect(Timestamp.text(Date(timeIntervalSince1970: seconds)) == text)
      #expect(Timestamp.parse(text) == Date(timeIntervalSince1970: seconds))
    }
    let style = Date.ISO8601FormatStyle(includingFractionalSeconds: true)
    for step in 0..<3000 {
      // Days and milliseconds in turn, over two centuries.
      let date = Date(timeIntervalSince1970: Double(step) * 2_160_000.0 - 3e9 + 0.125)
      #expect(Timestamp.text(date) == date.formatted(style))
      let text = Timestamp.text(date.addingTimeInterval(Double(step % 1000) / 1000))
      #expect(Timestamp.parse(text).map(Timestamp.text) == text)
    }
    #expect(
      Timestamp.parse("2026-01-27T09:30:00Z").map(Timestamp.text) == "2026-01-27T09:30:00.000Z")
    #expect(Timestamp.parse("yesterday") == nil && Timestamp.parse("") == nil)
    for (text, stored) in [
      ("2026-01-27T09:30:00+02:00", "2026-01-27T07:30:00.000Z"),
      ("2026-01-01T00:30:00.5+01:00", "2025-12-31T23:30:00.500Z"),
      ("2024-02-29T00:00:00.123456789-00:30", "2024-02-29T00:30:00.123Z"),
      ("2000-02-29T00:00:00Z", "2000-02-29T00:00:00.000Z"),
    ] { #expect(Timestamp.parse(text).map(Timestamp.text) == stored, "\(text)") }
    for text in [
      "2026-13-27T09:30:00.000Z", "2026-02-29T00:00:00Z", "2026-02-30T00:00:00.000Z",
      "1900-02-29T00:00:00Z", "2026-04-31T00:00:00Z", "2026-00-01T00:00:00Z",
      "2026-01-00T00:00:00Z", "2026-01-27T24:00:00Z", "2026-01-27T09:60:00Z",
      "2026-01-27T09:30:60Z", "2026-01-27", "2026-01-27T09:30Z", "2026-01-27 09:30:00Z",
      "2026-01-27T09:30:00", "2026-01-27T09:30:00Z ", " 2026-01-27T09:30:00Z",
      "2026-01-27T09:30:00Zjunk", "2026-01-27T09:30:00.Z", "2026-01-27T09:30:00.1234567890Z",
      "2026-01-27T09:30:00+0200", "2026-01-27T09:30:00+24:00", "2026/01/27T09:30:00.000Z",
      "2026-01-27T09.30.00.000Z", "26-01-27T09:30:00Z", "-2026-01-27T09:30:00Z",
      "2026-01-27t09:30:00z", "２０２６-01-27T09:30:00Z",
    ] { #expect(Timestamp.parse(text) == nil, "\(text)") }
  }
}
