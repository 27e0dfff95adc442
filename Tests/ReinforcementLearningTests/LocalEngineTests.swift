// Locks: of a small model all trainings are in progress at once, of a large one as many as there are
// workers.

import Diagnostics
import LanguageModel
import ReinforcementLearning
import Testing

@Suite struct LocalEngineTests {
  @Test(arguments: [(100, 12), (270_000, 2)])
  func largeModelsTrainOnePerWorker(vocabulary: Int, atOnce: Int) {
    let engine = LocalEngine(pool: WorkerPool(workers: 2), vocabulary: [])
    let base = LocalSampler(
      Transformer(TransformerConfiguration(vocabularySize: vocabulary)))
    #expect(engine.trainingsAtOnce(12, from: base) == atOnce)
    #expect(engine.trainingsAtOnce(1, from: base) == 1)
  }
}
