/// Slash-keyed names of measurements, shared by metrics.jsonl and TensorBoard.
package enum MetricTags {
  /// Tags of an outer loop.
  package struct Loop {
    private let prefix: String

    package init(_ teacher: String) { prefix = teacher.lowercased() }

    package var reward: String { "\(prefix)/reward" }
    package var movingAverage: String { "\(prefix)/moving_average" }
    package var threshold: String { "\(prefix)/threshold" }
    package var promoted: String { "\(prefix)/promoted" }
    package var baselineAccuracy: String { "\(prefix)/baseline_accuracy" }
    package var rejected: String { "\(prefix)/rejected" }
    package var seconds: String { "\(prefix)/seconds" }
    package var loss: String { "\(prefix)/teacher/loss" }
    package var kl: String { "\(prefix)/teacher/kl" }
    package var gradientNorm: String { "\(prefix)/teacher/gradient_norm" }
    /// Sampled texts.
    package var questions: String { "\(prefix)/questions" }

    /// Share of the questions with a classifier's label.
    package func label(_ what: String, _ classifier: String) -> String {
      "\(prefix)/labels/\(classifier)/\(what)"
    }
  }

  /// Tags of an arm's student.
  package struct Arm {
    private let prefix: String

    package init(_ arm: String) { prefix = "arm/\(arm)" }

    package var trainingReward: String { "\(prefix)/training_reward" }
    package var trainGreedy: String { "\(prefix)/train_greedy" }
    package func testPass(_ k: Int) -> String { "\(prefix)/test_pass_at_\(k)" }
  }
}
