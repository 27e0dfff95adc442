// Locks: each figure of soar plot has a line in listings, none twice.

import Reporting
import Testing

@Suite struct PlotKindTests {
  @Test func eachFigureHasALine() {
    let lines = PlotKind.allCases.map(\.explanation)
    #expect(lines.allSatisfy { !$0.isEmpty && $0.count <= 72 && !$0.contains("\n") })
    #expect(Set(lines).count == lines.count)
  }
}
