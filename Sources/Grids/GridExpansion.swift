import Configuration
import Diagnostics
import Foundation
public import SelfPlay

extension GridFile {
  static let mostCells = 10_000

  /// A point before expansion into cells.
  private struct Draft {
    var assignments: [Assignment] = []
    /// Assignments shown in labels; an axis with one value is left out.
    var told: [Assignment] = []
    var label: String?
    var place = "grid"

    func setting(
      _ key: String, to value: YAMLValue, isTold: Bool, _ place: String
    ) -> Draft {
      var draft = self
      draft.assignments.append(Assignment(key: key, value: value))
      if isTold { draft.told.append(Assignment(key: key, value: value)) }
      draft.place = place
      return draft
    }

    func along(_ axis: Axis, at place: String) -> [Draft] {
      axis.values.map { setting(axis.key, to: $0, isTold: axis.isVaried, place) }
    }
  }

  /// Every cell in file order, grouped by point, one per seed.
  ///
  /// - Parameter base: the preset and the file of ``preset`` and ``config``, resolved.
  /// - Throws: ``UserError``, before anything runs, for unknown keys, out-of-range values, two
  ///   points with one configuration, an exclusion without effect, and a grid without cells.
  public func cells(base: RunConfiguration) throws -> [GridCell] {
    var base = try assign(set, to: base, at: "base.set")
    base = try assign(settings, to: base, at: "command line")
    // Check each value alone, to report errors as the command line's.
    for axis in sweeps {
      for value in axis.values {
        _ = try assign([Assignment(key: axis.key, value: value)], to: base, at: "command line")
      }
    }
    if let students { base.studentsPerSeed = students }
    let seeds = seeds ?? base.seeds
    let drafts = try drafts(perPoint: seeds.count)
    let labels = labels(of: drafts)
    var cells: [GridCell] = []
    var places: [String: String] = [:]
    var excluded = [Int](repeating: 0, count: exclude.count)
    for (draft, label) in Swift.zip(drafts, labels) {
      var point = try assign(draft.assignments, to: base, at: draft.place)
      point = try selectArms(in: point)
      for seed in seeds {
        point.seeds = [seed]
        var isExcluded = false
        for (index, pattern) in exclude.enumerated()
        where try matches(pattern, point, seed: seed) {
          excluded[index] += 1
          isExcluded = true
        }
        if isExcluded { continue }
        try validate(point, draft, label)
        let cell = try GridCell(
          label: label, point: draft.assignments, seed: seed, configuration: point)
        if let place = places[cell.hash] {
          throw UserError(
            .configuration, file: source, place: draft.place,
            "'\(label)' is the same configuration as '\(place)'",
            hint: "leave one of the two out, or exclude it")
        }
        places[cell.hash] = label
        cells.append(cell)
      }
    }
    if let index = excluded.firstIndex(of: 0) {
      throw UserError(
        .configuration, file: source, place: exclude[index].place, "excludes nothing",
        hint: "no point of the grid has these values")
    }
    guard !cells.isEmpty else {
      throw UserError(
        .configuration, file: source, place: exclude.isEmpty ? "seeds" : "exclude",
        exclude.isEmpty ? "names no seed" : "leaves no cell")
    }
    return cells
  }

  // MARK: Points

  private func drafts(perPoint seeds: Int) throws -> [Draft] {
    func points(_ axes: [Axis]) -> Double { axes.reduce(1) { $0 * Double($1.values.count) } }
    let isListAlone = grid.isEmpty && zip.isEmpty && !list.isEmpty
    let crossed = isListAlone ? 0 : points(grid) * Double(zip.first?.values.count ?? 1)
    let count = (crossed + Double(list.count)) * points(sweeps) * Double(seeds)
    guard count <= Double(Self.mostCells) else {
      throw UserError(
        .configuration, file: source, "asks for \(Int(min(count, 1e15))) cells",
        hint: "at most \(Self.mostCells); several grids may share a report")
    }
    var product = isListAlone ? [] : [Draft()]
    for axis in grid { product = product.flatMap { draft in draft.along(axis, at: "grid") } }
    if let first = zip.first {
      product = product.flatMap { draft in
        first.values.indices.map { index in
          zip.reduce(draft) { $0.setting($1.key, to: $1.values[index], isTold: $1.isVaried, "zip") }
        }
      }
    }
    var drafts =
      product
      + list.map { point in
        Draft(
          assignments: point.assignments, told: point.assignments, label: point.label,
          place: point.place)
      }
    for axis in sweeps { drafts = drafts.flatMap { $0.along(axis, at: $0.place) } }
    return drafts
  }

