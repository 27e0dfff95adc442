import Diagnostics
import RunStore
import SelfPlay

/// How loops and arms look: one assignment for all figures of a report.
///
/// A colour says who wrote the questions. A loop shares its colour with all arms that come from it; the loop
/// with permuted rewards is grey, the untrained teacher and the reference arm are black; parts of the untrained
/// teacher's questions, other answers to them, and writers without a loop take colours that loops leave. Arms of
/// one colour differ in mark and dash.
struct Looks: Sendable, Equatable {
  private var loops: [String: SeriesStyle] = [:]
  /// Loops in their order.
  private var names: [String] = []
  /// Empty if the arms' configuration is not known.
  private var arms: [String: SeriesStyle] = [:]

  /// - Parameter loops: in the order of the configuration. Those with grounded reward get the first colours.
  init(loops all: [(name: String, scheme: String)]) {
    names = all.map(\.name).distinct
    let known = names.compactMap { name in all.first { $0.name == name } }
    let isGrounded = { (loop: (name: String, scheme: String)) in loop.scheme == Grounded.name }
    var coloured = 0
    var controls = 0
    for loop in known.filter(isGrounded) + known.filter({ !isGrounded($0) }) {
      if loop.scheme == Permuted.name {
        loops[loop.name] = SeriesStyle.control.variant(controls)
        controls += 1
      } else {
        loops[loop.name] = .other(coloured)
        coloured += 1
      }
    }
  }

  init(steps: [OuterStepRecord]) {
    self.init(loops: steps.map { ($0.teacher, $0.scheme ?? OuterStepRecord.groundedScheme) })
  }

  /// - Parameter reference: the arm that the others are compared with.
  init(_ configuration: RunConfiguration, reference: String = ReportBuilder.reference) {
    let needed = configuration.neededTeachers
    self.init(loops: needed.map { ($0.name, $0.reward.scheme) })
    let coloured = needed.count { $0.reward.scheme != Permuted.name }
    var writers: [QuestionWriter] = []
    var used: Set<SeriesStyle> = []
    for arm in Self.inOrder(configuration.arms, reference: reference) {
      let family: SeriesStyle
      if arm.name == reference {
        family = .reference
      } else if arm.isBaseModel {
        family = .base
      } else if let loop = arm.isOfLoop ? loops[arm.teacher] : nil {
        family = loop
      } else if arm.source == .untrainedTeacher && arm.filter == .all && arm.answers == .own {
        family = .reference
      } else {
        family = .spare(
          writers.index(of: QuestionWriter(arm, configuration)), besides: coloured)
      }
      let look = (0..<SeriesStyle.variants).lazy.map(family.variant).first { !used.contains($0) }
      used.insert(look ?? family)
      arms[arm.name] = look ?? family
    }
  }

  /// The reference arm and fresh students of trained teachers first: they look as their loop does.
  private static func inOrder(
    _ arms: [ArmConfiguration], reference: String
  ) -> [ArmConfiguration] {
    func place(_ arm: ArmConfiguration) -> Int {
      if arm.name == reference { return 0 }
      return arm.source == .trainedTeacher ? 1 : 2
    }
    return [0, 1, 2].flatMap { rank in arms.filter { place($0) == rank } }
  }

  /// A loop that is not known looks like none of those that are.
  func loop(_ name: String) -> SeriesStyle { loops[name] ?? .other(loops.count) }

  /// Loops that are not known get colours of their own.
  func styles(ofLoops names: [String]) -> [SeriesStyle] {
    var next = loops.count
    return names.map { name in
      if let known = loops[name] { return known }
      defer { next += 1 }
      return .other(next)
    }
  }

  /// In the order of the configuration, others after them.
  func ordered(_ names: [String]) -> [String] {
    self.names.filter(names.contains) + names.filter { !self.names.contains($0) }
  }

  /// Without a configuration, or for arms that it does not have, by their order.
  func styles(of arms: [String], reference: String) -> [SeriesStyle] {
    zip(arms, SeriesStyle.styles(of: arms, reference: reference)).map { self.arms[$0] ?? $1 }
  }

  /// Whether arms have the colours of their loops.
  var knowsArms: Bool { !arms.isEmpty }

  func arm(_ name: String) -> SeriesStyle { arms[name] ?? .other(loops.count) }
}

extension ArmConfiguration {
  /// Whether it is the base model itself.
  var isBaseModel: Bool { start == .base && source == .none && steps == 0 }

  /// Whether a loop made it: its promoted student, its promotion questions, or fresh ones of its teacher.
  var isOfLoop: Bool {
    start != .base || [.trainedTeacher, .promotionQuestions].contains(source)
  }
}
