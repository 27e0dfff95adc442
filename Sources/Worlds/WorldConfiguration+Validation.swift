import Diagnostics

extension WorldConfiguration {
  /// Checks every field against its range and the fields against each other.
  ///
  /// - Throws: a ``UserError`` with status `configuration` whose place is the key path, such as
  ///   `world.misconceptionRate`.
  public func validate() throws {
    try require(!name.isEmpty, "name", "is empty", hint: "give the world a name")
    try require((1...8).contains(digitCount), "digitCount", "must be within 1...8")
    try require((1...22).contains(maximumLength), "maximumLength", "must be within 1...22")
    try require(
      nameCount <= Lexicon.allNames.count, "nameCount",
      "must be at most \(Lexicon.allNames.count)")
    try require(
      nameCount >= maximumLength + 2, "nameCount", "must be at least maximumLength + 2",
      hint: "a chain of \(maximumLength) operations needs \(maximumLength + 1) names, "
        + "and an undefined name one more")
    try validateOperations()
    try require(
      !confidenceByLength.isEmpty, "confidenceByLength", "is empty",
      hint: "the last entry holds for all longer problems, so one number will do")
    for (index, confidence) in confidenceByLength.enumerated() {
      try requireShare(confidence, "confidenceByLength[\(index)]")
    }
    try require(lengthDecay > 0 && lengthDecay <= 1, "lengthDecay", "must be above 0 and at most 1")
    try require(
      textbookLengthDecay > 0 && textbookLengthDecay <= 1, "textbookLengthDecay",
      "must be above 0 and at most 1")
    try requireShare(misconceptionRate, "misconceptionRate")
    try requireShare(misconceptionUse, "misconceptionUse")
    try requireShare(unknownFactRate, "unknownFactRate")
    try requireShare(slipRate, "slipRate")
    try requireShare(illPosedShare, "illPosedShare")
    try validateHardProblems()
    try require(seed >= 0, "seed", "must not be negative")
  }

  private func validateOperations() throws {
    try require(operations.count >= 2, "operations", "must list at least two operations")
    for (index, operation) in operations.enumerated() {
      let place = "operations[\(index)]"
      try require(
        !operations[..<index].contains { $0.name == operation.name }, "\(place).name",
        "\(operation.name.rawValue) is listed twice")
      try requireShare(operation.confidence, "\(place).confidence")
    }
  }

  private func validateHardProblems() throws {
    try require(!hardLengths.isEmpty, "hardLengths", "is empty")
    for (index, length) in hardLengths.enumerated() {
      try require(
        (1...maximumLength).contains(length), "hardLengths[\(index)]",
        "must be within 1...maximumLength (\(maximumLength))")
    }
    let roles = operations.map(\.role)
    try require(
      roles.contains { $0 != .irrelevant }, "operations", "all have the role irrelevant",
      hint: "hard problems are made of target and easy operations")
    try require(
      hardMinimumTargetOperations >= 0
        && hardLengths.allSatisfy { hardMinimumTargetOperations <= $0 },
      "hardMinimumTargetOperations", "must be within 0...the smallest of hardLengths")
    let families = Set(operations.filter { $0.role == .target }.map(\.balksAt)).count
    try require(
      (0...families).contains(hardFamilies), "hardFamilies",
      "must be within 0...\(families), the places at which writers balk at target operations",
      hint: "0 draws on all target operations alike")
    try require(
      hardMinimumTargetOperations == 0 || roles.contains(.target), "hardMinimumTargetOperations",
      "needs an operation with the role target")
  }

  private func requireShare(_ value: Double, _ field: String) throws {
    try require((0...1).contains(value), field, "must be within 0...1, is \(value)")
  }

  private func require(
    _ condition: Bool, _ field: String, _ message: String, hint: String? = nil
  ) throws {
    guard condition else {
      throw UserError(.configuration, place: "world.\(field)", message, hint: hint)
    }
  }
}
