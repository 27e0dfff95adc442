import Randomness
import RunStore
public import Statistics

/// How promotions changed a teacher's grounded rewards, and whether these separate its datasets.
public struct PromotionSummary: Codable, Sendable, Equatable {
  public struct Seed: Codable, Sendable, Equatable {
    public var run: String
    public var seed: Int
    public var outerSteps: Int
    /// The steps with a promotion.
    public var steps: [Int]
    /// Mean R_t before the window whose average triggered the first promotion, and after the promotion; nil if
    /// there is none. The window itself is left out: it ended because it was high.
    public var before: Double?
    public var after: Double?
  }

  public var teacher: String
  public var promotes: Bool
  public var seeds: [Seed]
  /// Mean R_t over the seeds that have both, with intervals over seeds; nil without such seeds.
  public var before: Estimate?
  public var after: Estimate?
  /// After minus before, in pairs.
  public var change: Effect?
  /// R_kj of the promoted student minus R_t, the mean of all students of its step: what choosing it
  /// added to the baseline. Nil if no promotion has a step after it.
  public var selection: Estimate?
  /// R_t of the step after a promotion minus R_t of the promotion's step, over the same promotions.
  public var drop: Estimate?
  /// How often an outer step's datasets differ by more than noise, over the steps that allow it.
  public var noise: RewardNoise?

  /// Nil for a teacher whose students were not measured.
  init?(_ teacher: LoopedTeacher) {
    let loops = teacher.loops.filter { $0.groundedRewards.contains { $0 != nil } }
    guard !loops.isEmpty else { return nil }
    self.teacher = teacher.label
    promotes = teacher.design.promotion
    var before: [Double] = []
    var after: [Double] = []
    seeds = loops.map { loop in
      let rewards = loop.groundedRewards
      let promoted = loop.steps.indices.filter { loop.steps[$0].isPromoted }
      var seed = Seed(
        run: loop.run, seed: loop.seed, outerSteps: loop.steps.count,
        steps: promoted.map { loop.steps[$0].step })
      guard let first = promoted.first else { return seed }
      let early = rewards[..<max(0, first + 1 - teacher.design.window)].compactMap { $0 }
      let late = rewards[(first + 1)...].compactMap { $0 }
      seed.before = early.isEmpty ? nil : early.mean
      seed.after = late.isEmpty ? nil : late.mean
      if !early.isEmpty, !late.isEmpty {
        before.append(early.mean)
        after.append(late.mean)
      }
      return seed
    }
    let chosen = loops.map(Self.chosen).filter { !$0.isEmpty }
    if !chosen.isEmpty {
      selection = CrossedMean(seeds: chosen.map { $0.map(\.selection).mean }).estimate()
      drop = CrossedMean(seeds: chosen.map { $0.map(\.drop).mean }).estimate()
    }
    noise = RewardNoise(loops.flatMap(\.steps), teacher: teacher.label)
    guard !before.isEmpty else { return }
    self.before = CrossedMean(seeds: before).estimate()
    self.after = CrossedMean(seeds: after).estimate()
    change = Effect(
      CrossedMean(
        seeds: zip(after, before).map { $0 - $1 },
        extent: (after + before).map(abs).max()))
  }

  /// For each promotion with a step after it: what choosing the student added, and R_t's change.
  private static func chosen(_ loop: TeacherLoop) -> [(selection: Double, drop: Double)] {
    let rewards = loop.groundedRewards
    return loop.steps.indices.dropLast().compactMap { index in
      let step = loop.steps[index]
      guard step.isPromoted, let dataset = step.chosenDataset, let student = step.chosenRepeat,
        let mean = rewards[index], let next = rewards[index + 1],
        let reward = step.datasets.first(where: { $0.index == dataset })?.trainings
          .first(where: { $0.repeatIndex == student })?.reward
      else { return nil }
      return (reward - mean, next - mean)
    }
  }
}

/// Whether the rewards R_k of one outer step differ by more than their repeats R_kj do.
public struct RewardNoise: Codable, Sendable, Equatable {
  /// Outer steps with at least two datasets of two repeats.
  public var steps: Int
  /// Share of those steps at which the standard deviation of R_k exceeds the standard error of a
  /// single R_k, estimated from the repeats.
  public var share: Double
  /// The same share with students assigned to datasets at random: what noise alone gives.
  public var chance: Double
  /// Standard deviation of a student's reward within its dataset, pooled over datasets and steps.
  public var within: Double
  /// Standard deviation of R_k within an outer step, pooled over steps.
  public var between: Double

  static let permutations = 100

  init?(_ steps: [OuterStepRecord], teacher: String) {
    let rewards = steps.map { $0.datasets.map { $0.trainings.map(\.reward) } }.filter { step in
      step.count > 1 && step.allSatisfy { $0.count > 1 && $0.allSatisfy(\.isFinite) }
    }
    guard !rewards.isEmpty else { return nil }
    self.steps = rewards.count
    let random = RandomStream(seed: 0, path: "compare/noise/\(teacher)")
    share = rewards.map { Self.exceeds($0) ? 1 : 0 }.mean
    chance =
      rewards.enumerated().map { index, step in
        var random = random.child("step", index)
        return (0..<Self.permutations).map { _ in
          Self.exceeds(Self.dealt(step, random: &random)) ? 1 : 0
        }.mean
      }.mean
    within = rewards.joined().map(\.variance).mean.squareRoot()
    between = rewards.map { $0.map(\.mean).variance }.mean.squareRoot()
  }

  private static func exceeds(_ step: [[Double]]) -> Bool {
    let noise = step.map { $0.variance / Double($0.count) }.mean
    return step.map(\.mean).variance > noise
  }

  private static func dealt(_ step: [[Double]], random: inout RandomStream) -> [[Double]] {
    let flat = Array(step.joined())
    var rest = random.sample(flat.count, of: flat)[...]
    return step.map { dataset in
      defer { rest = rest.dropFirst(dataset.count) }
      return Array(rest.prefix(dataset.count))
    }
  }
}

/// Whether a teacher learns to write about the operations that hard problems need.
public struct TargetTrend: Codable, Sendable, Equatable {
  public var teacher: String
  public var seeds: Int
  /// Share of target operations in the questions of the first and the last steps, 0 to 1.
  public var first: Double
  public var last: Double
  /// Last minus first, over seeds.
  public var change: Effect

  /// Outer steps at each end.
  static let window = 3

  /// Nil if no loop is long enough, or nothing is labelled.
  init?(_ teacher: LoopedTeacher) {
    let ends = teacher.loops.compactMap { loop -> (first: Double, last: Double)? in
      let shares = loop.questions.compactMap { step -> Double? in
        let shares = step.questions.compactMap(\.targetShare)
        return shares.isEmpty ? nil : shares.mean
      }
      guard shares.count >= 2 * Self.window else { return nil }
      return (shares.prefix(Self.window).mean, shares.suffix(Self.window).mean)
    }
    guard !ends.isEmpty else { return nil }
    self.teacher = teacher.label
    seeds = ends.count
    first = ends.map(\.first).mean
    last = ends.map(\.last).mean
    change = Effect(CrossedMean(seeds: ends.map { $0.last - $0.first }, extent: max(first, last)))
  }
}
