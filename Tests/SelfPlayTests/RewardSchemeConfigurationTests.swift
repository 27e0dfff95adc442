// Locks: every registered name makes a scheme; an unknown name is an error that lists the names
// and the nearest one, in a sum with its place; only the name is needed in a file, and an unknown
// key is found inside a sum too; configurations come back from YAML as they were; parameters out of
// range, sums without terms and gates without a classifier are refused.

import Configuration
import Diagnostics
import SelfPlay
import Testing

@Suite struct RewardSchemeConfigurationTests {
  struct Holder: Codable, Equatable {
    var reward = RewardSchemeConfiguration.grounded
  }

  static func error(
    _ configuration: RewardSchemeConfiguration, validity: QuestionValidity? = nil
  ) -> UserError? {
    do {
      _ = try RewardSchemeRegistry.standard.make(configuration, validity: validity)
      return nil
    } catch {
      return error as? UserError
    }
  }

  @Test func everyNameMakesAScheme() throws {
    let names = RewardSchemeRegistry.standard.names
    #expect(
      names == [
        "grounded", "learnability", "uncertainty", "variance", "band", "majority", "adversarial",
        "solve-rate", "learning-progress", "gradient-alignment", "diversity", "random", "permuted",
        "sum",
      ])
    for name in names {
      var configuration = RewardSchemeConfiguration(name)
      if name == "sum" { configuration.terms = [RewardSchemeConfiguration("random")] }
      let scheme = try RewardSchemeRegistry.standard.make(configuration, validity: { _ in true })
      #expect((scheme.granularity == .dataset) == ["grounded", "permuted"].contains(name))
    }
  }

  @Test func unknownNamesAreExplained() throws {
    let error = try #require(Self.error(RewardSchemeConfiguration("learnabilty")))
    #expect(error.hint == "did you mean learnability?")
    #expect(error.place == "reward.scheme")
    #expect(error.message.contains("'learnabilty'") && error.message.contains("solve-rate"))
    var sum = RewardSchemeConfiguration("sum")
    sum.terms = [RewardSchemeConfiguration("random"), RewardSchemeConfiguration("xyzzy")]
    let nested = try #require(Self.error(sum))
    #expect(nested.place == "reward.terms[1].scheme")
    #expect(nested.hint == nil)
  }

  @Test func onlyTheNameIsNeeded() throws {
    let text = """
      reward:
        scheme: sum
        gate: true
        perQuestionCredit: true
        terms:
          - {scheme: learnability}
          - {scheme: diversity, weight: 0.5, shingle: 3}
      """
    let holder = try ConfigurationLoader.load(Holder(), text: text, name: "test.yaml")
    var expected = RewardSchemeConfiguration("sum")
    expected.gate = true
    expected.perQuestionCredit = true
    var diversity = RewardSchemeConfiguration("diversity")
    diversity.weight = 0.5
    diversity.shingle = 3
    expected.terms = [RewardSchemeConfiguration("learnability"), diversity]
    #expect(holder.reward == expected)
    let again = try ConfigurationLoader.load(
      Holder(), text: ConfigurationLoader.yaml(holder), name: "again.yaml")
    #expect(again == holder)
  }

  @Test func unknownKeysAreFoundInsideASum() throws {
    let text = "reward: {scheme: sum, terms: [{scheme: diversity, shingel: 3}]}"
    let error = #expect(throws: UserError.self) {
      try ConfigurationLoader.load(Holder(), text: text, name: "test.yaml")
    }
    #expect(error?.place == "reward.terms[0]")
    #expect(error?.description.contains("did you mean shingle?") == true)
  }

  @Test func nonsenseIsRefused() throws {
    func place(_ name: String, _ change: (inout RewardSchemeConfiguration) -> Void) -> String? {
      var configuration = RewardSchemeConfiguration(name)
      change(&configuration)
      return Self.error(configuration)?.place
    }
    #expect(place("learnability") { $0.completions = 1 } == "reward.completions")
    #expect(place("band") { $0.lower = 0.9 } == "reward.lower")
    #expect(place("variance") { $0.bandwidth = 0 } == "reward.bandwidth")
    #expect(place("random") { $0.weight = .nan } == "reward.weight")
    #expect(place("sum") { _ in } == "reward.terms")
    #expect(place("band") { $0.gate = true } == "reward.gate")
    #expect(place("grounded") { $0.perQuestionCredit = true } == "reward.perQuestionCredit")
    #expect(place("solve-rate") { _ in } == "reward")
    #expect(
      place("sum") {
        $0.gate = true
        $0.terms = [RewardSchemeConfiguration("band")]
      } == "reward")
    #expect(
      place("band") { $0.terms = [RewardSchemeConfiguration("random")] } == "reward.terms")
  }
}
