import ArgumentParser

/// `soar run`.
struct Run: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Run SOAR and its arms, and write the report.",
    discussion: """
      Pretrains the base model (or takes it from the cache), screens the hard problems, runs \
      Algorithm 1 and every arm for each seed, and writes DIR/report/report.md with its figures.

      EXAMPLES
        soar run                           # the quick preset, minutes on two cores
        soar run --preset standard --output runs/standard
        soar run my.yaml --set soar.threshold=0.05 --set student.groupSize=32
        soar run my.yaml --print-config --changed
        soar run --resume runs/standard    # continue after a crash or Ctrl-C
        soar run --preset standard --dry-run    # what it would do and cost

      A configuration file sets any of the keys that `soar run --print-config` shows; a key that \
      does not exist is an error. The same configuration and seed give the same results, bit for \
      bit, for any number of workers on the same kind of CPU.
      """)

  @OptionGroup var options: RunOptions

  func run() async throws { try await options.carryOut() }
}
