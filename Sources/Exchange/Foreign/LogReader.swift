package import Diagnostics

/// Reads the records of one foreign format.
package struct LogReader {
  let format: LogFormat
  let options: LogOptions
  /// TRL's reward columns, fixed by the first record.
  private var rewardColumns: [String] = []

  package init(_ format: LogFormat, _ options: LogOptions) {
    self.format = format
    self.options = options
  }

  /// The questions of a record; a rollout is one.
  package mutating func rows(_ record: JSONValue, at place: LogPlace) throws(LineDefect) -> [LogRow]
  {
    let fields = try LogFields(record)
    do {
      var rollouts: [LoggedRollout]
      switch format {
      case .soar: return []
      case .rZero: return [try RZeroLog.row(fields, options, at: place)]
      case .absoluteZero: return [try AbsoluteZeroLog.row(fields, options, at: place)]
      case .trl:
        if rewardColumns.isEmpty { rewardColumns = try TRLLog.rewards(fields, options) }
        rollouts = [try TRLLog.rollout(fields, rewards: rewardColumns)]
      case .verl: rollouts = [try VerlLog.rollout(fields, options)]
      case .skyrl: rollouts = [try SkyRLLog.rollout(fields, options, at: place)]
      case .tinker: rollouts = try TinkerLog.rollouts(fields, options, at: place)
      }
      if let answer = options.answer {
        for index in rollouts.indices { rollouts[index].answer = try fields.anyText(answer) }
      }
      var rows: [LogRow] = []
      for rollout in rollouts { rows.append(try rollout.row(options)) }
      return rows
    } catch {
      throw named(error, record)
    }
  }

  /// A defect of a record that looks like another format's says so.
  private func named(_ defect: LineDefect, _ record: JSONValue) -> LineDefect {
    guard let looks = LogFormat.detect(record), looks != format else { return defect }
    var defect = defect
    defect.hint = "this looks like \(looks.title): --from \(looks.rawValue)"
    return defect
  }
}

/// Rows of `completions_NNNNN.parquet`, which TRL's GRPOTrainer writes with `log_completions`, as
/// JSON.
enum TRLLog {
  private static let known: Set<String> = ["step", "prompt", "completion", "advantage", "image"]

  /// The columns whose sum is the reward.
  static func rewards(
    _ fields: LogFields, _ options: LogOptions
  ) throws(LineDefect) -> [String] {
    if !options.rewards.isEmpty { return options.rewards }
    if fields["reward"] != nil { return ["reward"] }
    let columns = fields.members.filter { member in
      !known.contains(member.key) && (member.value.number != nil || member.value == .null)
    }.map(\.key)
    guard columns.count == 1 else {
      throw LineDefect(
        message: columns.isEmpty
          ? "has no column of numbers that could be the reward"
          : "\(columns.count) columns could be the reward: "
            + columns.joined(separator: ", ").shortened(),
        hint: "--reward names it; several with commas are added up")
    }
    return columns
  }

  static func rollout(
    _ fields: LogFields, rewards: [String]
  ) throws(LineDefect) -> LoggedRollout {
    LoggedRollout(
      step: try fields.step("step"), prompt: try fields.text("prompt"),
      completion: try fields.text("completion"), reward: try fields.reward(rewards),
      advantage: try fields.number("advantage"))
  }
}

/// Lines of verl's `rollout_data_dir` and `validation_data_dir`.
enum VerlLog {
  static func rollout(
    _ fields: LogFields, _ options: LogOptions
  ) throws(LineDefect) -> LoggedRollout {
    LoggedRollout(
      step: try fields.step("step"), prompt: try fields.text("input"),
      completion: try fields.text("output"), answer: try fields.anyText("gts"),
      reward: try fields.reward(options.rewards.isEmpty ? ["score"] : options.rewards))
  }
}

/// Lines of SkyRL's `dumped_evals/global_step_N_evals/*.jsonl`.
enum SkyRLLog {
  static func rollout(
    _ fields: LogFields, _ options: LogOptions, at place: LogPlace
  ) throws(LineDefect) -> LoggedRollout {
    if fields["eval/all/avg_score"] != nil {
      throw LineDefect(
        message: "holds averages, no questions",
        hint: "import the other files of its folder, not aggregated_results.jsonl")
    }
    var answer = try fields.anyText("env_extras.reward_spec.ground_truth")
    if answer == nil { answer = try fields.anyText("env_extras.reward_model.ground_truth") }
    return LoggedRollout(
      step: place.step(after: "global_step_"), prompt: try fields.text("input_prompt"),
      completion: try fields.text("output_response"), answer: answer,
      reward: try fields.reward(options.rewards.isEmpty ? ["score"] : options.rewards))
  }
}
