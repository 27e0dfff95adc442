// Locks: which documents of a teacher are questions; what a student's response says; grades.

import Tasks
import Testing
import TextTasks
import Tokenization

@Suite struct ReadingTests {
  @Test func documentsOfThePattern() async throws {
    let task = try await makeTask()
    func parsed(_ text: String, _ reason: StopReason = .stop) -> String? {
      task.parse(text: text, reason).map { "\($0.question)|\($0.answer)" }
    }
    #expect(parsed("17 + 4 = 21\n") == "17 + 4|21")
    #expect(parsed("  17 + 4=21") == "17 + 4|21")
    #expect(parsed("17 + 4 = 21\n8 = 8\n", .length) == "17 + 4|21")
    // Rejected: cut off within the answer, no divider, no question, no answer, several dividers.
    #expect(parsed("17 + 4 = 21", .length) == nil)
    #expect(parsed("17 + 4 = 21\n", .notFinite) == nil)
    for text in [
      "17 + 4\n= 21", "= 21\n", "17 + 4 =\n", "17 + 4 = x\n", "3 = 3 = 3\n", "", "\n17 + 4 = 21\n",
    ] {
      #expect(parsed(text) == nil, "\(text)")
    }
    #expect(parsed("17\r\n+ 4 = 21\n") == nil)
    #expect(parsed("17\u{2028}+ 4 = 21\n") == nil)
    // An end token ends the text.
    let ended = SampledResponse(task.tokenizer.encode("17 + 4 = 21")! + [0], .stop)
    #expect(task.parse(Rollout(prompt: task.teacherPrompt, response: ended))?.answer == "21")
    #expect(task.parse(Rollout(given: task.teacherPrompt)) == nil)
  }

  @Test func aQuestionThatIsTooLongIsRejected() async throws {
    let task = try await makeTask(contextLength: 120) { $0.format.teacherTokens = 97 }
    #expect(task.parse(text: "\(String(repeating: "1 + ", count: 19))1 = 20\n") != nil)
    #expect(task.parse(text: "\(String(repeating: "1 + ", count: 20))1 = 21\n") == nil)
  }

  @Test func documentsInTags() async throws {
    let task = try await makeTask {
      $0.format.document = "<q>{question}</q>\n<a> {answer} </a>"
      $0.format.stop = ["</a>"]
    }
    func parsed(_ text: String, _ reason: StopReason = .stop) -> String? {
      task.parse(text: text, reason).map { "\($0.question)|\($0.answer)" }
    }
    #expect(parsed("Sure! <q>17\n+ 4</q>\n<a>21</a>") == "17\n+ 4|21")
    #expect(parsed("<q> 1 + 1 </q>\n<a>\n2\n</a>") == "1 + 1|2")
    #expect(parsed("<q>1 + 1</q>\n<a>2\nand more") == "1 + 1|2")
    #expect(parsed("<q>1 + 1</q>\n<a>2", .length) == nil)
    #expect(parsed("<q>1 + <q>1</q>\n<a>2</a>") == nil)
    #expect(parsed("<q></q>\n<a>2</a>") == nil)
    #expect(parsed("<a>2</a><q>1</q>\n") == nil)
  }

  @Test func documentsByRegularExpression() async throws {
    let task = try await makeTask {
      $0.format.document = #"Q: (?<question>[^\n]+?) A: (?<answer>-?\d+)"#
      $0.format.teacherStop = ["END"]
    }
    #expect(!(task is any TwoTurnTeaching))
    #expect(task.parse(text: "\nQ: 1 + 1 A: 2END")?.answer == "2")
    #expect(task.parse(text: "Q: 1 + 1 A: 23", .length) == nil)
    #expect(task.parse(text: "Q: 1 + 1 A: 23.", .length)?.answer == "23")
    #expect(task.teacherLimits.stopTexts?.texts == ["END"])
    #expect(task.studentLimits.stopTexts == nil)
  }

