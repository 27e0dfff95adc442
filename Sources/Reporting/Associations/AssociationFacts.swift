public import QuestionAnalysis
public import Statistics

/// How question labels correlate with the reward, as plain values for a report. Shares are 0 to 1;
/// correlations and standardised coefficients are not in percent.
public struct AssociationFacts: Sendable {
  /// A teacher's labels, or those of its promoted datasets.
  public struct LabelShares: Sendable, Equatable {
    public var name: String
    public var questions: Int
    public var wellPosed: Double?
    public var correct: Double?
    /// Shares by the paper's error type names.
    public var errors: [String: Double]

    public init(
      name: String, questions: Int, wellPosed: Double?, correct: Double?, errors: [String: Double]
    ) {
      self.name = name
      self.questions = questions
      self.wellPosed = wellPosed
      self.correct = correct
      self.errors = errors
    }
  }

  /// Labels at one outer step, over all runs of a teacher.
  public struct LabelPoint: Sendable, Equatable {
    public var teacher: String
    public var step: Int
    public var wellPosed: Double
    public var correct: Double

    public init(teacher: String, step: Int, wellPosed: Double, correct: Double) {
      self.teacher = teacher
      self.step = step
      self.wellPosed = wellPosed
      self.correct = correct
    }
  }

  public struct Feature: Sendable {
    public var title: String
    public var rows: Int
    public var pearson: Estimate
    public var spearman: Double?
    /// After removing the means and linear trends of each teacher within each run.
    public var trendless: Estimate?
    public var partial: Estimate?
    /// P-value adjusted over all features: of the permutation test, or of the within-run
    /// correlation if that test was left out.
    public var adjusted: Double?
    public var disattenuated: Double?
    /// Core features only.
    public var verdict: AssociationVerdict.Kind?

    public init(
      title: String, rows: Int, pearson: Estimate, spearman: Double?, trendless: Estimate?,
      partial: Estimate?, adjusted: Double?, disattenuated: Double?,
      verdict: AssociationVerdict.Kind?
    ) {
      self.title = title
      self.rows = rows
      self.pearson = pearson
      self.spearman = spearman
      self.trendless = trendless
      self.partial = partial
      self.adjusted = adjusted
      self.disattenuated = disattenuated
      self.verdict = verdict
    }
  }

  /// A regression on the core features.
  public struct Model: Sendable {
    public var name: String
    /// In standard deviations, by the feature's title.
    public var coefficients: [(title: String, estimate: Estimate, pValue: Double?)]

    public init(
      name: String, coefficients: [(title: String, estimate: Estimate, pValue: Double?)]
    ) {
      self.name = name
      self.coefficients = coefficients
    }
  }

  /// Points of an added-variable plot, with the slope through them.
  public struct PartialEffect: Sendable {
    public var title: String
    public var points: [(x: Double, y: Double)]
    public var slope: Estimate

    public init(title: String, points: [(x: Double, y: Double)], slope: Estimate) {
      self.title = title
      self.points = points
      self.slope = slope
    }
  }

  public var datasets = 0
  public var questions = 0
  public var runs = 0
  /// ICC(1,k) of the reward; nil without repeats.
  public var reliability: Double?
  public var labels: [LabelShares] = []
  public var series: [LabelPoint] = []
  public var features: [Feature] = []
  public var models: [Model] = []
  /// Share of R^2, by the feature's title.
  public var importance: [String: Double] = [:]
  public var partialEffects: [PartialEffect] = []
  /// Standardised coefficients: well-posed minus correct.
  public var difference: Estimate?
  public var differenceVerdict = ""
  public var rule = ""
  public var notes: [String] = []

  public init() {}
}
