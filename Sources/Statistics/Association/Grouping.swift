/// Which group (run, block, cluster) each row belongs to.
public struct Grouping: Sendable, Equatable {
  /// Group of each row, numbered 0..<count by first appearance: [rows].
  public let indices: [Int]
  /// Number of groups.
  public let count: Int

  /// - Parameter labels: one per row; rows with equal labels form a group, wherever they are.
  public init<Label: Hashable>(_ labels: [Label]) {
    var numbers: [Label: Int] = [:]
    var indices: [Int] = []
    indices.reserveCapacity(labels.count)
    for label in labels {
      if let number = numbers[label] {
        indices.append(number)
      } else {
        indices.append(numbers.count)
        numbers[label] = numbers.count
      }
    }
    self.indices = indices
    count = numbers.count
  }

  /// All rows in one group.
  public static func single(rows: Int) -> Grouping {
    Grouping([Int](repeating: 0, count: rows))
  }

  public var rowCount: Int { indices.count }

  /// Number of rows in each group: [count].
  public var sizes: [Int] {
    var sizes = [Int](repeating: 0, count: count)
    for index in indices { sizes[index] += 1 }
    return sizes
  }

  /// Rows of each group, ascending: [count][rows].
  public var rows: [[Int]] {
    var rows = [[Int]](repeating: [], count: count)
    for (row, index) in indices.enumerated() { rows[index].append(row) }
    return rows
  }

  /// Mean of each group: [count]; a large common offset loses no digits.
  func means(_ values: [Double]) -> [Double] {
    precondition(values.count == rowCount, "one value per row")
    let sizes = sizes
    let rough = sums(values).enumerated().map { $1 / Double(sizes[$0]) }
    var corrections = [Double](repeating: 0, count: count)
    for (row, group) in indices.enumerated() { corrections[group] += values[row] - rough[group] }
    return rough.indices.map { rough[$0] + corrections[$0] / Double(sizes[$0]) }
  }

  private func sums(_ values: [Double]) -> [Double] {
    var sums = [Double](repeating: 0, count: count)
    for (row, group) in indices.enumerated() { sums[group] += values[row] }
    return sums
  }
}
