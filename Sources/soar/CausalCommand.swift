import ArgumentParser

/// `soar causal`.
struct Causal: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "causal",
    abstract: "Test what makes a question teach: structure or correctness.",
    discussion: """
      Trains fresh students on questions made to measure: well-posed or not, with right answers \
      or three kinds of wrong ones, in three lengths, all from the same problems, with equal \
      numbers of questions and steps; and on parts of one set of a teacher's questions. A rule \
      fixed before the data decides whether structure matters more than correctness. The verdict \
      is finding 5 of DIR/report/report.md; its section What teaches has tables and figures, and \
      what-teaches.json the numbers.

      EXAMPLES
        soar causal                                    # 8 seeds, 3 lengths
        soar causal --set world.misconceptionRate=0.1  # more shared errors
        soar causal my.yaml --output runs/mine
        soar causal --resume runs/mine                 # after a crash or Ctrl-C

      Any run can have such arms, with `source: designed` or a `questionSet`; see --print-config.
      """)

  @OptionGroup var options: RunOptions

  func run() async throws { try await options.carryOut(defaultPreset: "causal") }
}
