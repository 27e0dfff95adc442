package import Diagnostics
import GRDB

extension RunStore {
  /// Requires that names of teachers and arms that look the same are the same: tables and figures
  /// pool by name. Importing refuses such names, but earlier versions and other programs did not.
  ///
  /// - Parameter register: the names of other stores given together with this one.
  package func requireDistinctNames(_ register: inout NameRegister) throws {
    for name in try names() {
      guard let other = register.add(name) else { continue }
      throw UserError(
        .dataError, file: path,
        "holds \(name.spelledOut.shortened()), which looks like \(other.spelledOut.shortened()) and "
          + "is written with other characters",
        hint: "soar export writes the questions; write the name in one way, and import them again")
    }
  }

  /// Teachers and arms, by bytes.
  private func names() throws -> [String] {
    try read { database in
      // Each name found in the index after the one before: a scan would read a million questions.
      try String.fetchAll(
        database,
        sql: """
          WITH RECURSIVE asked(name) AS (
            SELECT min(teacher) FROM question
            UNION ALL
            SELECT (SELECT min(teacher) FROM question WHERE teacher > name) FROM asked
            WHERE name IS NOT NULL)
          SELECT name FROM asked WHERE name IS NOT NULL
          UNION SELECT DISTINCT teacher FROM outer_step
          UNION SELECT DISTINCT arm FROM arm_run
          """)
    }
  }
}
