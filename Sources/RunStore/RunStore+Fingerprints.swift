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
}
