import Diagnostics
import Experiments
import Foundation
public import RunStore

/// A run as TensorBoard event files: one folder per seed, with one file in it.
public struct TensorBoardExport {
  let store: RunStore
  /// The run, as the user named it.
  let name: String

  public init(store: RunStore, name: String) {
    self.store = store
    self.name = name
  }

  public struct Outcome {
    public var files = 0
    public var events = 0
  }

  /// Number of questions shown per outer step.
  private static let sampleCount = 4

  /// - Parameter path: the folder for the seeds' folders; its other content stays.
  public func write(to path: String) throws -> Outcome {
    guard path != StandardOutput.name else { throw UserError.standardOutputAsFolder }
    let run = try store.run()
    var names = NameRegister()
    try store.requireDistinctNames(&names)
    let writers = try self.writers(start: run.started)
    guard !writers.isEmpty else {
      throw UserError(
        .dataError, file: name, "holds no outer step and no arm, so there is nothing to export",
        hint: "soar show lists what the run has")
    }
    // The same run gives the same file name; in TensorBoard's own files the number is their time.
    let file = "events.out.tfevents.\(Int(run.started.timeIntervalSince1970)).soar"
    let folders = writers.map { URL(fileURLWithPath: path).appendingPathComponent($0.folder) }
    for folder in folders {
      let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
      if let other = names.sorted().first(where: { $0.contains("tfevents") && $0 != file }) {
        throw UserError(
          .cannotCreate, file: folder.relativePath, "holds events of another run: \(other)",
          hint: "TensorBoard would draw both as one; choose another folder")
      }
    }
    for (folder, writer) in zip(folders, writers) {
      try AtomicFile.createFolder(folder)
      try AtomicFile.write(writer.events.data, to: folder.appendingPathComponent(file))
    }
    return Outcome(files: writers.count, events: writers.reduce(0) { $0 + $1.count })
  }

  /// The events of one folder.
  private struct Writer {
    var folder: String
    var events: EventFile
    var count = 0
    /// Time of the next event: the start plus the seconds of work before it.
    var clock: Date

    init(folder: String, start: Date) {
      self.folder = folder
      events = EventFile(start: start)
      clock = start
    }

    mutating func pass(_ seconds: Double) {
      if seconds.isFinite, seconds > 0 { clock += seconds }
    }
  }

  /// What series are called, by the names in the store.
  private struct Names {
    var teachers, arms, classifiers: [ExactText: String]
  }

  private func writers(start: Date) throws -> [Writer] {
    let arms = try store.armRuns()
    let labels = try store.labelShares()
    // In the order in which they ran.
    let teachers = try store.progress(rewards: 1, questions: 0).loops.map(\.teacher).distinct
    let names = Names(
      teachers: MetricTags.distinct(teachers) {
        MetricTags.Loop($0, among: teachers).prefix.blankingControlCharacters
      },
      arms: MetricTags.distinct(arms.map(\.arm), shown: \.blankingControlCharacters),
      classifiers: MetricTags.distinct(labels.map(\.classifier), shown: \.blankingControlCharacters)
    )
    var writers: [Writer] = []
    for seed in try store.seeds() {
      var writer = Writer(folder: "seed-\(seed)", start: start)
      for teacher in teachers {
        try append(teacher, seed: seed, labels: labels, names, to: &writer)
      }
      let ofSeed = arms.filter { $0.seed == seed }
      for arm in ofSeed where arm.student == 0 { append(arm, names, to: &writer) }
      if writer.count > 0 { writers.append(writer) }
      for student in Set(ofSeed.map(\.student).filter { $0 > 0 }).sorted() {
        // All students' arms begin where the outer loops end.
        var other = Writer(folder: "seed-\(seed)-student-\(student)", start: writer.clock)
        for arm in ofSeed where arm.student == student { append(arm, names, to: &other) }
        if other.count > 0 { writers.append(other) }
      }
    }
    return writers
  }

  private func append(
    _ teacher: String, seed: Int, labels: [LabelCounts], _ names: Names, to writer: inout Writer
  ) throws {
    let steps = try store.outerSteps(teacher: teacher, seed: seed)
    guard !steps.isEmpty else { return }
    let questions = Dictionary(
      grouping: try store.questions(teacher: teacher, seed: seed), by: \.step)
    let tags = MetricTags.Loop(prefix: names.teachers[teacher.exact] ?? teacher)
    for step in steps {
      writer.pass(step.seconds)
      var scalars: [(tag: String, value: Double?)] = [
        (tags.reward, step.meanReward), (tags.movingAverage, step.movingAverage),
        (tags.threshold, step.threshold), (tags.promoted, step.isPromoted ? 1 : 0),
        (tags.baselineAccuracy, step.baselineAccuracy), (tags.rejected, Double(step.rejected)),
        (tags.seconds, step.seconds), (tags.loss, step.teacherLoss), (tags.kl, step.teacherKL),
        (tags.gradientNorm, step.teacherGradientNorm),
      ]
      for label in labels
      where label.teacher == teacher && label.seed == seed && label.step == step.step {
        let count = Double(label.questions)
        let classifier = names.classifiers[label.classifier.exact] ?? label.classifier
        scalars.append(
          (tags.label("well_posed", classifier), Double(label.wellPosed) / count))
        scalars.append((tags.label("correct", classifier), Double(label.correct) / count))
      }
      writer.events.append(time: writer.clock, step: step.step, scalars: scalars)
      writer.count += 1
      let samples = Self.samples(
        (questions[step.step] ?? []).filter { !$0.question.isRepeated })
      guard !samples.isEmpty else { continue }
      writer.events.append(
        time: writer.clock, step: step.step, tag: tags.questions,
        text: EventFile.verbatim(samples.flatMap(Self.lines)))
      writer.count += 1
    }
  }

  private func append(_ run: ArmRunRecord, _ names: Names, to writer: inout Writer) {
    let tags = MetricTags.Arm(names.arms[run.arm.exact] ?? run.arm)
    for point in run.curve {
      // An arm's steps take equal shares of its time.
      let share = run.steps > 0 ? Double(point.step) / Double(run.steps) : 1
      let seconds = run.seconds * share
      writer.events.append(
        time: seconds.isFinite ? writer.clock + seconds : writer.clock, step: point.step,
        scalars: [
          (tags.trainingReward, point.trainingReward), (tags.trainGreedy, point.trainAccuracy),
          (tags.testPass(1), point.testPass1), (tags.testPass(32), point.testPass32),
        ])
      writer.count += 1
    }
  }

  /// Taken evenly, not chosen.
  private static func samples(_ questions: [StoredQuestion]) -> [StoredQuestion] {
    let count = min(sampleCount, questions.count)
    return (0..<count).map { questions[(2 * $0 + 1) * questions.count / (2 * count)] }
  }

  private static func lines(_ stored: StoredQuestion) -> [String] {
    let label = stored.question.labels.first.map { label in
      let verdict = label.isCorrect.map { $0 ? "right" : "wrong" } ?? "ill-posed"
      return " (\(label.isWellPosed ? verdict : "ill-posed"), by \(label.classifier))"
    }
    return ["Q: \(stored.question.question)", "A: \(stored.question.answer)\(label ?? "")"]
  }
}
