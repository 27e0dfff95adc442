import RunStore
import SelfPlay

/// Fresh students of the base model trained on fresh questions: all arms of the same design, over
/// the seeds of all runs.
struct DesignedArm: Sendable {
  /// Who wrote the questions.
  enum Author: Sendable, Equatable {
    /// The trained teacher of a loop, by the loop's identity.
    case teacher(String)
    /// By the kind of its questions.
    case untrained(String)
    case curated
  }

  /// The arm's name in the first run that has it.
  var name: String
  var author: Author
  var design: RunDesign.Arm
  /// The students' final models with their successes, by seed.
  var students: [Int: [ComparedArm.Point]]

  static func of(_ comparison: RunComparison) -> [DesignedArm] {
    var arms: [DesignedArm] = []
    for run in comparison.runs {
      var met: [Int] = []
      for design in run.design.arms where design.startsFromBase && design.steps > 0 {
        guard let author = Author(design, in: run.design) else { continue }
        let units =
          comparison.arms.first { $0.name == design.name }?.units.filter { $0.run == run.name }
          ?? []
        guard !units.isEmpty else { continue }
        let index =
          arms.firstIndex {
            $0.author == author && $0.design.isAlike(design) && $0.design.count == design.count
              && (design.questions != .trainedTeacher
                || $0.design.takesBestTeacher == design.takesBestTeacher)
          }
          ?? {
            arms.append(
              DesignedArm(name: design.name, author: author, design: design, students: [:]))
            return arms.count - 1
          }()
        // A second arm of the same design in one run would count its seeds twice.
        guard !met.contains(index) else { continue }
        met.append(index)
        for unit in units {
          guard let last = unit.points.last else { continue }
          arms[index].students[unit.seed, default: []].append(last)
        }
      }
    }
    return arms
  }

  /// pass@k, `[seed][student][problem]`.
  func scores(seeds: [Int], k: Int) -> [[[Double]]] {
    seeds.map { seed in (students[seed] ?? []).map { $0.scores(k: k) } }
  }
}

extension DesignedArm.Author {
  /// Nil unless the questions are fresh ones of a teacher or the world.
  fileprivate init?(_ arm: RunDesign.Arm, in design: RunDesign) {
    switch arm.questions {
    case .trainedTeacher:
      guard let teacher = design.teachers.first(where: { $0.name == arm.teacher }) else {
        return nil
      }
      self = .teacher(design.identity(of: teacher))
    case .untrainedTeacher: self = .untrained(arm.questionKind)
    case .curated: self = .curated
    default: return nil
    }
  }
}
