import Foundation
import Reporting
import RunStore
import SelfPlay

/// A made-up run of four seeds in which every verdict occurs. Six kinds of test problems, eight of
/// each, four samples each; at k = 4 a problem with any success counts whole.
enum SyntheticContest {
  static let steps = 8
  static let seeds = 1...4

  static func teacher(
    _ name: String, _ scheme: String, steps: Int = steps, matching: String? = nil
  ) -> RunDesign.Teacher {
    RunDesign.Teacher(
      name: name, scheme: scheme, reward: "scheme: \(scheme)", promotion: true, outerSteps: steps,
      matchCostOf: matching)
  }

  /// Solved problems of the arm alone and mixed, by seed.
  struct Contestant: Sendable {
    var name: String
    var questions: ArmConfiguration.Source
    var teacher: String?
    var alone: @Sendable (Int) -> [Int]
    var mixed: @Sendable (Int) -> [Int]
  }

  /// The names say what the grounded teacher does to them when alone.
  static let contestants = [
    Contestant(
      name: "Grounded-T", questions: .trainedTeacher, teacher: "SOAR",
      alone: { $0 == 1 ? [1, 1, 1, 1, 0, 0] : [1, 1, 1, 0, 0, 0] },
      mixed: { _ in [1, 1, 1, 1, 1, 0] }),
    Contestant(
      name: "Beaten-T", questions: .trainedTeacher, teacher: "beaten",
      alone: { _ in [0, 0, 0, 0, 0, 0] }, mixed: { _ in [1, 1, 1, 1, 1, 0] }),
    Contestant(
      name: "Better-T", questions: .trainedTeacher, teacher: "better",
      alone: { _ in [1, 1, 1, 1, 1, 1] }, mixed: { _ in [1, 1, 1, 1, 1, 1] }),
    Contestant(
      name: "Alike-T", questions: .trainedTeacher, teacher: "alike",
      alone: { $0 % 2 == 0 ? [1, 1, 1, 1, 0, 0] : [1, 1, 0, 0, 0, 0] },
      mixed: { $0 % 2 == 0 ? [1, 1, 1, 1, 1, 1] : [1, 1, 1, 1, 0, 0] }),
    Contestant(
      name: "Beaten-F", questions: .trainedTeacher, teacher: "beaten-flops",
      alone: { _ in [0, 0, 0, 0, 0, 0] }, mixed: { _ in [1, 1, 1, 1, 1, 0] }),
    Contestant(
      name: "Base-T", questions: .untrainedTeacher, teacher: nil,
      alone: { _ in [0, 0, 0, 0, 0, 1] }, mixed: { _ in [1, 1, 1, 1, 1, 0] }),
  ]

  static let teachers = [
    teacher("SOAR", "grounded"), teacher("beaten", "learnability"), teacher("better", "variance"),
    teacher("alike", "band"), teacher("short", "random", steps: 4),
    teacher("armless", "diversity"),
    teacher("beaten-flops", "learnability", steps: 800, matching: "SOAR"),
  ]

  /// - Parameter rename: of arms and teachers: what they are is told by their making.
  static func run(
    teachers: [RunDesign.Teacher] = teachers, seeds: ClosedRange<Int> = seeds,
    rename: (String) -> String = { $0 }
  ) -> ComparedRun {
    let names = teachers.map(\.name)
    let present = contestants.filter { $0.teacher.map(names.contains) ?? true }
    let arms = present.flatMap { contestant in
      [(ArmConfiguration.Mixing.alone, ""), (.mixed, " + hard")].map { mixing, suffix in
        RunDesign.Arm(
          name: rename(contestant.name + suffix), startsFromBase: true,
          questions: contestant.questions, teacher: contestant.teacher.map(rename), mixing: mixing,
          count: 128, steps: 10, groupSize: 16)
      }
    }
    return ComparedRun(
      name: "runs/contest", identity: "contest", passAt: [1, 4],
      armOrder: ["Hard-Only"] + arms.map(\.name),
      draws: Dictionary(
        uniqueKeysWithValues: arms.compactMap { arm in
          arm.teacher.map { (arm.name, TeacherDraw(teacher: $0, extent: .wholeLoop)) }
        }), operations: ["plus1", "rev"], classifier: "exact", run: SyntheticReport.data.run,
      armRuns: seeds.flatMap { seed in
        [armRun("Hard-Only", seed: seed, solved: [0, 0, 0, 0, 0, 0])]
          + present.flatMap {
            [
              armRun(rename($0.name), seed: seed, solved: $0.alone(seed)),
              armRun(rename($0.name + " + hard"), seed: seed, solved: $0.mixed(seed)),
            ]
          }
      },
      outerSteps: seeds.flatMap { seed in
        teachers.flatMap { outerSteps($0, seed: seed, name: rename($0.name)) }
      },
      questions: seeds.flatMap { seed in
        teachers.flatMap { questions($0, seed: seed, name: rename($0.name)) }
      },
      events: names.contains("armless")
        ? [
          EventRecord(
            teacher: rename("armless"), seed: 2, step: 8, kind: "collapse", message: "too few")
        ] : [],
      design: RunDesign(
        teachers: teachers.map {
          var teacher = $0
          teacher.name = rename($0.name)
          teacher.matchCostOf = $0.matchCostOf.map(rename)
          return teacher
        },
        arms: [
          RunDesign.Arm(
            name: "Hard-Only", startsFromBase: true, questions: .none, mixing: .hardOnly,
            count: 128,
            steps: 10, groupSize: 32)
        ] + arms,
        settings: [
          ReportSetting("world", "skills-12 (seed 11)"),
          ReportSetting("teacher learning rate", "0.001"), ReportSetting("outer steps", "8"),
        ]))
  }