  /// Shortens keys to their last part where that is unambiguous.
  private func labels(of drafts: [Draft]) -> [String] {
    let keys = drafts.flatMap { $0.told.map(\.key) }
      .reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    func last(_ key: String) -> String { key.split(separator: ".").last.map(String.init) ?? key }
    let short = keys.reduce(into: [String: String]()) { names, key in
      let isAlone = keys.count { last($0) == last(key) } == 1
      names[key] = isAlone ? last(key) : key
    }
    let sweptKeys = sweeps.map(\.key)
    let labels = drafts.map { draft in
      // A label replaces the point's own values; command-line sweeps are appended.
      let told = draft.told.filter { draft.label == nil || sweptKeys.contains($0.key) }
      let parts =
        [draft.label].compactMap { $0 }
        + told.map { "\(short[$0.key] ?? $0.key)=\($0.value.plainText.prefix(40))" }
      return parts.isEmpty ? "base" : parts.joined(separator: ", ")
    }
    // Long values may share a beginning, and points are compared by label.
    var taken = Set<String>()
    let all = Set(labels)
    return labels.map { label in
      var unique = label
      var number = 1
      while taken.contains(unique) || number > 1 && all.contains(unique) {
        number += 1
        unique = "\(label) #\(number)"
      }
      taken.insert(unique)
      return unique
    }
  }

  // MARK: Configurations

  private func assign(
    _ assignments: [Assignment], to base: RunConfiguration, at place: String
  ) throws -> RunConfiguration {
    do {
      return try ConfigurationLoader.assign(assignments, to: base, source: source)
    } catch var error as UserError {
      error.place = [place, error.place].compactMap { $0 }.joined(separator: ": ")
      throw error
    }
  }

  /// Replaces the point's arms by the grid's, in its order: names select the point's own arms, the
  /// rest are whole arms.
  private func selectArms(in point: RunConfiguration) throws -> RunConfiguration {
    guard let arms else { return point }
    let known = point.arms.map(\.name)
    let selected = try arms.enumerated().map { index, arm in
      guard let name = arm.string else { return arm }
      guard let kept = point.arms.first(where: { $0.name == name }) else {
        throw UserError(
          .configuration, file: source, place: "arms[\(index)]",
          "there is no arm '\(name.prefix(60))' in the base",
          hint: name.nearest(among: known).map { "did you mean \($0)?" }
            ?? "its arms: \(known.joined(separator: ", "))")
      }
      return try YAMLValue.of(kept)
    }
    return try assign([Assignment(key: "arms", value: .list(selected))], to: point, at: "arms")
  }

  /// Whether a point already has the values of an exclusion; `seed` is the teacher's.
  private func matches(
    _ pattern: Point, _ point: RunConfiguration, seed: Int
  ) throws -> Bool {
    let seeds = pattern.assignments.filter { $0.key == "seed" }
    guard seeds.allSatisfy({ $0.value.integer == seed }) else { return false }
    let rest = pattern.assignments.filter { $0.key != "seed" }
    return try assign(rest, to: point, at: pattern.place) == point
  }

  private func validate(_ point: RunConfiguration, _ draft: Draft, _ label: String) throws {
    do {
      try point.validate(file: source)
    } catch var error as UserError {
      error.place = [draft.place, error.place].compactMap { $0 }.joined(separator: ": ")
      if !draft.told.isEmpty { error.message += ", at \(label)" }
      throw error
    }
  }
}

extension GridFile.Axis {
  fileprivate var isVaried: Bool { values.count > 1 }
}
