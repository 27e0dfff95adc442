import Diagnostics
package import Statistics

/// Performance profiles (Agarwal et al. 2021, rliable): the share of runs that score above a threshold tau,
/// which shows whether an arm solves few problems reliably or many by luck. pass@k mixes the two.
///
/// - A *run* is one seed on one hard-test problem; a seed's students count as one run, each with its part.
/// - A *score* is the share of the run's samples that are right. It is not pass@k at the largest k: of as many
///   samples as k that is 0 or 1, and its profile a flat line. The profile of the share holds it anyway: with n
///   samples, its value at tau = 0 is pass@n, and the area under it is pass@1.
///
/// rliable draws bands of a bootstrap that resamples the runs of every task. Here the same seeds answer all
/// tasks, and such intervals are too narrow (docs/statistics.md), so that bands are those of ``CrossedMean``,
/// pointwise. The arms are those that ``CostFigure`` names.
public struct ProfileFigure: Figure, Equatable {
  /// One arm's profile and what it sums up to.
  package struct Arm: Codable, Sendable, Equatable {
    package var arm: String
    package var seeds: Int
    package var profile: [Point]
    /// Mean of all scores: pass@1.
    package var mean: Estimate
    /// Mean of the middle half of all scores.
    package var interquartileMean: Estimate
    /// Share of the runs with a right sample.
    package var once: Estimate
    /// Share of the runs with at least half of the samples right.
    package var half: Estimate
  }

  package struct Point: Codable, Sendable, Equatable {
    package var threshold: Double
    /// Share of the runs that score above it.
    package var share: Estimate
  }

  package let arms: [Arm]
  /// Arms without a place.
  private let hidden: Int
  private let baseline: String
  /// Samples per problem, ascending.
  private let samples: [Int]
  private let problems: [Int]
  private let isAtCheckpoint: Bool
  /// Of the run, if it is known.
  var looks = Looks(loops: [])
  public let fileName = "performance-profiles"

  /// Most thresholds.
  private static let limit = 64

  public init(_ comparison: RunComparison) {
    let named = CostFigure(comparison).labelled.map(\.arm)
    let best = comparison.rows.sorted {
      $0.passAtK.last?.estimate.value ?? 0 > $1.passAtK.last?.estimate.value ?? 0
    }
    // Where nothing has a cost, such as in runs of inference alone.
    let chosen = named.isEmpty ? Array(best.map(\.arm).prefix(CostFigure.labelLimit)) : named
    let shown = comparison.arms.filter { chosen.contains($0.name) }
    let last = shown.flatMap(\.units).compactMap(\.points.last)
    samples = Set(last.map(\.samples)).sorted()
    problems = Set(last.map(\.successes.count)).sorted()
    let levels = max(1, samples.first ?? 1)
    let count = min(levels, Self.limit)
    let thresholds = (0..<count).map { Double($0 * levels / count) / Double(levels) }
    arms = shown.map { Arm($0, at: comparison.checkpoint, above: thresholds) }
    hidden = comparison.arms.count - shown.count
    baseline = comparison.baseline
    isAtCheckpoint = comparison.checkpoint == .rule
  }

  /// Whether there are profiles to compare.
  var isTelling: Bool { arms.count > 1 && samples.first ?? 0 > 1 }

  /// With more arms than this, bands hide each other.
  private static let bandLimit = 4
  private var hasBands: Bool { arms.count <= Self.bandLimit }

  public var caption: String {
    let ends =
      samples.count == 1 && !isAtCheckpoint
      ? "Left end: pass@\(samples.listed); area under a line: pass@1. " : ""
    let rest =
      hidden > 0
      ? " Not shown: the other \(hidden.counted("arm")); named are the front of the costs, \(baseline) and the best of the rest."
      : ""
    let seeds = Set(arms.map(\.seeds)).sorted()
    let size =
      seeds.count == 1 ? (seeds.first ?? 0).counted("seed") : "\(seeds.listed) seeds per arm"
    return """
      Performance profiles: share of the runs, a seed on a hard-test problem each, in which more than a share \
      tau of the samples is right\(isAtCheckpoint ? ", at the checkpoint" : ""). \(ends)\
      \(size), \(problems.listed) problems, \(samples.listed) samples each; \(hasBands ? "bands" : "bars"): \
      \(RunComparison.intervals), pointwise, where a share is above zero.\(rest)
      """
  }

