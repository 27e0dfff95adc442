import Diagnostics
import ReinforcementLearning

extension DownstreamTests {
  static let engine = LocalEngine(pool: WorkerPool(workers: 1), vocabulary: [])
}
