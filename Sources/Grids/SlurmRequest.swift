/// Slurm resources for a cell's job. Values go into `#SBATCH` lines unquoted, so words only.
public struct SlurmRequest: Sendable {
  public var partition: String?
  /// As Slurm writes it, such as 4:00:00.
  public var timeLimit: String?
  /// As Slurm writes it, such as 2G.
  public var memory: String?
  /// Threads of a job.
  public var cpus: Int
  public var account: String?
  public var qos: String?
  /// Further sbatch options, each with its dashes.
  public var more: [String]

  public init(
    partition: String? = nil, timeLimit: String? = nil, memory: String? = nil, cpus: Int = 1,
    account: String? = nil, qos: String? = nil, more: [String] = []
  ) {
    self.partition = partition
    self.timeLimit = timeLimit
    self.memory = memory
    self.cpus = cpus
    self.account = account
    self.qos = qos
    self.more = more
  }

  /// `#SBATCH` lines.
  var lines: [String] {
    var lines = ["--ntasks=1", "--cpus-per-task=\(cpus)"]
    if let partition { lines.append("--partition=\(partition)") }
    if let timeLimit { lines.append("--time=\(timeLimit)") }
    if let memory { lines.append("--mem=\(memory)") }
    if let account { lines.append("--account=\(account)") }
    if let qos { lines.append("--qos=\(qos)") }
    return lines + more
  }
}
