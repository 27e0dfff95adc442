import Diagnostics
public import Experiments
public import Foundation
public import SelfPlay

/// How long a planned run may take, from rates that were given or measured; never from a guess.
public struct RunForecast: Sendable, Encodable {
  /// Tokens a second of a whole server, with all requests that are at work at once.
  public struct Rates: Sendable {
    public var sampled: Double
    /// Nil leaves training out of the hours.
    public var trained: Double?

    /// - Parameters:
    ///   - sampled: above 0.
    ///   - trained: above 0.
    public init(sampled: Double, trained: Double?) {
      self.sampled = sampled
      self.trained = trained
    }
  }

  /// Nil if nothing is known.
  public var hours: Double?
  /// What the hours rest on, or why there are none.
  public var basis: String
  /// Students' tokens to expect, if responses are as long as those of an earlier run.
  public var expectedSampledTokens: Double?
  public var expectedBasis: String?

  /// - Parameters:
  ///   - workers: threads of the run.
  ///   - rates: nil takes those of finished runs below `runs/`.
  public init(
    _ configuration: RunConfiguration, _ plan: WorkPlan, workers: Int, rates: Rates? = nil
  ) throws {
    try self.init(
      configuration, plan, workers: workers, rates: rates, earlier: StoredRunRates.shared)
  }

  init(
    _ configuration: RunConfiguration, _ plan: WorkPlan, workers: Int, rates: Rates?,
    earlier: StoredRunRates
  ) throws {
    let isLocal = configuration.engine.kind == .local
    let found = earlier.measurement(
      of: try StoredRunRates.base(of: configuration), workers: isLocal ? workers : nil)
    let total = plan.total
    if let tokens = found?.responseTokens, let run = found?.run {
      expectedSampledTokens = (total.rollouts.most + total.samples.most) * tokens
      expectedBasis = "\(tokens.fixed(1)) tokens a response, as in \(run)"
    }
    if let rates {
      var seconds = total.generatedTokens.most / rates.sampled
      if let trained = rates.trained { seconds += total.trainedTokens / trained }
      hours = seconds / 3600
      basis =
        "at most, at \(rates.sampled.fixed(0)) sampled "
        + (rates.trained.map { "and \($0.fixed(0)) trained tokens a second, in turn" }
          ?? "tokens a second; training is left out")
    } else if let found {
      hours = try found.rates.duration(of: configuration, workers: workers).seconds / 3600
      basis =
        "by the rollouts a second of \(found.origin)"
        + (isLocal ? ", on this run's threads (\(workers))" : "")
    } else {
      hours = nil
      basis =
        isLocal
        ? "no finished run below runs/ has this base model on this kind of processor"
        : "no finished run below runs/ used this server; give --tokens-per-second"
    }
  }

  private enum Keys: String, CodingKey {
    case hours, basis, expectedSampledTokens, expectedBasis
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Keys.self)
    try container.encode(Measured(hours), forKey: .hours)
    try container.encode(basis, forKey: .basis)
    try container.encode(Measured(expectedSampledTokens), forKey: .expectedSampledTokens)
    try container.encode(expectedBasis, forKey: .expectedBasis)
  }

  public var text: String {
    let time =
      hours.map { "\($0 < 0.1 ? $0.fixed(3) : $0.fixed(1)) hours" } ?? "no estimate"
    var lines = ["Time: \(time): \(basis)."]
    if let tokens = expectedSampledTokens, let expectedBasis {
      lines.append(
        "Expected of students: up to \(Bound(tokens, tokens).text) sampled tokens: \(expectedBasis)."
      )
    }
    return lines.joined(separator: "\n")
  }
}

extension RunForecast {
  /// How long a run should take in all, by the rates of finished runs in the folder that holds it, of the same
  /// base model on this kind of processor, or on the same server. Without such a run, how its parts compare;
  /// nil on a server, whose students wait side by side.
  ///
  /// - Parameters:
  ///   - folder: the run's own.
  ///   - workers: threads of the run.
  public static func duration(
    of configuration: RunConfiguration, in folder: URL, workers: Int
  ) -> ExpectedDuration? {
    let folder = folder.standardizedFileURL
    let earlier = StoredRunRates(
      folder: folder.deletingLastPathComponent().path, except: folder.lastPathComponent)
    let isLocal = configuration.engine.kind == .local
    guard let base = try? StoredRunRates.base(of: configuration),
      let found = earlier.measurement(
        of: base, workers: isLocal ? workers : nil),
      let duration = try? found.rates.duration(of: configuration, workers: workers),
      duration.seconds.isFinite, duration.seconds > 0
    else { return isLocal ? try? PartRates.relative(configuration) : nil }
    return duration
  }
}