  private static func armRun(_ name: String, seed: Int, solved: [Int]) -> ArmRunRecord {
    ArmRunRecord(
      arm: name, seed: seed, questionsSource: "questions", mixing: "alone", steps: 10,
      rollouts: 1280, tokensSampled: 1000, tokensTrained: 500, forwardFLOPs: 1e9,
      backwardFLOPs: 2e9, seconds: 2,
      evaluations: [(0, solved.map { _ in 0 }), (nil, solved)].map { step, counts in
        EvaluationRecord(
          split: .test, kind: .sampled, step: step, samplesPerProblem: 4,
          problems: (0..<8 * counts.count).map {
            ProblemSuccesses(problem: $0, successes: counts[$0 % counts.count])
          })
      })
  }

  /// The grounded loop costs 10 GFLOP a step and is promoted at step 3, after which its rewards fall
  /// to zero; the others cost 1. The one that matches its cost takes 80 steps, and is cut to 24 here.
  private static func outerSteps(
    _ teacher: RunDesign.Teacher, seed: Int, name: String
  ) -> [OuterStepRecord] {
    let isGrounded = teacher.scheme == "grounded"
    return (0..<length(teacher)).map { step in
      let cost = isGrounded ? 1e10 : teacher.matchCostOf == nil ? 1e9 : 1e10 / 3
      let rewards = (0..<2).map { k in
        (0..<3).map { j -> Double in
          let level = step <= 3 ? 0.04 + 0.001 * Double(seed % 2) : 0.0
          let luck = 0.002 * Double((j + seed + step) % 3 - 1)
          return level + 0.01 * Double(k) + luck
        }
      }
      return OuterStepRecord(
        teacher: name, seed: seed, step: step, scheme: teacher.scheme, meanReward: 0.045,
        movingAverage: 0.045, threshold: 0.03, isPromoted: isGrounded && step == 3,
        chosenDataset: isGrounded && step == 3 ? 1 : nil,
        chosenRepeat: isGrounded && step == 3 ? 0 : nil, rejected: 0,
        tokensSampled: 100, tokensTrained: 50, forwardFLOPs: cost / 2, backwardFLOPs: cost / 2,
        teacherLoss: 0, teacherKL: 0, teacherGradientNorm: 1, seconds: 1,
        datasets: isGrounded
          ? rewards.enumerated().map { k, row in
            DatasetRecord(
              index: k, reward: row.reduce(0, +) / 3, advantage: 0,
              trainings: row.enumerated().map { j, reward in
                StudentTrainingRecord(
                  repeatIndex: j, reward: reward, accuracyBefore: 0, accuracyAfter: reward,
                  meanTrainingReward: 0, tokensSampled: 1, tokensTrained: 1)
              })
          } : [])
    }
  }

  private static func length(_ teacher: RunDesign.Teacher) -> Int {
    teacher.matchCostOf == nil ? teacher.outerSteps : 24
  }

  /// Eight questions per step. From step 3 on: `beaten` repeats itself, `better` asks ill-posed ones
  /// in seeds 1 and 2, `alike` one length; the grounded teacher comes to ask about `rev`.
  private static func questions(
    _ teacher: RunDesign.Teacher, seed: Int, name: String
  ) -> [StoredQuestion] {
    (0..<length(teacher)).flatMap { step in
      (0..<8).map { index in
        let isLate = step >= 3
        let repeats = isLate && teacher.name == "beaten"
        let text = repeats ? 0 : 8 * step + index
        let isShort = index % 2 == 0 || isLate && teacher.name == "alike"
        let isTarget = isLate && teacher.scheme == "grounded"
        let operation = isTarget ? "rev" : "plus1"
        let structure = isShort ? operation : "\(operation) plus1"
        let id =
          Int64(step * 8 + index) + 1000 * Int64(seed)
          + 10_000 * Int64(teachers.firstIndex { $0.name == teacher.name } ?? 0)
        return StoredQuestion(
          id: id, place: .init(seed: seed, teacher: name, step: step, dataset: index / 4),
          question: QuestionRecord(
            position: index % 4,
            question: "Q n\(text) has \(text % 10) . n\(text) \(operation) m\(text) . m\(text) ?",
            answer: "1", document: "", tokenCount: 11,
            labels: [
              LabelRecord(
                classifier: "exact", version: 1, created: SyntheticReport.created,
                isWellPosed: !(isLate && teacher.name == "better" && seed < 3), isCorrect: nil,
                errorType: "None", operations: isShort ? 1 : 2,
                targetShare: isTarget ? 1 - 0.02 * Double(seed) : 0.25,
                structure: structure)
            ]))
      }
    }
  }
}

extension ComparedRun {
  /// With a third arm for each one that trains alone: hard-train afterwards, with the same successes.
  ///
  /// - Parameter steps: without hard-train, of arms that differ from the others' five.
  func withCurriculum(steps: [String: Int] = [:]) -> ComparedRun {
    var run = self
    for arm in design.arms where arm.mixing == .alone {
      run.design.arms.append(
        RunDesign.Arm(
          name: arm.name + ", then hard", startsFromBase: true, questions: arm.questions,
          teacher: arm.teacher, mixing: .curriculum, curriculumSteps: steps[arm.name] ?? 5,
          count: arm.count, steps: arm.steps, groupSize: arm.groupSize))
      run.armOrder.append(arm.name + ", then hard")
      run.draws[arm.name + ", then hard"] = run.draws[arm.name]
      run.armRuns += armRuns.filter { $0.arm == arm.name }.map {
        var record = $0
        record.arm += ", then hard"
        return record
      }
    }
    return run
  }
}