  private var frame: LegendedPlot {
    let names = arms.map(\.arm)
    return LegendedPlot(
      legend: LegendGrid(
        names: names, styles: looks.styles(of: names, reference: baseline), width: 960,
        // In 80 columns names then neither touch nor share a line.
        letterWidth: 12.6),
      xlabel: "tau: share of the samples that is right (%)", ylabel: "runs above tau (%)")
  }
  public var size: (width: Int, height: Int) { frame.size }

  public func plot(into script: inout GnuplotScript) {
    let frame = frame
    frame.draw(into: &script) { script in
      script.line("set xrange [-2:100]")
      script.line("set xtics 20")
      let tops = arms.flatMap(\.profile).map(\.share).map { share in
        100 * (share.value > 0 ? share.interval?.upper ?? share.value : 0)
      }
      script.range("yrange", over: tops)
      script.tics("ytics", to: tops.max() ?? 0, intervals: 6)
      script.plot(elements(frame.legend.styles, into: &script))
    }
  }

  private func elements(_ styles: [SeriesStyle], into script: inout GnuplotScript) -> [String] {
    var (bands, lines): ([String], [String]) = ([], [])
    for (index, (arm, style)) in zip(arms, styles).enumerated() {
      let rows = arm.profile.map { point in
        let ends = point.share.interval
        return [
          point.threshold, point.share.value, ends?.lower ?? point.share.value,
          ends?.upper ?? point.share.value,
        ].map { 100 * $0 }
      }
      // A profile keeps its value up to the next threshold, the last one up to 100.
      let held = rows + [[100] + (rows.last ?? []).dropFirst()]
      let block = script.data(held)
      // Arms are marked side by side, so that no mark or bar hides another.
      let apart = max(1, rows.count / 4)
      let first = index * apart / max(1, arms.count)
      let marked = "every \(apart)::\(first)"
      lines.append("\(block) using 1:2 with steps \(style.line(width: 2.2))")
      lines.append("\(block) using 1:2 \(marked) with points \(style.mark(size: 1.3))")
      // All zeros have the same interval: those of several arms would lie on each other as one block.
      if hasBands {
        let corners = zip(held, held.dropFirst()).filter { $0.0[1] > 0 }.flatMap { row, next in
          [row, [next[0]] + row.dropFirst()]
        }
        guard !corners.isEmpty else { continue }
        // Characters would hide the lines.
        bands.append(
          "\(script.data(corners)) using 1:(format eq 'ascii' ? NaN : $3):4 with filledcurves "
            + "linecolor rgb '\(style.color)'")
      } else {
        let barred = stride(from: first, to: held.count, by: apart).map { held[$0] }
          .filter { $0[1] > 0 }
        guard !barred.isEmpty else { continue }
        bands.append(
          "\(script.data(barred)) using 1:2:3:4 with yerrorbars pointtype 0 linewidth 1.4 "
            + "linecolor rgb '\(style.color)'")
      }
    }
    return bands + lines
  }
}

extension ProfileFigure.Arm {
  fileprivate init(
    _ arm: ComparedArm, at checkpoint: ComparedArm.Checkpoint, above thresholds: [Double]
  ) {
    let scores = arm.solvedShares(at: checkpoint)
    func share(above threshold: Double) -> Estimate {
      PerformanceProfile.share(
        students: scores, above: threshold, sharesProblems: arm.sharesProblems
      ).estimate()
    }
    self.arm = arm.name
    seeds = arm.seedCount
    profile = thresholds.map { ProfileFigure.Point(threshold: $0, share: share(above: $0)) }
    mean = CrossedMean(students: scores, sharesProblems: arm.sharesProblems).estimate()
    interquartileMean = PerformanceProfile.interquartileMean(
      students: scores, sharesProblems: arm.sharesProblems)
    once = share(above: 0)
    half = share(above: 0.5.nextDown)
  }
}

extension ProfileFigure {
  /// What the profiles sum up to, an arm a row.
  var table: String {
    let rows = arms.map { arm in
      [
        "**\(Markdown.escape(arm.arm))**", "\(arm.seeds)", Format.estimate(arm.mean),
        Format.estimate(arm.interquartileMean), Format.estimate(arm.once),
        Format.estimate(arm.half),
      ]
    }
    return """
      In percent of the samples: the mean (pass@1), and the interquartile mean (IQM), which is the mean of the \
      middle half of all scores: neither a few problems that are always solved nor one lucky seed move it far. In \
      percent of the runs: those with a right sample, and those with at least half of the samples right. In \
      brackets: \(RunComparison.intervals).

      \(Markdown.table(["arm", "seeds", "mean", "IQM", "solved once", "solved by half"], rows))
      """
  }
}
