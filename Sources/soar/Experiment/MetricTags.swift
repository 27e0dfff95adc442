/// The slash-keyed names of what is measured, in metrics.jsonl and for TensorBoard alike.
enum MetricTags {
  /// Of an outer loop.
  struct Loop {
    private let prefix: String

    init(_ teacher: String) { prefix = teacher.lowercased() }

    var reward: String { "\(prefix)/reward" }
    var movingAverage: String { "\(prefix)/moving_average" }
    var threshold: String { "\(prefix)/threshold" }
    var promoted: String { "\(prefix)/promoted" }
    var baselineAccuracy: String { "\(prefix)/baseline_accuracy" }
    var rejected: String { "\(prefix)/rejected" }
    var seconds: String { "\(prefix)/seconds" }
    var loss: String { "\(prefix)/teacher/loss" }
    var kl: String { "\(prefix)/teacher/kl" }
    var gradientNorm: String { "\(prefix)/teacher/gradient_norm" }
    /// Sampled texts.
    var questions: String { "\(prefix)/questions" }

    /// A share of the questions, as a classifier labels them.
    func label(_ what: String, _ classifier: String) -> String {
      "\(prefix)/labels/\(classifier)/\(what)"
    }
  }

  /// Of a student of an arm.
  struct Arm {
    private let prefix: String

    init(_ arm: String) { prefix = "arm/\(arm)" }

    var trainingReward: String { "\(prefix)/training_reward" }
    var trainGreedy: String { "\(prefix)/train_greedy" }
    func testPass(_ k: Int) -> String { "\(prefix)/test_pass_at_\(k)" }
  }
}
