// Behaviours locked here, of questions made to measure:
// - designs that differ in form or answer have the same problems behind them
// - ill-posed ones are, in all of the corpus's ways; well-posed ones are and have the asked length
// - correct is true, shared is what the misconceptions give and wrong, idiosyncratic is neither, and
//   differs from the truth by what one digit of one step can do
// - a world without misconceptions has designs too; the true answer is nil where there is none

import Randomness
import Tasks
import Testing
import Worlds

@Suite struct DesignedQuestionTests {
  private static let lengths = [[1], [1, 2], [3], [4, 5]]

  private func make(
    _ world: EmbeddedWorld, _ form: QuestionDesign.Form, _ answer: QuestionDesign.Answer,
    lengths: [Int], index: Int
  ) -> (question: [Int32], answer: [Int32]) {
    world.designedQuestion(
      QuestionDesign(form: form, answer: answer, lengths: lengths), index: index,
      stream: stream("designed").child("question", index))
  }

  private func digits(_ world: EmbeddedWorld, _ tokens: [Int32]) -> [Int] {
    tokens.compactMap(world.lexicon.digit)
  }

  @Test(arguments: lengths) func formsAndAnswersAreWhatTheySay(_ lengths: [Int]) throws {
    let world = try Fixture(.habits12).world
    var kinds = Set<QuestionDiagnosis.Kind>()
    for index in 0..<30 {
      let plain = make(world, .wellPosed, .correct, lengths: lengths, index: index)
      let diagnosis = world.parseQuestion(plain.question)
      let derivation = try #require(diagnosis.derivation)
      #expect(lengths.contains(derivation.links.count))
      #expect(digits(world, plain.answer) == derivation.answer)
      #expect(world.trueAnswer(to: plain.question) == plain.answer)
      let believed = world.misconceivedAnswer(
        from: derivation.values[0], along: derivation.links)
      #expect(believed != derivation.answer)
      let shared = make(world, .wellPosed, .shared, lengths: lengths, index: index)
      #expect(shared.question == plain.question && digits(world, shared.answer) == believed)
      let own = make(world, .wellPosed, .idiosyncratic, lengths: lengths, index: index)
      #expect(own.question == plain.question)
      #expect(own.answer != plain.answer && own.answer != shared.answer)
      // Operations change digits one by one or move them, so that one slip stays one digit.
      #expect(zip(own.answer, plain.answer).count { $0 != $1 } == 1)
      let random = make(world, .wellPosed, .random, lengths: lengths, index: index)
      #expect(random.question == plain.question && random.answer.count == world.digitCount)
      for answer in QuestionDesign.Answer.allCases {
        let spoilt = make(world, .illPosed, answer, lengths: lengths, index: index)
        let whole = make(world, .wellPosed, answer, lengths: lengths, index: index)
        #expect(spoilt.answer == whole.answer)
        #expect(world.trueAnswer(to: spoilt.question) == nil)
        #expect(
          spoilt.question
            == make(world, .illPosed, .correct, lengths: lengths, index: index).question)
        kinds.insert(world.parseQuestion(spoilt.question).kind)
      }
    }
    #expect(kinds.isSuperset(of: [.undefinedParent, .undefinedAsked, .duplicateDefinition]))
    #expect(!kinds.contains(.wellPosed))
  }

  @Test func randomAnswersFollowNoRule() throws {
    let world = try Fixture(.habits12).world
    let hits = (0..<500).count { index in
      let plain = make(world, .wellPosed, .correct, lengths: [2], index: index)
      return make(world, .wellPosed, .random, lengths: [2], index: index).answer == plain.answer
    }
    // Half of one by chance.
    #expect(hits < 6)
  }

  @Test func withoutMisconceptions() throws {
    var configuration = WorldConfiguration.habits12
    configuration.misconceptionRate = 0
    let world = try EmbeddedWorld(configuration)
    let plain = make(world, .wellPosed, .correct, lengths: [2], index: 0)
    #expect(make(world, .wellPosed, .shared, lengths: [2], index: 0).answer == plain.answer)
    #expect(make(world, .wellPosed, .idiosyncratic, lengths: [2], index: 0).answer != plain.answer)
  }
}
