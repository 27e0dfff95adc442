import SelfPlay
import Statistics

/// Fresh students by who wrote their questions and how these were mixed with hard-train: pass@k of the
/// final models on hard-test.
struct SchemeGrid: Equatable {
  struct Cell: Equatable {
    var arm: String
    var estimate: Estimate
    /// Each seed's mean.
    var seeds: [Double]
  }

  /// In the order of a comparison: the untrained teacher, grounded ones, controls, others.
  private(set) var writers: [QuestionWriter] = []
  private(set) var k = 0
  private var cells: [[ArmConfiguration.Mixing: Cell]] = []

  static let columns: [ArmConfiguration.Mixing] = [.alone, .mixed, .curriculum]

  /// - Returns: nil unless two writers can be compared.
  init?(_ configuration: RunConfiguration, _ results: [ArmResult]) {
    k = configuration.evaluation.largestK
    var writers: [QuestionWriter] = []
    var cells: [[ArmConfiguration.Mixing: Cell]] = []
    for arm in configuration.arms where arm.isFresh && arm.filter == .all && arm.designs.isEmpty {
      guard let result = results.first(where: { $0.name == arm.name }),
        let pass = result.passAtK.first(where: { $0.k == k }), pass.estimate.value.isFinite
      else { continue }
      let index = writers.index(of: QuestionWriter(arm, configuration))
      if index == cells.count { cells.append([:]) }
      // The first arm of a kind stands for it.
      cells[index][arm.mixing] =
        cells[index][arm.mixing]
        ?? Cell(arm: arm.name, estimate: pass.estimate, seeds: pass.seeds)
    }
    guard writers.count > 1 else { return nil }
    let order = writers.indices.sorted { (writers[$0].rank, $0) < (writers[$1].rank, $1) }
    self.writers = order.map { writers[$0] }
    self.cells = order.map { cells[$0] }
  }

  func cell(_ writer: Int, _ mixing: ArmConfiguration.Mixing) -> Cell? { cells[writer][mixing] }

  /// The columns that some arm has.
  var mixings: [ArmConfiguration.Mixing] {
    Self.columns.filter { mixing in cells.contains { $0[mixing] != nil } }
  }

  static func title(_ mixing: ArmConfiguration.Mixing) -> String {
    switch mixing {
    case .alone, .hardOnly: "questions alone"
    case .mixed: "mixed with hard-train"
    case .curriculum: "then hard-train"
    }
  }

  /// Rows: who wrote the questions; columns: how they were mixed.
  var table: String {
    let rows = writers.indices.map { writer in
      [Markdown.escape(writers[writer].arm)]
        + mixings.map { mixing in
          cell(writer, mixing).map { Format.estimate($0.estimate) } ?? Format.missing
        }
    }
    return "pass@\(k) on hard-test at the end of training, in percent:\n\n"
      + Markdown.table(["who wrote the questions"] + mixings.map(Self.title), rows)
  }
}
