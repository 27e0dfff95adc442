import Diagnostics
import Randomness
public import Statistics

/// One teacher's questions over the outer steps, pooled over its seeds in all runs.
public struct TeacherCurve: Codable, Sendable, Equatable {
  public struct Point: Codable, Sendable, Equatable {
    public var step: Int
    /// Seeds whose loop had not ended; the means are over these.
    public var seeds: Int
    /// Vendi score of order 1 over bags of words and pairs of words.
    public var vendi: Estimate
    /// Distinct structures over questions, 0 to 1, mean over seeds; nil without labels.
    public var distinctShare: Double?
    /// Share of well-posed questions, 0 to 1, mean over seeds; nil without labels.
    public var wellPosed: Double?
  }

  public var teacher: String
  public var seeds: Int
  /// Questions per subsample, equal for all teachers: half of the smallest step's, at most 128.
  public var size: Int
  public var points: [Point]

  /// At most `count` of the given steps, evenly spaced, with the first and the last: measures that
  /// need many eigenvalue problems are too slow for each of a thousand steps.
  static func thinned(_ steps: [Int], to count: Int) -> Set<Int> {
    guard steps.count > count, count > 1 else { return Set(steps) }
    return Set((0..<count).map { steps[$0 * (steps.count - 1) / (count - 1)] })
  }

  /// In the order of the runs' outer loops.
  public static func of(_ runs: [ComparedRun]) throws -> [TeacherCurve] {
    let sources = QuestionSource.outerLoops(runs)
    let byStep = sources.map { source in
      source.sets.map { Dictionary(grouping: $0) { $0.step ?? 0 } }
    }
    let smallest = byStep.joined().flatMap { $0.values.map(\.count) }.min() ?? 2
    let size = min(128, max(1, smallest / 2))
    return try zip(sources, byStep).map { source, sets in
      try Task.checkCancellation()
      let steps = thinned(Set(sets.flatMap(\.keys)).sorted(), to: 60).sorted()
      return TeacherCurve(
        teacher: source.name, seeds: sets.count, size: size,
        points: steps.map { step in
          // Seeds whose loop ended early count in the means up to their end.
          Point(
            step: step, sets: sets.compactMap { $0[step] }, size: size,
            random: RandomStream(seed: 0, path: "compare/teacher/\(source.name)/step/\(step)"))
        })
    }
  }
}

extension TeacherCurve.Point {
  fileprivate init(step: Int, sets: [[AskedQuestion]], size: Int, random: RandomStream) {
    var random = random
    let bags = sets.map { TextFeatures.ngramBags($0.map(\.tokens)) }
    let interval = Subsampling.estimate(sets: bags, size: size, random: &random) {
      VendiScore.score($0)
    }
    self.step = step
    seeds = sets.count
    vendi = interval
    let distinct = sets.compactMap { set -> Double? in
      let structures = set.compactMap(\.structure?.exact)
      return structures.isEmpty ? nil : Diversity.distinctShare(structures)
    }
    distinctShare = distinct.isEmpty ? nil : distinct.mean
    let labels = sets.compactMap { set -> Double? in
      let labels = set.compactMap(\.isWellPosed)
      return labels.isEmpty ? nil : labels.map { $0 ? 1 : 0 }.mean
    }
    wellPosed = labels.isEmpty ? nil : labels.mean
  }
}
