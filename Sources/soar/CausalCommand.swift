import ArgumentParser

/// `soar causal`.
struct Causal: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "causal",
    abstract: "Experiment on what in a question teaches: structure or correctness.",
    discussion: """
      Trains fresh students on questions made to measure, well-posed or not, with right answers \
      or three kinds of wrong ones, in three lengths, each with the same problems behind them, the \
      same number of distinct questions and the same steps; and on parts of one set of a teacher's \
      questions. Says by a rule fixed before the data whether structure matters more than \
      correctness, in the section What teaches of DIR/report/report.md with figures, and as numbers \
      in what-teaches.json beside it.

      EXAMPLES
        soar causal                                    # 8 seeds, 3 lengths
        soar causal --set world.misconceptionRate=0.1  # more shared errors
        soar causal my.yaml --output runs/mine
        soar causal --resume runs/mine                 # after a crash or Ctrl-C

      Arms with `source: designed` or a `questionSet` are such experiments in any run; --print-config \
      shows how they are written.
      """)

  @OptionGroup var options: RunOptions

  func run() async throws { try await options.carryOut(defaultPreset: "causal") }
}
