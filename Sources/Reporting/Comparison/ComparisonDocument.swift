import Foundation

/// A comparison as JSON. Shares are 0 to 1; non-finite numbers are strings.
public struct ComparisonDocument: Encodable, Sendable {
  public struct Curve: Encodable, Sendable {
    public var arm: String
    public var points: [ComparedArm.CurvePoint]
  }

  public var runs: [String]
  /// Missing runs, in words.
  public var remarks: [String]
  public var baseline: String
  /// The k of the improvement, the curves and the answers.
  public var k: Int
  public var passAt: [Int]
  public var by: CostAxis
  public var checkpoint: ComparedArm.Checkpoint
  /// Trainings without a test at their checkpoint.
  public var unmeasured: [String]
  public var arms: [RunComparison.Row]
  public var curves: [Curve]
  /// Of the arms that the figure shows.
  package var profiles: [ProfileFigure.Arm]
  public var teachers: [TeacherCurve]
  public var questions: [QuestionDiversity]
  public var answers: ComparisonAnswers
  /// Path of the report, for the caller; nil in the file written beside the report.
  public var report: String?

  public init(_ report: ComparisonReport, path: String? = nil) {
    let comparison = report.comparison
    runs = comparison.runs.map(\.name)
    remarks = comparison.remarks
    baseline = comparison.baseline
    k = comparison.k
    passAt = comparison.passAt
    by = comparison.axis
    checkpoint = comparison.checkpoint
    unmeasured = comparison.unmeasured
    arms = comparison.rows
    curves = zip(comparison.arms, comparison.curves).map { Curve(arm: $0.name, points: $1) }
    profiles = ProfileFigure(comparison).arms
    teachers = comparison.teachers
    questions = comparison.diversities
    answers = report.answers
    self.report = path
  }

  var json: Data {
    get throws {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
      encoder.nonConformingFloatEncodingStrategy = .convertToString(
        positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
      return try encoder.encode(self) + Data("\n".utf8)
    }
  }
}
