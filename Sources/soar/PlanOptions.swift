import ArgumentParser
import Diagnostics
import Experiments
import Grids
import SelfPlay

/// `--dry-run` and what it may need to know.
struct PlanOptions: ParsableArguments {
  @Flag(help: "Print what the run would do and cost, and stop.")
  var dryRun = false

  @Option(
    help: ArgumentHelp(
      "With --dry-run: tokens that the server samples in a second, all requests together.",
      valueName: "n"))
  var tokensPerSecond: Double?

  @Option(
    help: ArgumentHelp(
      "With --dry-run: tokens that the server trains on in a second.", valueName: "n"))
  var trainedTokensPerSecond: Double?

  func validate() throws {
    for (name, rate) in [
      ("--tokens-per-second", tokensPerSecond),
      ("--trained-tokens-per-second", trainedTokensPerSecond),
    ] {
      guard let rate else { continue }
      guard dryRun else { throw ValidationError("\(name) is for --dry-run.") }
      guard rate > 0, rate.isFinite else {
        throw ValidationError("\(name) must be a number above 0.")
      }
    }
    if trainedTokensPerSecond != nil && tokensPerSecond == nil {
      throw ValidationError("--trained-tokens-per-second needs --tokens-per-second.")
    }
  }

  /// Prints the plan; trains and contacts nothing.
  func printPlan(
    of configuration: RunConfiguration, cache: BaseModelCache, workers: Int, asJSON: Bool
  ) async throws {
    let plan = try WorkPlan(
      configuration, subject: try await RunSubject(configuration), cache: cache)
    let forecast = try RunForecast(
      configuration, plan, workers: workers,
      rates: tokensPerSecond.map {
        RunForecast.Rates(sampled: $0, trained: trainedTokensPerSecond)
      })
    guard asJSON else { return try Console.print(plan.text + "\n\n" + forecast.text) }
    struct Result: Encodable {
      var plan: WorkPlan
      var forecast: RunForecast
    }
    try printJSON(Result(plan: plan, forecast: forecast))
  }
}
