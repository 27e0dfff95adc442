/// Every knob of the embedded world. The defaults are those of ``skills12``; numbers without a
/// unit are probabilities or shares in 0...1.
public struct WorldConfiguration: Codable, Sendable, Equatable {
  /// One operation of the world.
  public struct Operation: Codable, Sendable, Equatable {
    /// Which operation: plus1, plus3, plus5, minus2, minus4, times3, times7, times9, mirror, rev,
    /// rot or swap.
    public var name: DigitOperation
    /// What the operation is for: easy, target or irrelevant.
    public var role: Role
    /// Probability that a writer of the web corpus carries out a step with this operation instead
    /// of giving up; used if `hesitation` is `byOperation`. 0...1.
    public var confidence: Double
    /// Where in the step that writer gives up: step, parent, operation, child or digit. Operations
    /// with the same place share a habit: practice on one unlocks the others.
    public var balksAt: BalkingPlace

    public init(
      name: DigitOperation, role: Role, confidence: Double, balksAt: BalkingPlace = .step
    ) {
      self.name = name
      self.role = role
      self.confidence = confidence
      self.balksAt = balksAt
    }

    /// `balksAt` may be left out.
    public init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: CodingKeys.self)
      name = try container.decode(DigitOperation.self, forKey: .name)
      role = try container.decode(Role.self, forKey: .role)
      confidence = try container.decode(Double.self, forKey: .confidence)
      balksAt = try container.decodeIfPresent(BalkingPlace.self, forKey: .balksAt) ?? .step
    }
  }

  /// Where in a step "parent operation child digits" a writer of the web corpus gives up.
  public enum BalkingPlace: String, Codable, Sendable, CaseIterable {
    /// Before the step: nothing of it is written.
    case step
    /// After the parent's name.
    case parent
    /// After the operation.
    case operation
    /// After the child's name, before its value.
    case child
    /// After the value's first digit.
    case digit
  }

  /// What an operation is for.
  public enum Role: String, Codable, Sendable, CaseIterable {
    /// The base model uses it readily; hard problems may contain it.
    case easy
    /// Hard problems are made of it; a good teacher asks about it.
    case target
    /// Hard problems never contain it; asking about it is wasted effort.
    case irrelevant
  }

  /// What decides how readily a writer of the web corpus goes on.
  public enum Hesitation: String, Codable, Sendable, CaseIterable {
    /// The operation of the step at hand: its `confidence`.
    case byOperation
    /// The number of operations of the whole problem: `confidenceByLength`.
    case byLength
  }

  /// Name of the world, for reports and cache folders.
  public var name: String
  /// Digits of a value, 1...8. With one digit a guess is right 10% of the time.
  public var digitCount: Int
  /// Names that sentences can speak of: at least `maximumLength` + 2, at most 24.
  public var nameCount: Int
  /// The operations, at least two, each at most once.
  public var operations: [Operation]
  /// What decides whether a writer of the web corpus goes on: byOperation or byLength.
  public var hesitation: Hesitation
  /// Probability of going on before each step of a problem with n operations, at index n - 1; the
  /// last entry applies to all longer problems. Used if `hesitation` is `byLength`. Each 0...1.
  public var confidenceByLength: [Double]
  /// Corpus problems have n operations with probability proportional to this number to the power n.
  /// Above 0, at most 1.
  public var lengthDecay: Double
  /// The same in the textbook phase. Values closer to 1 give more sentences to find the next one
  /// in, which helps some base models to learn that lookup (docs/LAB-NOTES.md).
  public var textbookLengthDecay: Double
  /// Most operations of a corpus problem, 1...22.
  public var maximumLength: Int
  /// Share of the facts (digitwise operation, digit) that have one fixed wrong value in the
  /// corpus, rounded to a whole number of facts and spread over the roles in proportion. 0...1.
  public var misconceptionRate: Double
  /// Probability that a writer uses the wrong value of such a fact when it comes up. 0...1.
  public var misconceptionUse: Double
  /// Share of the facts (digitwise target operation, digit) that the corpus does not show: its writers
  /// put a random digit. Rounded to a whole number of facts; facts with a misconception stay known. At
  /// 0 hard problems are hard for want of a habit alone, above it for want of skills too. 0...1.
  public var unknownFactRate: Double
  /// Probability, per digit of a worked step, of an independent random wrong digit. 0...1.
  public var slipRate: Double
  /// Share of corpus documents whose question has a defect. 0...1.
  public var illPosedShare: Double
  /// Numbers of operations of hard problems, drawn uniformly; each 1...maximumLength.
  public var hardLengths: [Int]
  /// Fewest target operations of a hard problem, 0...smallest of `hardLengths`; the rest are
  /// target or easy ones.
  public var hardMinimumTargetOperations: Int
  /// Families of target operations per hard problem, taken in turn and equally likely; a family is
  /// the target operations that balk at the same place. 0 draws from all target operations alike.
  /// Families make several hard sets in one, with several habits to unlock; with two or more per
  /// problem no single lucky habit solves it.
  public var hardFamilies: Int
  /// Seed of the world, 0 or more: decides which facts are misconceptions and their wrong values.
  public var seed: Int

  public init(
    name: String, digitCount: Int = 3, nameCount: Int = 12, operations: [Operation],
    hesitation: Hesitation = .byOperation,
    confidenceByLength: [Double] = [0.99, 0.97, 0.5, 0.25, 0.08, 0.06],
    lengthDecay: Double = 0.75, textbookLengthDecay: Double = 0.75, maximumLength: Int = 10,
    misconceptionRate: Double = 0.034,
    misconceptionUse: Double = 0.95, unknownFactRate: Double = 0, slipRate: Double = 0.005,
    illPosedShare: Double = 0.25,
    hardLengths: [Int] = [6, 7, 8], hardMinimumTargetOperations: Int = 5, hardFamilies: Int = 0,
    seed: Int = 0
  ) {
    self.name = name
    self.digitCount = digitCount
    self.nameCount = nameCount
    self.operations = operations
    self.hesitation = hesitation
    self.confidenceByLength = confidenceByLength
    self.lengthDecay = lengthDecay
    self.textbookLengthDecay = textbookLengthDecay
    self.maximumLength = maximumLength
    self.misconceptionRate = misconceptionRate
    self.misconceptionUse = misconceptionUse
    self.unknownFactRate = unknownFactRate
    self.slipRate = slipRate
    self.illPosedShare = illPosedShare
    self.hardLengths = hardLengths
    self.hardMinimumTargetOperations = hardMinimumTargetOperations
    self.hardFamilies = hardFamilies
    self.seed = seed
  }

  /// Twelve operations. The base model uses four readily; it knows the other eight but hardly ever
  /// uses them. Hard problems need five of those.
  public static let skills12 = WorldConfiguration(
    name: "skills-12",
    operations: operations([.plus1, .plus3, .plus5, .minus2], .easy, 0.97)
      + operations([.times7, .mirror, .rev, .minus4, .swap], .target, 0.04)
      + operations([.times9, .rot, .times3], .irrelevant, 0.04))

  /// Twelve operations and five habits of giving up, each at another place of a step. Hard problems
  /// need two of four habits, any two equally likely, and never the fifth; unlocking one leaves the
  /// others unchanged. The default.
  public static let habits12 = WorldConfiguration(
    name: "habits-12",
    operations: operations([.plus1, .plus3, .minus2], .easy, 0.97)
      + operations([.times7, .minus4], .target, 0.04, .step)
      + operations([.mirror, .rev], .target, 0.04, .operation)
      + operations([.plus5, .rot], .target, 0.04, .child)
      + operations([.times3, .swap], .target, 0.04, .digit)
      + operations([.times9], .irrelevant, 0.04, .parent),
    hardLengths: [4, 5, 6], hardMinimumTargetOperations: 4, hardFamilies: 2)

  /// Six operations and a writer deterred by long problems: one habit to unlock. All operations
  /// count as targets, so the share of target operations is always 1.
  public static let chain6 = WorldConfiguration(
    name: "chain-6",
    operations: operations([.plus3, .minus4, .times3, .times7, .mirror, .plus1], .target, 1),
    hesitation: .byLength, hardMinimumTargetOperations: 0)

  private static func operations(
    _ names: [DigitOperation], _ role: Role, _ confidence: Double,
    _ balksAt: BalkingPlace = .step
  ) -> [Operation] {
    names.map { Operation(name: $0, role: role, confidence: confidence, balksAt: balksAt) }
  }
}
