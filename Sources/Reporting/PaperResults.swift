/// The published numbers that reports print for comparison. They come from another model
/// (pretrained, about 3 billion parameters) and other data (competition mathematics): they show the
/// pattern to look for, not a target.
public enum PaperResults {
  public static let citation = """
    Sundaram et al., "Teaching Models to Teach Themselves: Reasoning at the Edge of \
    Learnability", arXiv 2601.18778v3 (ICML 2026)
    """

  public static let ks = [1, 4, 8, 16, 32]

  public struct Row: Sendable, Equatable {
    public var arm: String
    /// pass@k on the fail@128 problems of MATH's test half in percent, for each of ``ks``.
    public var math: [Double]
    /// Standard deviation of the last value; nil if the paper gives none.
    public var deviation: Double?
    /// pass@32 in percent on OlympiadBench's fail@128 problems, on which nothing was trained, as
    /// the paper gives it; two numbers are for students of MATH and of HARP.
    public var olympiad: String
  }

  public static let math = [
    Row(arm: "Base", math: [0.3, 1.0, 2.0, 3.9, 7.5], deviation: 1.3, olympiad: "5.8 ± 1.0"),
    Row(arm: "Hard-Only", math: [0.5, 1.7, 3.2, 5.7, 9.6], deviation: 2.6, olympiad: "6.9 ± 2.7"),
    Row(arm: "PS", math: [1.0, 3.8, 6.8, 11.5, 18.1], deviation: 2.4, olympiad: "9.9, 11.7"),
    Row(arm: "PQ", math: [1.7, 5.3, 8.5, 13.0, 18.9], deviation: 5.3, olympiad: "10.6, 12.0"),
    Row(
      arm: "Grounded-T", math: [1.6, 5.1, 8.4, 13.1, 19.1], deviation: 3.7, olympiad: "9.0, 11.1"),
    Row(
      arm: "Intrinsic-T", math: [1.0, 3.3, 5.7, 9.2, 14.1], deviation: 7.5, olympiad: "9.1 ± 5.2"),
  ]

  /// Shares of questions in percent, from the paper's table 7.
  public struct LabelRow: Sendable, Equatable {
    public var arm: String
    public var wellPosed: Double
    public var correct: Double
    /// Keyed by the paper's error types; the rest up to 100 is `None`.
    public var errors: [(type: String, percent: Double)] {
      [
        ("Arithmetic", arithmetic), ("Logical_Fallacy", logicalFallacy), ("Ill_Posed", illPosed),
        ("Ambiguous", ambiguous),
      ]
    }
    public var arithmetic, logicalFallacy, illPosed, ambiguous: Double

    init(_ arm: String, _ percents: (Double, Double, Double, Double, Double, Double)) {
      self.arm = arm
      (wellPosed, correct, arithmetic, logicalFallacy, illPosed, ambiguous) = percents
    }
  }

  public static let labels = [
    LabelRow("Base-T", (53.6, 23.2, 23.7, 5.7, 4.7, 42.4)),
    LabelRow("Intrinsic-T", (63.5, 55.5, 5.7, 2.3, 2.9, 33.6)),
    LabelRow("Grounded-T", (70.0, 36.5, 29.0, 6.9, 8.2, 21.3)),
    LabelRow("PQ", (64.6, 32.8, 25.0, 6.5, 4.7, 31.3)),
  ]

  public static func row(_ arm: String) -> Row? { math.first { $0.arm == arm } }
}
