import Statistics

/// Rows of one level, datasets or questions, as columns.
public struct AssociationRows: Sendable {
  /// R_k of the row's dataset.
  public internal(set) var reward: [Double] = []
  /// The cluster: pairs of run and seed, counted from 0.
  public internal(set) var run: [Int] = []
  /// The teacher within a run, counted from 0.
  public internal(set) var loop: [Int] = []
  /// The outer step.
  public internal(set) var step: [Double] = []
  /// [feature ordinal][row], NaN where a row has no value; empty if no row has one.
  var columns = [[Double]](repeating: [], count: QuestionFeature.allCases.count)

  public var count: Int { reward.count }

  /// Pairs of loop and step.
  var steps: Grouping { Grouping(zip(loop, step).map { StepKey(loop: $0, step: $1) }) }

  struct StepKey: Hashable {
    var loop: Int
    var step: Double
  }

  /// Features that at least one row has, in the order of `allCases`.
  public var features: [QuestionFeature] {
    QuestionFeature.allCases.filter { !columns[$0.ordinal].isEmpty }
  }

  /// [row], NaN where a row has no value; nil if no row has one.
  public func column(_ feature: QuestionFeature) -> [Double]? {
    let column = columns[feature.ordinal]
    return column.isEmpty ? nil : column
  }

  /// The rows that have all of these features, with only these columns, and the rows' indices.
  func complete(in features: [QuestionFeature]) -> (rows: AssociationRows, places: [Int]) {
    let wanted = features.map { columns[$0.ordinal] }
    guard wanted.allSatisfy({ !$0.isEmpty }) else { return (AssociationRows(), []) }
    var places: [Int] = []
    places.reserveCapacity(count)
    for row in 0..<count where wanted.allSatisfy({ !$0[row].isNaN }) { places.append(row) }
    var result = AssociationRows()
    // If nothing is missing, the columns are shared and cost no memory.
    let isWhole = places.count == count
    result.reward = isWhole ? reward : places.map { reward[$0] }
    result.run = isWhole ? run : places.map { run[$0] }
    result.loop = isWhole ? loop : places.map { loop[$0] }
    result.step = isWhole ? step : places.map { step[$0] }
    for (feature, column) in zip(features, wanted) {
      result.columns[feature.ordinal] = isWhole ? column : places.map { column[$0] }
    }
    return (result, places)
  }

  func predictors(_ features: [QuestionFeature]) -> Predictors {
    Predictors(names: features.map(\.rawValue), columns: features.map { columns[$0.ordinal] })
  }

  /// The core features of these rows, present or not: with those of plain text if the rows have any.
  public var judged: [QuestionFeature] {
    let isText = QuestionFeature.textCore.contains { !columns[$0.ordinal].isEmpty }
    return QuestionFeature.core + (isText ? QuestionFeature.textCore : [])
  }

  /// The core features in this level's models, and why the others are left out.
  ///
  /// - Parameter leastShare: minimum share of the labelled rows that must have a feature; of all
  ///   rows, if none is labelled.
  func core(leastShare: Double) -> (features: [QuestionFeature], leftOut: [LeftOut]) {
    let withLabels = columns[QuestionFeature.wellPosed.ordinal].count { !$0.isNaN }
    let labelled = withLabels > 0 ? withLabels : count
    var kept: [QuestionFeature] = []
    var leftOut: [LeftOut] = []
    for feature in judged {
      let present = columns[feature.ordinal].filter { !$0.isNaN }
      if present.isEmpty {
        leftOut.append(LeftOut(feature: feature, reason: .absent))
      } else if Double(present.count) < leastShare * Double(labelled) {
        leftOut.append(LeftOut(feature: feature, reason: .tooSparse))
      } else if present.isConstant {
        leftOut.append(LeftOut(feature: feature, reason: .constant))
      } else {
        kept.append(feature)
      }
    }
    return (kept, leftOut)
  }

  /// A core feature left out of the models.
  public struct LeftOut: Sendable, Equatable {
    public enum Reason: String, Sendable {
      case absent
      case tooSparse
      case constant
    }
    public var feature: QuestionFeature
    public var reason: Reason
  }
}

extension Array where Element == Double {
  var isConstant: Bool { allSatisfy { $0 == self[0] } }
}
