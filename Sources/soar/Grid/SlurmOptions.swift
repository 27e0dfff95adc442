import ArgumentParser
import Grids

/// Slurm resources for a cell's job. Values go into `#SBATCH` lines unquoted, so words only.
struct SlurmOptions: ParsableArguments {
  @Option(help: "Partition of the jobs.")
  var partition: String?

  @Option(help: ArgumentHelp("Time limit of a job, as in 4:00:00.", valueName: "limit"))
  var timeLimit: String?

  @Option(help: ArgumentHelp("Memory of a job, as in 2G.", valueName: "size"))
  var memory: String?

  @Option(help: "Threads of a job.")
  var cpus = 1

  @Option(help: "Account to charge.")
  var account: String?

  @Option(help: "Quality of service.")
  var qos: String?

  @Option(
    name: .customLong("sbatch"), parsing: .singleValue,
    help: ArgumentHelp(
      "One more option of sbatch; may be repeated.", valueName: "--option=value"))
  var more: [String] = []

  func validate() throws {
    if !(1...1024).contains(cpus) { throw ValidationError("--cpus must be between 1 and 1024.") }
    for (option, value) in [
      ("--partition", partition), ("--time-limit", timeLimit), ("--memory", memory),
      ("--account", account), ("--qos", qos),
    ] {
      guard let value, value.wholeMatch(of: /[A-Za-z0-9_.,:+@\-]+/) == nil else { continue }
      throw ValidationError("\(option) takes one word of letters, digits and _ . , : + @ -")
    }
    for option in more where option.wholeMatch(of: /--?[A-Za-z][A-Za-z0-9_.,:+@=%\/\-]*/) == nil {
      throw ValidationError("--sbatch takes one option without spaces, as in --sbatch=--nice=100.")
    }
  }

  /// Whether any option was given.
  var isGiven: Bool {
    partition != nil || timeLimit != nil || memory != nil || account != nil || qos != nil
      || cpus != 1 || !more.isEmpty
  }

  var request: SlurmRequest {
    SlurmRequest(
      partition: partition, timeLimit: timeLimit, memory: memory, cpus: cpus, account: account,
      qos: qos, more: more)
  }
}
