/// Labels and rewards of one or several runs, gathered question by question in the order of their
/// datasets.
public struct AssociationData: Sendable {
  /// One teacher's outer loop.
  public struct Loop: Sendable, Equatable {
    public var folder: String
    public var run: String
    public var seed: Int
    public var teacher: String
    /// Number of the pair of run and seed, over all folders.
    public var cluster: Int

    public init(folder: String, run: String, seed: Int, teacher: String, cluster: Int) {
      self.folder = folder
      self.run = run
      self.seed = seed
      self.teacher = teacher
      self.cluster = cluster
    }
  }

  public private(set) var loops: [Loop] = []
  /// One row per dataset with a finite reward.
  public private(set) var datasets = AssociationRows()
  /// Per dataset: its number within the step, its questions, and those with a label.
  public private(set) var numbers: [Int] = []
  public private(set) var questionCounts: [Int] = []
  public private(set) var labelledCounts: [Int] = []
  public private(set) var isPromoted: [Bool] = []
  /// The finite rewards of each dataset's repeats: [dataset][repeat].
  public private(set) var repeats: [[Double]] = []
  /// Datasets whose reward is missing or not finite; they are left out.
  public private(set) var unrewarded = 0
  /// The row of each question's dataset: [question].
  public private(set) var datasetOfQuestion: [Int32] = []
  private var questionColumns = [[Double]](
    repeating: [], count: QuestionFeature.allCases.count)
  private var open = OpenDataset()
  private var isOpen = false

  private struct OpenDataset {
    var sums = [Double](repeating: 0, count: QuestionFeature.allCases.count)
    var counts = [Int](repeating: 0, count: QuestionFeature.allCases.count)
    var questions = 0
    var structured = 0
    /// As bytes, because strings compare by canonical equivalence.
    var structures: Set<[UInt8]> = []
  }

  public init() {}

  public mutating func begin(_ loop: Loop) {
    end()
    loops.append(loop)
  }

  /// The next dataset of the last loop; its questions follow.
  public mutating func beginDataset(
    step: Int, number: Int, reward: Double?, repeats scores: [Double?], isPromoted promoted: Bool
  ) {
    end()
    guard let reward, reward.isFinite, let loop = loops.last else {
      unrewarded += 1
      return
    }
    datasets.reward.append(reward)
    datasets.run.append(loop.cluster)
    datasets.loop.append(loops.count - 1)
    datasets.step.append(Double(step))
    numbers.append(number)
    isPromoted.append(promoted)
    repeats.append(scores.compactMap { $0 }.filter(\.isFinite))
    isOpen = true
  }

  /// Adds a question to the last dataset; drops it if the dataset has no reward.
  ///
  /// - Parameter structure: equal for questions that differ only in names and digits.
  public mutating func add(_ features: FeatureValues, structure: String?) {
    guard isOpen else { return }
    let row = datasetOfQuestion.count
    datasetOfQuestion.append(Int32(datasets.count - 1))
    open.questions += 1
    for (index, value) in features.values.enumerated() {
      if !value.isNaN {
        open.sums[index] += value
        open.counts[index] += 1
        if questionColumns[index].isEmpty {
          questionColumns[index] = [Double](repeating: .nan, count: row)
        }
      } else if questionColumns[index].isEmpty {
        continue
      }
      questionColumns[index].append(value)
    }
    if let structure {
      open.structured += 1
      open.structures.insert(Array(structure.utf8))
    }
  }

  /// Closes the last dataset.
  public mutating func end() {
    guard isOpen else { return }
    isOpen = false
    if open.structured > 0 {
      let place = QuestionFeature.distinctStructures.ordinal
      open.sums[place] = Double(open.structures.count)
      open.counts[place] = open.structured
    }
    let row = datasets.count - 1
    for index in open.sums.indices {
      let count = open.counts[index]
      if count > 0, datasets.columns[index].isEmpty {
        datasets.columns[index] = [Double](repeating: .nan, count: row)
      } else if datasets.columns[index].isEmpty {
        continue
      }
      datasets.columns[index].append(count > 0 ? open.sums[index] / Double(count) : .nan)
    }
    questionCounts.append(open.questions)
    labelledCounts.append(open.counts[QuestionFeature.wellPosed.ordinal])
    open = OpenDataset()
  }

  /// One row per question of a dataset with a finite reward, which the question shares.
  public var questions: AssociationRows {
    var rows = AssociationRows()
    rows.reward = datasetOfQuestion.map { datasets.reward[Int($0)] }
    rows.run = datasetOfQuestion.map { datasets.run[Int($0)] }
    rows.loop = datasetOfQuestion.map { datasets.loop[Int($0)] }
    rows.step = datasetOfQuestion.map { datasets.step[Int($0)] }
    rows.columns = questionColumns
    return rows
  }

  public var questionCount: Int { datasetOfQuestion.count }
  public var clusterCount: Int { Set(datasets.run).count }
}
