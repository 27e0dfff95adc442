import ArgumentParser
import Benchmarks
import Diagnostics
import Experiments
import Foundation

/// `soar bench`.
struct Bench: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench",
    abstract: "Measure speed: kernels, sampling, training, student and outer steps.",
    discussion: """
      Every result is checked before it is timed. Times are of repeats after a warm-up; the FLOP \
      rate is set against the rate of a 512 x 512 x 512 sgemm on one thread, measured right \
      before and after each repeat: model FLOPs utilisation (MFU). docs/performance.md says what \
      is counted.

      The base model of the preset comes from the cache or is pretrained first.

      EXAMPLES
        soar bench                          # everything
        soar bench train rollout            # two of the stages
        soar bench step --against-pytorch   # the student's step beside PyTorch's
        soar bench pretrained --model-folder DIR --against-pytorch
        soar bench outer-step --json > outer-step.json
      """)

  @Argument(help: "Stages: \(BenchStage.allCases.map(\.rawValue).joined(separator: ", ")).")
  var stages: [BenchStage] = []

  @Option(help: ArgumentHelp("quick, d256 or all.", valueName: "model"))
  var model: BenchModel = .all

  @Option(help: "Timed repeats of each measurement; outer-step takes half as many.")
  var repeats = 7

  @Option(
    help: ArgumentHelp("A pretrained model, for the stage 'pretrained'.", valueName: "folder"),
    completion: .directory)
  var modelFolder: String?

  @Flag(help: "Run PyTorch on the same work, in turn (needs its Python packages).")
  var againstPytorch = false

  @Option(help: "The Python that has torch, transformers and trl.", completion: .file())
  var python = "python3"

  @Option(
    help: ArgumentHelp("PyTorch's side of the comparison.", valueName: "file"),
    completion: .file(extensions: ["py"]))
  var pythonScript = "tools/bench_pytorch.py"

  @OptionGroup var caching: CacheOption

  @Flag(help: "Print JSON.")
  var json = false

  @Flag(name: .shortAndLong, help: "No progress.")
  var quiet = false

  func validate() throws {
    if !(1...1000).contains(repeats) {
      throw ValidationError("--repeats must be between 1 and 1000.")
    }
    if againstPytorch && !stages.isEmpty && !stages.contains(.step)
      && !stages.contains(.pretrained)
    {
      throw ValidationError(
        "--against-pytorch compares the stages 'step' and 'pretrained'; name one of them too.")
    }
    if stages.contains(.pretrained) && modelFolder == nil {
      throw ValidationError("The stage 'pretrained' needs --model-folder.")
    }
  }

  func run() async throws {
    let report = try await BenchRun(
      stages: stages, model: model, repeats: repeats,
      pretrained: modelFolder.map { URL(fileURLWithPath: $0) },
      // Check that PyTorch is available before minutes of work.
      rival: againstPytorch
        ? PyTorchRival(
          python: python, script: pythonScript,
          packages: ["torch", "transformers"] + (stages == [.pretrained] ? [] : ["trl"])) : nil,
      cache: caching.cache,
      progress: ProgressReporter(quiet: quiet)
    ).run()
    if json { try printJSON(report) } else { try Console.print(report.text) }
  }
}

extension BenchStage: ExpressibleByArgument {}
extension BenchModel: ExpressibleByArgument {}
