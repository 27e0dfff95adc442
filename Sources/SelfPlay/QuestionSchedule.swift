public import Randomness
public import Tasks

/// Which questions a student sees at each step. Depends on the step alone, so that training can be
/// resumed and repeated.
public struct QuestionSchedule: Sendable {
  private let synthetic: [TrainingQuestion]
  private let hardTrain: [TrainingQuestion]
  private let mixing: ArmConfiguration.Mixing
  private let curriculumSteps: Int
  private let stream: RandomStream
  private var last: (questions: [TrainingQuestion], start: Int)?

  /// - Parameter stream: decides the order; every epoch is a fresh permutation.
  public init(
    synthetic: [TrainingQuestion], hardTrain: [TrainingQuestion] = [],
    mixing: ArmConfiguration.Mixing = .alone, curriculumSteps: Int = 0, stream: RandomStream
  ) {
    self.synthetic = synthetic
    self.hardTrain = hardTrain
    self.mixing = mixing
    self.curriculumSteps = curriculumSteps
    self.stream = stream
  }

  /// Schedules a dataset in an inner loop: alone, or with half of each batch from `replay`.
  ///
  /// - Parameter last: questions that take over from step `start` on.
  package init(
    synthetic: [TrainingQuestion], replay: [TrainingQuestion],
    last: (questions: [TrainingQuestion], start: Int)? = nil, stream: RandomStream
  ) {
    self.init(
      synthetic: synthetic, hardTrain: replay, mixing: replay.isEmpty ? .alone : .mixed,
      stream: stream)
    self.last = last
  }

  /// The questions of one step.
  public func batch(step: Int, size: Int) -> [TrainingQuestion] {
    if let last, step >= last.start {
      return take(last.questions, "last", from: (step - last.start) * size, count: size)
    }
    switch mixing {
    case .alone: return take(synthetic, "synthetic", from: step * size, count: size)
    case .hardOnly: return take(hardTrain, "hard", from: step * size, count: size)
    case .mixed:
      let half = size / 2
      return take(synthetic, "synthetic", from: step * half, count: half)
        + take(hardTrain, "hard", from: step * (size - half), count: size - half)
    case .curriculum:
      return step < curriculumSteps
        ? take(synthetic, "synthetic", from: step * size, count: size)
        : take(hardTrain, "hard", from: (step - curriculumSteps) * size, count: size)
    }
  }

  private func take(_ set: [TrainingQuestion], _ name: String, from start: Int, count: Int)
    -> [TrainingQuestion]
  {
    precondition(!set.isEmpty, "no \(name) questions to draw from")
    var order: [TrainingQuestion] = []
    var epoch = -1
    return (start..<start + count).map { position in
      if position / set.count != epoch {
        epoch = position / set.count
        var epochStream = stream.child("schedule/\(name)/epoch", epoch)
        order = epochStream.shuffled(set)
      }
      return order[position % set.count]
    }
  }
}
