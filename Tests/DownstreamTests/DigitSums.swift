import Randomness
import SelfPlay
import Tasks
import Tokenization

/// Sums of digits, as text: `3+4=` asks for `7;`. Its base model learns sums below ten.
struct DigitSums: ProblemTask, PretrainingCorpus {
  let name = "digit-sums"
  let tokenizer: any Tokenizer = ByteTokenizer()
  let studentLimits = ResponseLimits(maximumTokens: 3, stopTokens: [Int32(UInt8(ascii: ";")) + 1])
  let teacherLimits = ResponseLimits(maximumTokens: 7, stopTokens: [Int32(UInt8(ascii: ";")) + 1])
  var teacherPrompt: [Int32] { ids("?") }

  func studentPrompt(for question: String) -> [Int32] { ids("?" + question) }
  func canonical(_ answer: String) -> String? { Int(answer).map(String.init) }

  func parse(_ document: Rollout) -> GeneratedQuestion? {
    guard let match = tokenizer.decode(document.tokens).wholeMatch(of: /\?(\d\+\d=)(\d{1,2});/)
    else { return nil }
    return GeneratedQuestion(
      question: String(match.1), answer: String(match.2), rollout: document)
  }

  func grade(_ requests: [GradingRequest]) -> [[GradedResponse]] {
    requests.map { request in
      request.responses.map { response in
        let text = tokenizer.decode(response.tokens)
        let answer = text.hasSuffix(";") ? canonical(String(text.dropLast())) : nil
        let isRight = answer != nil && answer == canonical(request.question.answer)
        return GradedResponse(
          grade: isRight ? .correct : answer == nil ? .unboxed : .wrong, answer: answer)
      }
    }
  }

  func hardCandidates(_ count: Int, using stream: inout RandomStream) -> [CandidateProblem] {
    (0..<count).map { _ in
      let (a, b) = (1 + stream.integer(below: 9), 1 + stream.integer(below: 9))
      return CandidateProblem(
        question: TrainingQuestion(question: "\(a)+\(b)=", answer: "\(a + b)"))
    }
  }

  func pretrainingDocument(_ stage: PretrainingStage, using stream: inout RandomStream)
    -> PretrainingDocument
  {
    let a = stream.integer(below: 10)
    let b = stream.integer(below: 10 - a)
    return PretrainingDocument(tokens: ids("?\(a)+\(b)=\(a + b);"), solutionStart: 5)
  }

  private func ids(_ text: String) -> [Int32] { tokenizer.encode(text) ?? [] }
}

/// Rewards a teacher for sums of two different digits.
struct Variety: RewardScheme {
  var needs: RewardNeeds { RewardNeeds() }
  var granularity: RewardGranularity { .question }

  func rewards(for input: RewardInput) -> Rewards {
    .perQuestion(
      input.datasets.map { $0.map { $0.question.first == $0.question.dropFirst(2).first ? 0 : 1 } })
  }
}
