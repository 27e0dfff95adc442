import Diagnostics
import GRDB

extension RunStore {
  /// The store's seeds in the order of the clusters that questions name.
  package func clusterSeeds() throws -> [Int] {
    try read { try QuestionReader($0, QuestionSelection(classifier: "")).clusterSeeds() }
  }

  /// A hash over the questions and rewards of each of the store's seeds: equal for copies of one
  /// run, whatever it is named and whoever labelled it. Seeds without questions have none.
  package func fingerprints() throws -> [Int: String] {
    try read { database in
      let student = try database.formatVersion() >= 3 ? "ifnull(question.student, 0)" : "0"
      var hashes: [Int: SHA256] = [:]
      let rows = try Row.fetchCursor(
        database,
        sql: """
          SELECT question.seed, question.teacher, ifnull(question.step, -1),
            ifnull(question.dataset, -1), \(student), question.position, question.question,
            question.answer, dataset.reward
          FROM question LEFT JOIN dataset USING (teacher, seed, step, dataset)
          ORDER BY 1, 2, 3, 4, 5, 6
          """)
      while let row = try rows.next() {
        let seed: Int = row[0]
        for value in row.databaseValues.dropFirst() {
          ResultDigest.add(value, to: &hashes[seed, default: SHA256()])
        }
        hashes[seed, default: SHA256()].update("\n")
      }
      return hashes.mapValues { $0.hexDigest() }
    }
  }

  /// Seeds that copy another of the same store, each with the lowest seed that has the same contents.
  /// For stores of imported questions, whose runs are named freely. Questions are read only where the
  /// rewards leave a doubt.
  package func repeatedSeeds() throws -> [Int: Int] {
    let isDoubtful = try read { database in
      let seeds = try Int.fetchSet(database, sql: "SELECT DISTINCT seed FROM question")
      let rows = try Row.fetchAll(
        database,
        sql: "SELECT count(*), min(reward), max(reward), seed FROM dataset GROUP BY seed")
      let rewarded = rows.map { Array($0.databaseValues.dropLast()) }
      return Set(rewarded).count < rewarded.count || seeds.count > rewarded.count + 1
    }
    guard isDoubtful else { return [:] }
    var first: [String: Int] = [:]
    var repeated: [Int: Int] = [:]
    for (seed, hash) in try fingerprints().sorted(by: { $0.key < $1.key }) {
      if let known = first[hash] { repeated[seed] = known } else { first[hash] = seed }
    }
    return repeated
  }

  /// Each seed as its log calls it: by the run's name, by its number, or by both if both vary.
  package func seedNames() throws -> [Int: String] {
    let places = try read { database -> [ImportedSeed] in
      try database.formatVersion() >= 4 ? database.records(ImportedSeed.self) : []
    }
    let areRunsNamed = Set(places.map(\.run.exact)).count > 1
    let areNumbered = Set(places.map(\.runSeed)).count > 1
    return places.reduce(into: [:]) { names, place in
      let run = areRunsNamed && !place.run.isEmpty ? "run \(place.run)" : nil
      let seed = areNumbered || run == nil ? "seed \(place.runSeed)" : nil
      names[place.seed] = [run, seed].compactMap { $0 }.joined(separator: ", ")
    }
  }
}
