import LanguageModel
import SelfPlay
import TinkerEngine

/// The parts that every stage is made of, with their tokens, requests and operations.
struct WorkUnits {
  let configuration: RunConfiguration
  let limits: TokenLimits

  /// Responses that are sampled.
  ///
  /// - Parameters:
  ///   - prompts: each is a request with all its responses.
  ///   - each: responses per prompt.
  ///   - length: most tokens of a response.
  func sampling(
    _ prompts: Bound, each: Int, prompt: Int, length: Int
  ) -> Work {
    var work = Work()
    work.calls.sample = prompts
    work.generatedTokens = prompts * Double(each) * Double(length)
    work.flops = limits.model.map { model in
      let read = model.samplingFLOPs(promptLength: prompt, responseLengths: [])
      let one = model.samplingFLOPs(promptLength: prompt, responseLengths: [length]) - read
      return FLOPCount(forward: prompts.most * (read + Double(each) * one))
    }
    return work
  }

  /// Responses of students that are only graded.
  func graded(_ prompts: Bound, each: Int, prompt: Int) -> Work {
    var work = sampling(prompts, each: each, prompt: prompt, length: limits.response)
    work.samples = prompts * Double(each)
    return work
  }

  /// Probabilities of given texts.
  func scoring(_ texts: Bound, length: Int, endings: Int = 1) -> Work {
    var work = Work()
    work.scoredTexts = texts
    work.calls.sample = texts * Double(max(1, endings))
    work.flops = limits.model.map { model in
      FLOPCount(
        forward: texts.most
          * model.forwardFLOPs(
            tokens: length, attendedPairs: length * (length + 1) / 2, rows: length))
    }
    return work
  }

  /// Gradients on sequences and the optimizer steps that use them, if there is a signal.
  ///
  /// - Parameters:
  ///   - sequences: per step.
  ///   - length: most tokens of a sequence, prompt included.
  func learning(
    steps: Bound, sequences: Int, length: Int, sampled: Int, usesReference: Bool
  ) -> Work {
    var work = Work()
    let perRequest = TinkerEngine.sequencesPerRequest
    let requests = steps.orNone * Double((sequences + perRequest - 1) / perRequest)
    work.calls.forwardBackward = requests
    if usesReference { work.calls.forward = requests }
    work.calls.optimizerStep = steps.orNone
    work.trainedTokens = steps.most * Double(sequences) * Double(length)
    work.flops = limits.model.map { model in
      let forward =
        steps.most * Double(sequences)
        * model.forwardFLOPs(
          tokens: length, attendedPairs: length * (length + 1) / 2, rows: sampled)
      return FLOPCount(forward: forward * (usesReference ? 2 : 1), backward: 2 * forward)
    }
    return work
  }

  /// Students in training, without their measurements.
  ///
  /// - Parameters:
  ///   - count: how many.
  ///   - steps: of all of them.
  ///   - freezes: of all of them, for measurements on the way and at the end.
  ///   - loads: those that start from a checkpoint.
  func training(
    _ count: Bound, steps: Bound, freezes: Bound, loads: Bound = 0, group: Int, prompt: Int
  ) -> Work {
    let student = configuration.student
    let rollouts = student.batchQuestions * group
    var work =
      sampling(
        steps * Double(student.batchQuestions), each: group, prompt: prompt,
        length: limits.response)
      + learning(
        steps: steps, sequences: rollouts, length: prompt + limits.response,
        sampled: limits.response, usesReference: student.klCoefficient > 0)
    work.trainings = count
    work.studentSteps = steps
    work.rollouts = steps * Double(rollouts)
    // Weights to sample from after each step but the last; a checkpoint is two requests, and one is
    // saved whenever many operations would have to be repeated.
    let history = (steps.most * 2 / Double(TinkerEngine.operationsPerCheckpoint)).rounded(.down)
    let checkpoints = freezes.most + history
    work.calls.save += Bound(0, max(0, steps.most - count.most) + 2 * checkpoints)
    work.calls.load += loads.orNone
    work.calls.other += Bound(0, 2 * count.most + 2 * checkpoints)
    return work
  }

  /// Documents until enough of them can be read.
  func writing(_ count: Int, _ teacher: TeacherConfiguration) -> Work {
    guard teacher.poolSize == 0 else {
      return scoring(
        Bound(1, Double(teacher.poolSize)), length: limits.teacherPrompt + limits.document)
    }
    let perRound = Teacher.documentsPerRound(teacher)
    let rounds = Bound(
      (Double(count) / Double(perRound)).rounded(.up),
      (Double(teacher.samplingLimit) * Double(count) / Double(perRound)).rounded(.up))
    let documents = rounds * Double(perRound)
    var work = sampling(
      rounds * Double(Teacher.callsPerRound), each: perRound / Teacher.callsPerRound,
      prompt: limits.teacherPrompt,
      length: teacher.turns == 2 ? limits.question : limits.document)
    work.documents = documents
    guard teacher.turns == 2 else { return work }
    // One request per attempt at an answer, as long as there is none.
    return work
      + sampling(
        Bound(Double(count), documents.most * Double(teacher.answerAttempts)), each: 1,
        prompt: limits.teacherPrompt + limits.writtenPrompt, length: limits.response)
  }
}
