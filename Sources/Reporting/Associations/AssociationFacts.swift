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
    /// Less the means of steps; nil if undefined.
    public var withinStep: Estimate?
    /// Correlations over all rows, which describe and are not tested.
    public var pearson: Double
    public var spearman: Double?
    public var partial: Double?
    public var disattenuated: Double?
    /// Of the permutation test within steps, or of the slope within steps if that test was left out.
    public var pValue: Double?
    /// The same adjusted after Holm over all features.
    public var adjusted: Double?
    /// Of the slope within steps by the wild cluster bootstrap.
    public var wildBootstrap: Double?
    /// Core features only.
    public var verdict: AssociationVerdict.Kind?
    /// Smallest correlation within steps that would have been found.
    public var detectable: Double?

    public init(
      title: String, rows: Int, withinStep: Estimate?, pearson: Double, spearman: Double?,
      partial: Double?, disattenuated: Double?, pValue: Double?, adjusted: Double?,
      wildBootstrap: Double?, verdict: AssociationVerdict.Kind?, detectable: Double?
    ) {
      self.title = title
      self.rows = rows
      self.withinStep = withinStep
      self.pearson = pearson
      self.spearman = spearman
      self.partial = partial
      self.disattenuated = disattenuated
      self.pValue = pValue
      self.adjusted = adjusted
      self.wildBootstrap = wildBootstrap
      self.verdict = verdict
      self.detectable = detectable
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
  /// What each core feature adds to the others within steps, decided as one table; empty if not fitted.
  public var givenOthers: [(title: String, effect: Effect)] = []
  /// Share of R^2, by the feature's title.
  public var importance: [String: Double] = [:]
  public var partialEffects: [PartialEffect] = []
  /// Whether labels go with the reward through reachability: one per mediator.
  public var mediations: [ReachMediation] = []
  /// Standardised coefficients within steps: well-posed less correct.
  public var difference: Estimate?
  public var differenceVerdict = ""
  public var rule = ""
  public var notes: [String] = []

  public init() {}
}
