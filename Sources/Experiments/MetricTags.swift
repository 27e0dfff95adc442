package import Diagnostics

/// Slash-keyed names of measurements, shared by metrics.jsonl and TensorBoard.
package enum MetricTags {
  /// One series name per given name, compared by bytes. Names that a file cannot tell apart get a
  /// number.
  ///
  /// - Parameter shown: the name as it is written.
  package static func distinct(
    _ names: [String], shown: (String) -> String
  ) -> [ExactText: String] {
    var taken: Set<ExactText> = []
    var result: [ExactText: String] = [:]
    for name in names where result[name.exact] == nil {
      let plain = shown(name)
      let candidates = [plain] + (2...(names.count + 1)).map { "\(plain) (\($0))" }
      let free = candidates.first { !taken.contains($0.exact) } ?? plain
      taken.insert(free.exact)
      result[name.exact] = free
    }
    return result
  }

  /// Tags of an outer loop.
  package struct Loop {
    package let prefix: String

    /// - Parameter teachers: all of the run: names that lower case makes alike keep their own.
    package init(_ teacher: String, among teachers: [String] = []) {
      let name = teacher.lowercased()
      let isShared = teachers.contains { $0 != teacher && $0.lowercased() == name }
      self.init(prefix: isShared ? teacher : name)
    }

    package init(prefix: String) { self.prefix = prefix }

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