  @Test func twoTurns() async throws {
    let task = try #require(try await makeTask() as? any TwoTurnTeaching)
    let ids = { (text: String) in task.tokenizer.encode(text)! }
    #expect(task.questionLimits.stopTokens == [0, 11, Int32(UInt8(ascii: "=")) + 1])
    #expect(task.answerPrompt(after: task.teacherPrompt + ids("17 + 4 =")) == [])
    for text in ["", "17 + 4", "=", "17 + 4 = 2", "17\n+ 4 ="] {
      #expect(task.answerPrompt(after: task.teacherPrompt + ids(text)) == nil, "\(text)")
    }
    #expect(task.answerPrompt(after: ids("17 + 4 =")) == nil)
    let rollout = Rollout(turns: [
      .init(prompt: task.teacherPrompt, response: task.response("17 + 4 =")),
      .init(prompt: [], response: task.response(" 21\n")),
    ])
    #expect(task.parse(rollout)?.answer == "21" && task.parse(rollout)?.rollout == rollout)

    let tagged = try #require(
      try await makeTask {
        $0.format.document = "<q>{question}</q>\n<a>{answer}</a>"
        $0.format.stop = ["</a>"]
      } as? any TwoTurnTeaching)
    #expect(tagged.questionLimits.stopTexts?.texts == ["</a>", "</q>"])
    #expect(
      tagged.answerPrompt(after: tagged.teacherPrompt + ids("<q>1 + 1</q>")) == ids("\n<a>"))
  }

  @Test func grades() async throws {
    let task = try await makeTask { $0.format.gaveUp = ["I do not know"] }
    func grade(_ text: String, _ reason: StopReason = .stop, _ reference: String = "39")
      async throws
      -> GradedResponse
    {
      try await task.grade(text, reason, reference: reference)
    }
    #expect(try await grade(" 39\n") == GradedResponse(grade: .correct, answer: "39"))
    #expect(try await grade("+0,039") == GradedResponse(grade: .unboxed, answer: nil))
    #expect(try await grade(" 0039\n40") == GradedResponse(grade: .correct, answer: "39"))
    #expect(try await grade(" 1,039\n", .stop, "1039").grade == .correct)
    #expect(try await grade(" 40\n") == GradedResponse(grade: .wrong, answer: "40"))
    #expect(try await grade(" I do not know \n") == GradedResponse(grade: .gaveUp, answer: nil))
    // Cut off: the number might go on.
    for text in [" 39", "39 ", "3", "I do not know", ""] {
      #expect(
        try await grade(text, .length) == GradedResponse(grade: .unboxed, answer: nil), "\(text)")
    }
    #expect(try await grade(" 39\n", .length).grade == .correct)
    #expect(try await grade(" 39\n", .notFinite).grade == .unboxed)
    #expect(try await grade("39 apples\n").grade == .unboxed)
    #expect(try await grade("\n39\n").grade == .unboxed)
    // A reference that is no answer equals nothing.
    #expect(try await grade("39\n", .stop, "many").grade == .wrong)
  }

  @Test func answersWithinAText() async throws {
    let task = try await makeTask {
      $0.format.answer = #"answer is (-?\d+)"#
      $0.format.stop = ["\n\n"]
    }
    func grade(_ text: String, _ reason: StopReason = .stop) async throws -> ResponseGrade {
      try await task.grade(text, reason, reference: "39").grade
    }
    #expect(try await grade("14 and 25, so the answer is 39.") == .correct)
    #expect(try await grade("The answer is 40, as 39 is odd.") == .wrongButMentionsReference)
    #expect(try await grade("The answer is 39", .length) == .unboxed)
    #expect(try await grade("The answer is 39.", .length) == .correct)
    #expect(try await grade("39") == .unboxed)
    #expect(try await grade("The\n\nanswer is 39") == .unboxed)
    for text in ["139", "39.5", "1,039", "x39", "390", "3.39"] {
      #expect(try await grade("The answer is 41 of \(text)") == .wrong, "\(text)")
    }
    for text in ["39", "(39)", "39.", "=39,"] {
      #expect(
        try await grade("The answer is 41 of \(text)") == .wrongButMentionsReference, "\(text)")
    }
  }

  @Test func aSpecialTokenEndsAResponse() async throws {
    let task = try await makeTask(tokenizer: PieceTokenizer.chatml, endTokens: [257])
    let response = SampledResponse(
      task.tokenizer.encode("3")! + [256] + task.tokenizer.encode("9\n")!, .stop)
    let graded = try await task.grade([
      GradingRequest(
        question: TrainingQuestion(question: "1", answer: "39"), responses: [response])
    ])
    #expect(graded == [[GradedResponse(grade: .wrong, answer: "3")]])
  }
}
