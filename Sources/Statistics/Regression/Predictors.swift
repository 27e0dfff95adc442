/// Named predictor columns of equal length, one value per row.
public struct Predictors: Sendable, Equatable, ExpressibleByDictionaryLiteral {
  public let names: [String]
  /// [column][row]
  public let columns: [[Double]]

  public init(names: [String], columns: [[Double]]) {
    precondition(names.count == columns.count, "one name per column")
    precondition(Set(columns.map(\.count)).count <= 1, "columns have one value per row")
    self.names = names
    self.columns = columns
  }

  public init(dictionaryLiteral elements: (String, [Double])...) {
    self.init(names: elements.map(\.0), columns: elements.map(\.1))
  }

  public var count: Int { columns.count }

  /// All columns except the one at `index`.
  func removing(_ index: Int) -> Predictors {
    var names = names
    var columns = columns
    names.remove(at: index)
    columns.remove(at: index)
    return Predictors(names: names, columns: columns)
  }
}
