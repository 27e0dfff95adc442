import Diagnostics
public import RunStore
public import Statistics

/// How an outer loop spent its students: ``Allocation`` with its costs, from stored steps.
public struct StudentAllocation: Sendable, Equatable {
  public var teacher: String
  /// g and r of the first step.
  public var datasets: Int
  public var repeats: Int
  /// How many datasets hold each question.
  public var datasetsPerQuestion: Int
  /// Nil where every dataset has one student, which says nothing about the noise of its reward, and
  /// where datasets share questions: ``Allocation`` takes them to be independent.
  public var allocation: Allocation?
  /// Of writing a dataset and learning from it, in units of one student's training, by tokens; a
  /// trained token counts as three sampled ones.
  public var datasetCost: Double

  /// One per teacher whose students are measured on hard-train, over all its seeds, in stored order.
  public static func all(_ steps: [OuterStepRecord]) -> [StudentAllocation] {
    let names = steps.reduce(into: [String]()) {
      if OuterStepRecord.isGain($1.scheme), !$0.contains($1.teacher) { $0.append($1.teacher) }
    }
    return names.compactMap { name in StudentAllocation(name, steps.filter { $0.teacher == name }) }
  }

  private init?(_ teacher: String, _ steps: [OuterStepRecord]) {
    guard let first = steps.first(where: { !$0.datasets.isEmpty }),
      let repeats = first.datasets.first?.trainings.count, repeats > 0
    else { return nil }
    self.teacher = teacher
    datasets = first.datasets.count
    self.repeats = repeats
    datasetsPerQuestion = first.datasetsPerQuestion ?? 1
    func cost(_ sampled: Int, _ trained: Int) -> Double { Double(sampled) + 3 * Double(trained) }
    var students = 0.0
    var all = 0.0
    var count = 0
    for step in steps {
      let trainings = step.datasets.flatMap(\.trainings)
      students += trainings.reduce(0) { $0 + cost($1.tokensSampled, $1.tokensTrained) }
      count += trainings.count
      // A step's tokens include those of the students that confirm a promotion.
      all +=
        cost(step.tokensSampled, step.tokensTrained)
        - step.confirmations.reduce(0) { $0 + cost($1.tokensSampled, $1.tokensTrained) }
    }
    let perStudent = students / Double(max(1, count))
    let perDataset = (all - students) / Double(steps.reduce(0) { $0 + $1.datasets.count })
    datasetCost = perStudent > 0 ? max(0, perDataset / perStudent) : 0
    guard datasetsPerQuestion == 1 else { return }
    allocation = Allocation.estimate(
      steps.map { $0.datasets.map { $0.trainings.map(\.reward) } }, datasetCost: datasetCost)
  }

  /// In one or two sentences.
  public var text: String {
    let shape = "\(datasets) x \(repeats) students"
    guard datasetsPerQuestion == 1 else {
      return "\(shape), each question in \(datasetsPerQuestion) datasets: their rewards are not "
        + "independent, so that there is no intraclass correlation."
    }
    guard let allocation else {
      return repeats > 1
        ? "\(shape): no student differs from the others of its dataset."
        : "\(shape): with one student per dataset the noise of a reward is unknown; a few steps with "
          + "soar.repeats=2 would tell it."
    }
    func number(_ plan: Allocation.Plan) -> String { plan.information.fixed(1) }
    let icc = allocation.reliability
    let measured =
      "\(shape): ICC \(icc.value.fixed(2)) [\(icc.lower.fixed(2)), \(icc.upper.fixed(2))], "
      + "information (g - 1) ICC(r) of a step \(number(allocation.measured))."
    guard let advised = allocation.advised else {
      return measured + " Datasets do not differ above their students' noise."
    }
    guard advised.repeats != repeats else {
      return measured + " No other repeats give more at the same cost."
    }
    return measured
      + " At the same cost \(advised.datasets) x \(advised.repeats) would give \(number(advised))."
  }
}
