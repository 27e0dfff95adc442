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
    parts(step: step, size: size).flatMap { part in part.positions.map { part.set[$0] } }
  }

  /// For each question of a step's batch, in order: its position among the synthetic ones, or nil if
  /// it is none of these.
  package func syntheticPositions(step: Int, size: Int) -> [Int?] {
    parts(step: step, size: size).flatMap { part in
      part.positions.map { part.isSynthetic ? $0 : nil }
    }
  }

  /// Some questions of a batch, as positions in the set that they come from.
  private struct Part {
    var set: [TrainingQuestion]
    var positions: [Int]
    var isSynthetic = false
  }

  private func parts(step: Int, size: Int) -> [Part] {
    func syntheticPart(from start: Int, count: Int) -> Part {
      var part = take(synthetic, "synthetic", from: start, count: count)
      part.isSynthetic = true
      return part
    }
    if let last, step >= last.start {
      return [take(last.questions, "last", from: (step - last.start) * size, count: size)]
    }
    switch mixing {
    case .alone: return [syntheticPart(from: step * size, count: size)]
    case .hardOnly: return [take(hardTrain, "hard", from: step * size, count: size)]
    case .mixed:
      let half = size / 2
      return [
        syntheticPart(from: step * half, count: half),
        take(hardTrain, "hard", from: step * (size - half), count: size - half),
      ]
    case .curriculum:
      return step < curriculumSteps
        ? [syntheticPart(from: step * size, count: size)]
        : [take(hardTrain, "hard", from: (step - curriculumSteps) * size, count: size)]
    }
  }

  private func take(
    _ set: [TrainingQuestion], _ name: String, from start: Int, count: Int
  ) -> Part {
    precondition(!set.isEmpty, "no \(name) questions to draw from")
    var order: [Int] = []
    var epoch = -1
    let positions = (start..<start + count).map { position in
      if position / set.count != epoch {
        epoch = position / set.count
        var epochStream = stream.child("schedule/\(name)/epoch", epoch)
        order = epochStream.shuffled(Array(set.indices))
      }
      return order[position % set.count]
    }
    return Part(set: set, positions: positions)
  }
}
