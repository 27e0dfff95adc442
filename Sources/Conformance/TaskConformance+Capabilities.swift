import Diagnostics
import Randomness
import Tasks
import Tokenization

extension TaskConformance {
  static func capabilities(
    of task: any ProblemTask, _ count: Int, _ stream: RandomStream, _ nonsense: [SampledResponse],
    _ findings: inout ConformanceFindings
  ) {
    let oracle = task as? any AnswerOracle
    let validator = task as? any QuestionValidator
    if let easier = task as? any EasierProblems {
      var stream = stream.child("easier")
      for _ in 0..<count {
        let problem = easier.easierProblem(using: &stream)
        findings.check(
          "easier problems have answers with a canonical form",
          task.canonical(problem.answer) != nil, problem.answer)
        guard let oracle else { continue }
        findings.check(
          "the oracle knows the answers of easier problems",
          oracle.trueAnswer(to: problem.question).map {
            task.areEqual($0, problem.answer)
          } ?? false, problem.question)
      }
    }
    if let labelling = task as? any ExactLabels {
      labels(of: labelling, oracle, count, stream.child("labelled"), &findings)
    }
    if let designer = task as? any QuestionDesigner {
      designs(of: designer, oracle, validator, stream.child("designed"), &findings)
    }
    if let teaching = task as? any TwoTurnTeaching {
      let ids = 0..<Int32(task.tokenizer.vocabularySize)
      findings.check(
        "the fixed prompt alone is no question",
        teaching.answerPrompt(after: task.teacherPrompt) == nil)
      for response in nonsense {
        let prompt = teaching.answerPrompt(after: task.teacherPrompt + response.tokens)
        findings.check(
          "what asks for an answer is within the vocabulary",
          prompt?.allSatisfy(ids.contains) ?? true)
      }
    }
    if let corpus = task as? any PretrainingCorpus {
      for stage in PretrainingStage.allCases {
        documents(of: corpus, stage, stream.child("corpus/\(stage.rawValue)"), &findings)
      }
    }
  }

  private static func labels(
    of task: any ExactLabels, _ oracle: (any AnswerOracle)?, _ count: Int, _ stream: RandomStream,
    _ findings: inout ConformanceFindings
  ) {
    findings.check(
      "a classifier has a name and a version",
      !task.classifier.name.isEmpty && task.classifier.version > 0)
    var stream = stream
    let problems = (try? task.hardCandidates(count, using: &stream)) ?? []
    for problem in problems.map(\.question) {
      let label = task.label(
        GeneratedQuestion(
          question: problem.question, answer: problem.answer, rollout: Rollout(given: [])))
      findings.check(
        "a real problem with its answer is well-posed and correct",
        label.map { $0.isWellPosed && $0.isCorrect } ?? false, problem.question)
      guard let oracle else { continue }
      findings.check(
        "label and oracle agree on the answer",
        label?.verifiedAnswer?.exact == oracle.trueAnswer(to: problem.question)?.exact,
        problem.question)
    }
  }

  private static func designs(
    of task: any QuestionDesigner, _ oracle: (any AnswerOracle)?,
    _ validator: (any QuestionValidator)?, _ stream: RandomStream,
    _ findings: inout ConformanceFindings
  ) {
    for index in 0..<8 {
      func made(_ form: QuestionDesign.Form, _ answer: QuestionDesign.Answer) -> GeneratedQuestion {
        task.designedQuestion(
          QuestionDesign(form: form, answer: answer, lengths: [1]), index: index,
          stream: stream.child("question", index))
      }
      let correct = made(.wellPosed, .correct)
      findings.check("designs are made again as they were", made(.wellPosed, .correct) == correct)
      findings.check(
        "designs that differ in the answer alone have the same question",
        QuestionDesign.Answer.allCases.allSatisfy {
          made(.wellPosed, $0).question == correct.question
        })
      findings.check("nobody sampled a designed question", correct.rollout.sampledTokens == 0)
      func plain(_ form: QuestionDesign.Form) -> GeneratedQuestion {
        task.plainQuestion(
          form, lengths: [1], index: index, stream: stream.child("question", index))
      }
      let question = plain(.wellPosed)
      findings.check("plain questions are made again as they were", plain(.wellPosed) == question)
      let other = task.question(question.question, answeredBy: correct.answer)
      findings.check(
        "a question keeps its text when it gets another answer",
        other.question == question.question && other.answer == correct.answer
          && other.rollout.sampledTokens == 0)
      if let oracle {
        findings.check(
          "plain well-posed questions have their right answer",
          oracle.trueAnswer(to: question.question).map { task.areEqual($0, question.answer) }
            ?? false, question.question)
        findings.check(
          "plain ill-posed questions have none",
          oracle.trueAnswer(to: plain(.illPosed).question) == nil)
        findings.check(
          "designed right answers are right",
          oracle.trueAnswer(to: correct.question).map { task.areEqual($0, correct.answer) }
            ?? false, correct.question)
      }
      if let validator {
        findings.check("well-posed designs are well-posed", validator.isWellPosed(correct))
        findings.check(
          "ill-posed designs are not", !validator.isWellPosed(made(.illPosed, .correct)))
      }
    }
  }

  private static func documents(
    of corpus: any PretrainingCorpus, _ stage: PretrainingStage, _ stream: RandomStream,
    _ findings: inout ConformanceFindings
  ) {
    let ids = 0..<Int32(corpus.tokenizer.vocabularySize)
    for index in 0..<16 {
      var one = stream.child("document", index)
      var again = one
      let document = corpus.pretrainingDocument(stage, using: &one)
      findings.check(
        "documents are within the vocabulary and longer than a token",
        document.tokens.count > 1 && document.tokens.allSatisfy(ids.contains))
      findings.check(
        "solutions begin within their documents",
        (1...document.tokens.count).contains(document.solutionStart))
      findings.check(
        "the same stream gives the same document",
        corpus.pretrainingDocument(stage, using: &again) == document)
    }
  }
}
