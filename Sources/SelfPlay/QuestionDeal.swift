public import Randomness

/// Which of a step's questions make up which dataset.
///
/// Each question is in k datasets (`soar.datasetsPerQuestion`). The questions are dealt out k times:
/// shuffled and cut into g / k datasets of n, so that no dataset holds a question twice and every
/// question is in exactly k of them. With k = 1 they are cut in the order in which they were written.
public struct QuestionDeal: Sendable, Equatable {
  /// Indices of questions, [g][n].
  public let members: [[Int]]
  /// Questions that are dealt out: g n / k.
  public let count: Int
  /// k.
  public let datasetsPerQuestion: Int
  /// r: students whose mean gain is a dataset's reward.
  private let repeats: Int

  /// - Parameter soar: its `datasetsPerQuestion` divides `datasets`.
  public init(_ soar: SOARConfiguration, stream: RandomStream) {
    datasetsPerQuestion = soar.datasetsPerQuestion
    repeats = soar.repeats
    precondition(
      soar.datasets % datasetsPerQuestion == 0, "each deal takes the same number of datasets")
    let perDeal = soar.datasets / datasetsPerQuestion
    let size = soar.questionsPerDataset
    count = perDeal * size
    let written = Array(0..<count)
    var stream = stream
    var members: [[Int]] = []
    for _ in 0..<datasetsPerQuestion {
      let order = datasetsPerQuestion == 1 ? written : stream.shuffled(written)
      members += (0..<perDeal).map { Array(order[$0 * size..<($0 + 1) * size]) }
    }
    self.members = members
  }

  /// Whether datasets have questions in common.
  public var isShared: Bool { datasetsPerQuestion > 1 }

  /// The datasets, [g][n].
  ///
  /// - Parameter questions: in the order in which they were written.
  public func datasets<Question>(of questions: [Question]) -> [[Question]] {
    members.map { $0.map { questions[$0] } }
  }
}

extension QuestionDeal {
  /// The share of the variance of one student's reward that its dataset explains, as the ridge
  /// assumes it: .35 to .47 were measured (docs/LAB-NOTES.md). Advantages hardly depend on it.
  static let reliability = 0.4

  /// One advantage per question: a ridge regression of the datasets' rewards R on membership Z,
  /// scaled so that the update has the expectation of leave-one-out with datasets of their own.
  ///
  ///     b = Z' (C Z Z' C + lambda I)^-1 C R,   lambda = n (1 - ICC) / (r ICC)
  ///     A = b / h,                             h = mean over questions of the diagonal of db/dR Z
  ///
  /// with C centring over the g datasets. They sum to zero, and with k = 1 they are the leave-one-out
  /// advantages of the questions' datasets. docs/statistics.md derives both.
  ///
  /// - Parameter rewards: one per dataset, [g].
  /// - Returns: exact zeros if all rewards are equal.
  public func advantages(of rewards: [Double]) -> [Double] {
    precondition(rewards.count == members.count && datasetsPerQuestion < members.count)
    guard let first = rewards.first, rewards.contains(where: { $0 != first }) else {
      return [Double](repeating: 0, count: count)
    }
    let ridge =
      Double(members[0].count) * (1 - Self.reliability) / (Double(repeats) * Self.reliability)
    let system = CholeskyFactor(centredOverlaps(ridge: ridge))
    let centre = mean(rewards)
    let solution = system.solve(rewards.map { $0 - centre })
    var credits = [Double](repeating: 0, count: count)
    for (dataset, questions) in members.enumerated() {
      for question in questions { credits[question] += solution[dataset] }
    }
    let response = (Double(members.count) - ridge * system.inverseTrace) / Double(count)
    return credits.map { $0 / response }
  }

  /// C Z Z' C + ridge I, [g][g]. Every row of Z Z' sums to n k, so centring takes n k / g off each
  /// entry.
  private func centredOverlaps(ridge: Double) -> [[Double]] {
    let sets = members.map(Set.init)
    let expected =
      Double(members[0].count * datasetsPerQuestion) / Double(members.count)
    return sets.indices.map { a in
      sets.indices.map { b in
        let common = a == b ? members[a].count : members[a].count { sets[b].contains($0) }
        return Double(common) - expected + (a == b ? ridge : 0)
      }
    }
  }
}

/// L of M = L L', for a symmetric positive definite M of a few hundred rows.
private struct CholeskyFactor {
  /// The lower triangle, row by row.
  private let rows: [[Double]]

  init(_ matrix: [[Double]]) {
    var rows: [[Double]] = []
    for i in matrix.indices {
      var row: [Double] = []
      for j in 0...i {
        let other = j < i ? rows[j] : row
        var rest = matrix[i][j]
        for k in 0..<j { rest -= row[k] * other[k] }
        row.append(j < i ? rest / other[j] : rest.squareRoot())
      }
      rows.append(row)
    }
    self.rows = rows
  }

  /// x of L x = b.
  private func forward(_ values: [Double]) -> [Double] {
    var solution: [Double] = []
    for (i, row) in rows.enumerated() {
      var rest = values[i]
      for k in 0..<i { rest -= row[k] * solution[k] }
      solution.append(rest / row[i])
    }
    return solution
  }

  /// x of M x = b.
  func solve(_ values: [Double]) -> [Double] {
    var solution = forward(values)
    for i in rows.indices.reversed() {
      for k in i + 1..<rows.count { solution[i] -= rows[k][i] * solution[k] }
      solution[i] /= rows[i][i]
    }
    return solution
  }

  /// The trace of M^-1: the sum of squares of L^-1.
  var inverseTrace: Double {
    rows.indices.reduce(0) { sum, column in
      let unit = rows.indices.map { $0 == column ? 1.0 : 0 }
      return sum + forward(unit).reduce(0) { $0 + $1 * $1 }
    }
  }
}
