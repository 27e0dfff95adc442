import Diagnostics
import RunStore
import Statistics

/// Sentences that follow from the numbers.
enum Conclusions {
  /// `At pass@32, PS is 12.3 points above Hard-Only (+4.0 to +20.1, p 0.0021 after Holm, 8 seeds).`
  static func sentence(_ comparison: ArmComparison) -> String {
    let arm = Markdown.escape(comparison.arm)
    let reference = Markdown.escape(comparison.reference)
    let effect = comparison.difference
    let mean = effect.estimate.value
    let head = "At pass@\(comparison.k), "
    guard mean.isFinite else { return head + "\(arm) and \(reference) cannot be compared." }
    let size = Format.points(abs(mean))
    let relation =
      size == "0.0"
      ? "\(arm) and \(reference) are equal"
      : "\(arm) is \(size) points \(mean > 0 ? "above" : "below") \(reference)"
    let seeds = effect.seeds.counted("seed")
    guard let ends = effect.estimate.interval else {
      return head + "\(relation) over \(seeds); there is no interval, so nothing follows from this."
    }
    let p = effect.adjusted.map { ", p \(Format.p($0)) after Holm" } ?? ""
    let numbers =
      "(interval \(Format.signedPoints(ends.lower)) to \(Format.signedPoints(ends.upper))\(p), \(seeds))"
    guard effect.decision == .undecided else { return head + "\(relation) \(numbers)." }
    let found =
      effect.detectable.map { "; least detectable are \(Format.points($0)) points" } ?? ""
    return head + "\(relation) \(numbers): undecided\(found)."
  }

  /// What the run does not show, computed from its facts.
  static func limits(_ data: ReportData) -> [String] {
    [
      unfinished(data), seeds(data), overlaps(data), promotions(data), flatness(data),
      compute(data), diverged(data), screening(data), world(data),
    ].compactMap { $0 } + data.limits.map { Markdown.escape($0, limit: 2000) }
  }

  private static func unfinished(_ data: ReportData) -> String? {
    data.run.outcome == .finished
      ? nil
      : "The run is not complete (it is marked `\(data.run.outcome.rawValue)`); all numbers are of "
        + "what was stored so far."
  }

  private static func seeds(_ data: ReportData) -> String? {
    let count = data.seeds.count
    switch count {
    case ...1:
      return "With \(count.counted("seed")) nothing is known about the variation between runs; an "
        + "interval here covers the choice of problems at most."
    case ..<6:
      return "\(count.counted("seed")) give a coarse idea of the variation between runs; the paper "
        + "reports 6 to 12 nested seeds."
    default: return nil
    }
  }

  private static func overlaps(_ data: ReportData) -> String? {
    let open = data.comparisons.filter { $0.difference.decision == .undecided }
    guard !open.isEmpty else { return nil }
    guard open.count > mostPairs else {
      let names = open.map {
        "\(Markdown.escape($0.arm)) and \(Markdown.escape($0.reference)) at pass@\($0.k)"
      }
      return "It does not separate \(names.joined(separator: "; "))."
    }
    // Arms that are as open at one k as at others stand together.
    let groups = open.map(\.reference).distinct.flatMap { reference in
      let own = data.comparisons.filter { $0.reference == reference }
      let ks = own.map(\.k).distinct
      let arms = ks.map { k in
        own.filter { $0.k == k && $0.difference.decision == .undecided }.map(\.arm)
      }
      return arms.distinct.filter { !$0.isEmpty }.map { set in
        let at = zip(ks, arms).filter { $0.1 == set }.map { "\($0.0)" }
        return "\(subset(set, of: own.map(\.arm).distinct)) against \(Markdown.escape(reference)) "
          + "at pass@\(at.joined(separator: ", "))"
      }
    }
    return "Undecided: \(groups.joined(separator: "; ")) "
      + "(numbers: the table of all arms)."
  }

  /// More pairs than this are listed in groups.
  private static let mostPairs = 6

  /// `all 5 arms`, `A and B`, `all arms but A`, `12 of 31 arms`.
  private static func subset(_ names: [String], of all: [String]) -> String {
    func list(_ names: [String]) -> String {
      names.map { Markdown.escape($0) }.listedNames
    }
    let rest = all.filter { !names.contains($0) }
    if rest.isEmpty { return all.count == 1 ? list(all) : "all \(all.count) arms" }
    if names.count <= mostPairs { return list(names) }
    if rest.count <= mostPairs { return "all arms but \(list(rest))" }
    return "\(names.count) of \(all.count) arms"
  }

  private static func promotions(_ data: ReportData) -> String? {
    let without = Set(data.outerSteps.map(\.seed)).sorted().filter { seed in
      !data.outerSteps.contains { $0.seed == seed && $0.isPromoted }
    }
    guard !without.isEmpty else { return nil }
    return "No promotion happened in \(without.count == 1 ? "seed" : "seeds") \(without.listed): "
      + "there the promoted student is the base model and there are no promotion questions."
  }

  /// Whether the reference stayed at the base model's level: only then is a gain over it a gain
  /// over what the hard problems alone teach.
  private static func flatness(_ data: ReportData) -> String? {
    guard let base = data.arms.first(where: { $0.name == "Base" })?.passAtK.last,
      let reference = data.arms.first(where: { $0.name == data.reference })?.passAtK.last,
      base.k == reference.k
    else { return nil }
    let gain = reference.estimate.value - base.estimate.value
    guard gain.isFinite, abs(gain) > 0.01 else { return nil }
    return "\(Markdown.escape(data.reference)) is itself \(Format.points(abs(gain))) points "
      + "\(gain > 0 ? "above" : "below") Base at pass@\(base.k): the hard problems are not a "
      + "plateau for direct training here."
  }

  private static func compute(_ data: ReportData) -> String? {
    let reference = CostRow.rows(data).first { $0.name == data.reference }
    guard let reference, reference.tokensSampled > 0 else { return nil }
    let dearer = CostRow.rows(data).filter {
      $0.name != data.reference && $0.tokensSampled > reference.tokensSampled
    }
    guard !dearer.isEmpty else { return nil }
    let names = dearer.map {
      let ratio = $0.tokensSampled / reference.tokensSampled
      return "\(Markdown.escape($0.name)) (\(Format.fixed(ratio, digits: 1)) times)"
    }
    return "Compute is not equal: these sampled more tokens than "
      + "\(Markdown.escape(data.reference)): \(names.listedNames). The promoted student "
      + "and the promotion questions cost the whole outer loop."
  }

  private static func diverged(_ data: ReportData) -> String? {
    let names = data.armRuns.filter { $0.status == .diverged }.map {
      "\(Markdown.escape($0.arm)) (seed \($0.seed)"
        + ($0.student > 0 ? ", student \($0.student))" : ")")
    }
    return names.isEmpty
      ? nil : "Training diverged in \(names.listedNames); these are in the means."
  }

  private static func screening(_ data: ReportData) -> String? {
    // None where the screening was by probability alone.
    guard let samples = data.hardProblems.map(\.screeningSamples).min(), samples > 0 else {
      return nil
    }
    let rate = Format.fixed(300 / Double(max(1, samples)), digits: 1)
    return "Hard means 0 successes in \(samples) samples of this base model; a problem that it "
      + "solves up to about \(rate)% of the time still passes that screen in one case of twenty "
      + "or more."
  }

  private static func world(_ data: ReportData) -> String? {
    let transfer =
      data.transfer == nil
      ? "No transfer to other problems was tested."
      : "Transfer was tested on other problems of the same world only."
    return "\(data.subjectLimit) \(transfer)"
  }
}
