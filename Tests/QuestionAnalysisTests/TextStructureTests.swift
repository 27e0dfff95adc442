// Locks:
// - every count of a text's structure, by hand, on prose, LaTeX, other scripts and marks
// - 204 texts are counted as by a second implementation, in Python
// - novelty and repeats against earlier questions, in order
// - skeletons are equal for questions that differ in numbers, case and punctuation only
// - any text gives finite counts

import Foundation
import QuestionAnalysis
import Testing

@Suite struct TextStructureTests {
  @Test(arguments: [
    ("", 0, 0, 0, 0, 0, 0),
    ("What is 12 + 3.5?", 4, 1, 2, 2, 1, 1),
    ("Tom has 1,250 apples. He eats 3! How many are left...?", 11, 3, 2, 4, 0, 1),
    (#"Solve $\frac{x}{2} \le 3 \cdot y$ for x."#, 7, 1, 2, 1, 3, 1),
    ("A well-known fact and/or x-1", 8, 1, 1, 1, 1, 0),
    ("3-4 = -1", 3, 1, 3, 1, 3, 0),
    ("Wie viel ist 3 \u{D7} 4\u{FF1F}\u{5404}\u{3002}", 6, 2, 2, 1, 1, 0),
    ("it's v1.2.3, e.g. 5.", 6, 2, 2, 1, 0, 0),
    ("?!...", 0, 0, 0, 0, 0, 0),
  ])
  func counts(
    _ text: String, words: Int, sentences: Int, numbers: Int, largest: Int, operators: Int,
    asking: Int
  ) {
    let structure = TextStructure(text)
    #expect(structure.words == words, "\(structure.skeleton)")
    #expect(structure.sentences == sentences)
    #expect(structure.numbers == numbers)
    #expect(structure.largestNumber == largest)
    #expect(structure.operators == operators)
    #expect(structure.questionWords == asking)
    #expect(structure.characters == text.unicodeScalars.count)
  }

  private struct Reference: Decodable {
    var text: String
    var characters, words, sentences, numbers, largest, operators, asking: Int
    var skeleton: [String]
    var wordLength, wordVariety: Double?
  }

  @Test func aSecondImplementationCountsTheSame() throws {
    let file = try #require(
      Bundle.module.url(forResource: "Fixtures/text-structure", withExtension: "json"))
    let references = try JSONDecoder().decode([Reference].self, from: Data(contentsOf: file))
    #expect(references.count == 204)
    for reference in references {
      let structure = TextStructure(reference.text)
      let counts: [Int] = [
        structure.characters, structure.words, structure.sentences, structure.numbers,
        structure.largestNumber, structure.operators, structure.questionWords,
      ]
      let wanted: [Int] = [
        reference.characters, reference.words, reference.sentences, reference.numbers,
        reference.largest, reference.operators, reference.asking,
      ]
      #expect(counts == wanted, "\(reference.text.debugDescription)")
      #expect(structure.skeleton == reference.skeleton)
      #expect(structure.wordLength == reference.wordLength)
      #expect(structure.wordVariety == reference.wordVariety)
    }
  }

  @Test func shapesOfWords() {
    let structure = TextStructure("The cat and the dog: 2 and 3")
    #expect(structure.wordLength == 18.0 / 6)
    #expect(structure.wordVariety == 5.0 / 8)
    #expect(structure.skeleton == ["the", "cat", "and", "the", "dog", "#", "and", "#"])
    #expect(
      TextStructure("WHAT is 2+2 ?").skeleton == TextStructure("What is 31 + 4?").skeleton)
    #expect(TextStructure("+").wordVariety == nil && TextStructure("7").wordLength == nil)
    // Composed and decomposed letters are different bytes, and so different words.
    #expect(TextStructure("\u{E9}").skeleton[0].unicodeScalars.count == 1)
    #expect(TextStructure("e\u{301}").skeleton[0].unicodeScalars.count == 2)
  }

  @Test func noveltyIsAgainstEarlierQuestions() {
    var archive = TextArchive()
    func add(_ text: String) -> [Double?] {
      var values = FeatureValues()
      archive.add(TextStructure(text), to: &values)
      return [values[.novelty], values[.newToArchive]]
    }
    #expect(add("What is 2 plus 3?") == [1, 1])
    #expect(add("what is 9 plus 1") == [0, 0])
    // "what is", "is the", "the sum": one pair of three is known.
    #expect(add("What is the sum?") == [2.0 / 3, 1])
    #expect(add("Hello") == [1, 1])
    #expect(add("hello!") == [0, 0])
  }

  @Test func anyTextHasFiniteCounts() {
    var state: UInt64 = 1
    for _ in 0..<1000 {
      var text = ""
      for _ in 0..<40 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        let code = UInt32(truncatingIfNeeded: state >> 33) % (state % 3 == 0 ? 0x11_0000 : 0x80)
        if let scalar = Unicode.Scalar(code) { text.unicodeScalars.append(scalar) }
      }
      var values = FeatureValues()
      TextStructure(text).fill(&values)
      #expect(values[.characters] == Double(text.unicodeScalars.count))
      #expect((values[.wordVariety] ?? 1) <= 1)
    }
  }
}
