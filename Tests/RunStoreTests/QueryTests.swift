// Locks: a query of a user's own ends at its limits of time, values and bytes, each with a line that
// says so, and when its task is cancelled; the store answers afterwards.

import Diagnostics
import Foundation
import RunStore
import Testing

@Suite struct QueryTests {
  private static let endless =
    "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT count(*) FROM c"

  private func withStore(_ body: (RunStore) async throws -> Void) async throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("soar-query-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    _ = try RunStore.create(at: folder, run: SampleRun.run)
    let store = try RunStore.open(at: folder, readOnly: true)
    try await body(store)
    let after = try await store.query("SELECT 1 AS one")
    #expect(after == QueryResult(columns: ["one"], rows: [[.integer(1)]]))
  }

  private func expect(
    _ store: RunStore, _ sql: String, _ change: (inout QueryLimits) -> Void, fails message: String
  ) async {
    var limits = QueryLimits()
    change(&limits)
    do {
      _ = try await store.query(sql, limits: limits)
      Issue.record("\(sql) gave a result")
    } catch let error as UserError {
      #expect(error.status == .dataError && error.description.hasPrefix(message), "\(error)")
    } catch {
      Issue.record("\(error)")
    }
  }

  @Test func limits() async throws {
    try await withStore { store in
      await expect(store, Self.endless, { $0.seconds = 0.3 }, fails: "SQL: takes longer than 0.3 s")
      let texts = """
        WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c WHERE x < 100) \
        SELECT hex(zeroblob(500)) FROM c
        """
      await expect(store, texts, { $0.bytes = 50_000 }, fails: "the result has more than 50000 byt")
      let whole = try await store.query(texts)
      #expect(whole.rows.count == 100)
      await expect(
        store, "SELECT length(hex(zeroblob(100000)))", { $0.bytes = 50_000 },
        fails: "SQL: a value has more than 50000 bytes")
      await expect(
        store, "SELECT 1, 2, 3", { $0.values = 2 }, fails: "the result has more than 2 values")
    }
  }

  @Test(.timeLimit(.minutes(15))) func cancellation() async throws {
    try await withStore { store in
      let query = Task { try await store.query(Self.endless) }
      try await Task.sleep(for: .milliseconds(200))
      query.cancel()
      await #expect(throws: CancellationError.self) { try await query.value }
    }
  }
}
