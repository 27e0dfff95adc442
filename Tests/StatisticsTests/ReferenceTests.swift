// Locks the closed-form statistics to NumPy, SciPy and exact rational arithmetic, at a relative
// 1e-8.
import Statistics
import Testing

@Suite struct ReferenceTests {
  @Test func passAtKEqualsTheExactFraction() throws {
    for row: Fixtures.PassRow in try Fixtures.load("pass_at_k.json") {
      let value = PassAtK.estimate(samples: row.n, successes: row.c, k: row.k)
      #expect(isClose(value, row.value), "\(row)")
    }
  }

  @Test func passAtKOfManyProblems() {
    let successes = [0, 1, 32, 5]
    let each = successes.map { PassAtK.estimate(samples: 32, successes: $0, k: 8) }
    #expect(PassAtK.estimates(samples: 32, successes: successes, k: 8) == each)
    #expect(PassAtK.mean(samples: 32, successes: successes, k: 8) == each.reduce(0, +) / 4)
    #expect(isClose(PassAtK.mean(samples: 32, successes: successes, k: 1), 38.0 / 128))
  }

  @Test func summariesEqualNumPy() throws {
    for row: Fixtures.SummaryRow in try Fixtures.load("summaries.json") {
      #expect(isClose(row.values.mean, row.mean))
      #expect(isClose(row.values.median, row.median))
      #expect(isClose(row.values.interquartileMean, row.interquartileMean))
      for quantile in row.quantiles {
        #expect(isClose(row.values.quantile(quantile.probability), quantile.value))
      }
      guard row.spread.count == 4 else { continue }
      let interval = StudentT.interval(row.values)
      #expect(isClose(row.values.standardDeviation, row.spread[0]))
      #expect(isClose(row.values.standardError, row.spread[1]))
      #expect(isClose(interval.lower, row.spread[2]))
      #expect(isClose(interval.upper, row.spread[3]))
      #expect(interval.value == row.values.mean)
    }
  }

  @Test func studentTEqualsSciPy() throws {
    for row: Fixtures.StudentRow in try Fixtures.load("student_t.json") {
      let quantile = StudentT.quantile(row.probability, degreesOfFreedom: row.nu)
      #expect(isClose(quantile, row.quantile), "\(row)")
      #expect(
        isClose(StudentT.quantile(1 - row.probability, degreesOfFreedom: row.nu), -row.quantile))
      let tail = StudentT.cumulative(-row.quantile, degreesOfFreedom: row.nu)
      #expect(abs(tail - row.tail) <= 1e-8 * row.tail, "\(row)")
    }
    #expect(StudentT.quantile(0.5, degreesOfFreedom: 3) == 0)
    #expect(StudentT.cumulative(0, degreesOfFreedom: 3) == 0.5)
  }

  @Test func oneValueHasNoInterval() {
    let interval = StudentT.interval([4])
    #expect(interval.value == 4)
    #expect(interval.lower == -.infinity && interval.upper == .infinity)
  }

  @Test func improvementEqualsMannWhitney() throws {
    for row: Fixtures.ImprovementRow in try Fixtures.load("improvement.json") {
      #expect(isClose(Improvement.probability(row.first, over: row.second), row.probability))
      #expect(isClose(Improvement.probability(row.second, over: row.first), 1 - row.probability))
    }
  }

  @Test func movingAverages() {
    let series: [Double] = [1, 3, 5, 7]
    #expect(series.trailingAverage(window: 3) == [1, 2, 3, 5])
    #expect(series.centredAverage(window: 3) == [2, 3, 5, 6])
    #expect(series.trailingAverage(window: 1) == series)
    #expect([Double]().trailingAverage(window: 3).isEmpty)
  }
}
