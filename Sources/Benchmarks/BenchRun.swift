package import Diagnostics
package import Experiments
package import Foundation

/// All measurements of one `soar bench` call, each checked before it is timed.
package struct BenchRun {
  /// Empty selects all.
  let stages: [BenchStage]
  let model: BenchModel
  /// Timed repeats of each measurement.
  let repeats: Int
  /// Folder of the stage `pretrained`; nil skips it.
  let pretrained: URL?
  /// PyTorch's side of the student step and of the pretrained model; nil skips it.
  let rival: PyTorchRival?
  let cache: BaseModelCache
  let progress: ProgressReporter

  package init(
    stages: [BenchStage], model: BenchModel, repeats: Int, pretrained: URL? = nil,
    rival: PyTorchRival?, cache: BaseModelCache, progress: ProgressReporter
  ) {
    self.stages = stages
    self.model = model
    self.repeats = repeats
    self.pretrained = pretrained
    self.rival = rival
    self.cache = cache
    self.progress = progress
  }

  package func run() async throws -> BenchReport {
    let stages = BenchStage.allCases.filter { self.stages.isEmpty || self.stages.contains($0) }
    let subject = BenchSubject(cache: cache, progress: progress)
    var report = BenchReport()
    for stage in stages {
      try Task.checkCancellation()
      progress.note("bench: \(stage.rawValue)")
      let clock = BenchClock(repeats: repeats)
      switch stage {
      case .kernels:
        for shape in model.shapes { report.results += try await BenchKernels(shape).run(clock) }
      case .rollout:
        for shape in model.shapes { report.results += try await BenchRollout(shape).run(clock) }
      case .train:
        for shape in model.shapes { report.results += try await BenchTrain(shape).run(clock) }
      case .step:
        let bench = BenchStep(try await subject.prepared())
        report.results += try await bench.run(clock)
        if let rival { report.comparisons += try await bench.compare(with: rival, clock) }
      case .innerLoop:
        report.results += try await BenchLoops(try await subject.prepared()).innerLoop(clock)
      case .outerStep:
        report.results += try await BenchLoops(try await subject.prepared()).outerStep(clock)
      case .pretrained:
        guard let pretrained else { continue }
        let bench = try BenchPretrained(folder: pretrained)
        report.results += try await bench.run(clock)
        if let rival { report.comparisons += try await bench.compare(with: rival, clock) }
      }
    }
    return report
  }
}
