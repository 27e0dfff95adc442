import Diagnostics
public import Randomness
public import Tasks
public import Tokenization

/// The world as a task with every capability. Texts are words joined by single spaces; grading
/// works on their token ids and takes negligible time beside the sampling.
extension EmbeddedWorld: ProblemTask {
  public var name: String { "embedded-world" }
  public var tokenizer: any Tokenizer { vocabulary }

  public func studentPrompt(for question: String) -> [Int32] { studentPrompt(for: ids(question)) }

  public var studentLimits: ResponseLimits {
    ResponseLimits(maximumTokens: maximumResponseLength, stopTokens: stopTokens)
  }

  public var teacherPrompt: [Int32] { [Lexicon.question] }

  public var teacherLimits: ResponseLimits {
    ResponseLimits(
      maximumTokens: maximumDocumentLength - teacherPrompt.count, stopTokens: stopTokens)
  }

  public func parse(_ document: Rollout) -> GeneratedQuestion? {
    parseDocument(document.tokens).map {
      GeneratedQuestion(
        question: vocabulary.decode($0.question), answer: vocabulary.decode($0.answer),
        rollout: document)
    }
  }

  /// D digits, separated by single spaces.
  public func canonical(_ answer: String) -> String? {
    guard let ids = vocabulary.encode(answer), ids.count == digitCount,
      ids.allSatisfy(lexicon.digits.contains)
    else { return nil }
    return vocabulary.decode(ids)
  }

  public func grade(_ requests: [GradingRequest]) -> [[GradedResponse]] {
    requests.map { request in
      let reference = ids(request.question.answer)
      return request.responses.map { response in
        GradedResponse(
          grade: grade(response: response.tokens, reference: reference),
          answer: boxedAnswer(of: response.tokens).map(vocabulary.decode))
      }
    }
  }

  public func hardCandidates(_ count: Int, using stream: inout RandomStream) -> [CandidateProblem] {
    (0..<count).map { _ in CandidateProblem(sampleHardProblem(using: &stream), in: self) }
  }

  /// Hashes token ids, as all existing stores do.
  public func fingerprint(of problem: TrainingQuestion) -> String {
    SHA256.hexDigest(of: "\(ids(problem.question)) \(ids(problem.answer))")
  }

  /// - Precondition: the text uses this world's words, as all texts do that it made or parsed.
  func ids(_ text: String) -> [Int32] {
    guard let ids = vocabulary.encode(text) else {
      preconditionFailure("the text has words that are none of this world's: \(text)")
    }
    return ids
  }
}

extension CandidateProblem {
  public init(_ problem: Problem, in world: EmbeddedWorld) {
    self.init(
      question: TrainingQuestion(
        question: world.vocabulary.decode(problem.tokens),
        answer: world.vocabulary.decode(problem.reference)),
      length: problem.length)
  }
}

extension EmbeddedWorld: EasierProblems {
  public func easierProblem(using stream: inout RandomStream) -> TrainingQuestion {
    let problem = sampleEasierProblem(using: &stream)
    return TrainingQuestion(
      question: vocabulary.decode(problem.question), answer: vocabulary.decode(problem.answer))
  }
}

extension EmbeddedWorld: AnswerOracle {
  public func trueAnswer(to question: String) -> String? {
    vocabulary.encode(question).flatMap(trueAnswer(to:)).map(vocabulary.decode)
  }
}

extension EmbeddedWorld: QuestionValidator {
  public func isWellPosed(_ question: GeneratedQuestion) -> Bool {
    vocabulary.encode(question.question).map { parseQuestion($0).isWellPosed } ?? false
  }
}

extension EmbeddedWorld: QuestionDesigner {
  public func designedQuestion(_ design: QuestionDesign, index: Int, stream: RandomStream)
    -> GeneratedQuestion
  {
    generated(designedQuestion(design, index: index, stream: stream))
  }

  public func plainQuestion(
    _ form: QuestionDesign.Form, lengths: [Int], index: Int, stream: RandomStream
  ) -> GeneratedQuestion {
    generated(plainQuestion(form, lengths: lengths, index: index, stream: stream))
  }

  /// Texts that are not of this world's tokens stay texts, without a document.
  public func question(_ question: String, answeredBy answer: String) -> GeneratedQuestion {
    guard let tokens = vocabulary.encode(question), let digits = vocabulary.encode(answer) else {
      return GeneratedQuestion(question: question, answer: answer, rollout: Rollout(given: []))
    }
    return generated((tokens, digits))
  }

  private func generated(_ made: (question: [Int32], answer: [Int32])) -> GeneratedQuestion {
    GeneratedQuestion(
      question: vocabulary.decode(made.question), answer: vocabulary.decode(made.answer),
      rollout: Rollout(
        given: studentPrompt(for: made.question) + [Lexicon.box] + made.answer
          + [Vocabulary.end]))
  }
}

extension EmbeddedWorld: TwoTurnTeaching {
  public var questionLimits: ResponseLimits {
    ResponseLimits(
      maximumTokens: maximumDocumentLength - teacherPrompt.count,
      stopTokens: stopTokens + [Lexicon.ask])
  }

  public func answerPrompt(after question: [Int32]) -> [Int32]? {
    isQuestion(question) ? [Lexicon.solution] : nil
  }
}

extension EmbeddedWorld: PretrainingCorpus {
  public func pretrainingDocument(_ stage: PretrainingStage, using stream: inout RandomStream)
    -> PretrainingDocument
  {
    let document =
      switch stage {
      case .drill: sampleDrill(using: &stream)
      case .textbook: sampleCorpusDocument(phase: .textbook, using: &stream)
      case .web: sampleCorpusDocument(phase: .web, using: &stream)
      }
    return PretrainingDocument(tokens: document.tokens, solutionStart: document.solutionStart)
  }
}
