import LanguageModel
import Randomness
import ReinforcementLearning
import Tasks

/// The student that a due promotion would make the baseline.
struct PromotionCandidate: Sendable {
  let dataset: Int
  /// Its index among the dataset's students, or among the fresh ones.
  let index: Int
  let student: any Sampler
  /// Nil if none is asked for.
  var confirmation: PromotionConfirmation?
}

extension OuterLoop {
  /// The median student of a dataset. With a confirmation that is the median of fresh students, and
  /// they refuse it if their mean gain is not above tau: the dataset was chosen for its students'
  /// luck, too.
  func candidate(
    _ dataset: Int, trainings: [[TrainedStudent]], datasets: [[GeneratedQuestion]],
    students: StudentTraining, threshold: Double, stream: RandomStream
  ) async throws -> PromotionCandidate {
    var trained = trainings[dataset]
    if soar.confirmationStudents > 0 {
      trained =
        try await train(
          students, on: [datasets[dataset]], repeats: soar.confirmationStudents,
          keepsStudents: true, stream: stream.child("confirmation"))[0]
    }
    let records = trained.compactMap(\.record)
    let index = Promotion.medianStudent(records.map(\.reward))
    guard let student = trained[index].student else {
      preconditionFailure("the students of a step that can promote are kept")
    }
    var candidate = PromotionCandidate(dataset: dataset, index: index, student: student)
    if soar.confirmationStudents > 0 {
      candidate.confirmation = PromotionConfirmation(
        dataset: dataset, students: records,
        isRefusal: mean(records.map(\.reward)) <= threshold)
    }
    return candidate
  }

  /// Keeps R_t of the first m steps for a threshold that is relative to it.
  func noteFirstReward(in state: inout OuterLoopState) {
    guard soar.thresholdMultiple > 0, let reward = state.rewards.last else { return }
    let first = state.firstRewards ?? []
    if first.count < soar.window { state.firstRewards = first + [reward] }
  }

  /// Keeps the teacher as it is after a step whose moving average is the highest since the last
  /// promotion.
  func keepBestTeacher(
    _ average: Double, step: Int, state: inout OuterLoopState, policies: inout OuterLoopPolicies
  ) async throws {
    guard soar.keepsBestTeacher, scheme.needs.grounded, state.rewards.count >= soar.window else {
      return
    }
    if let best = state.bestTeacherAverage, average <= best { return }
    state.bestTeacherAverage = average
    state.bestTeacherStep = step
    policies.bestTeacher = try await policies.teacher.freeze()
  }
}
