// Locks: the line that a user reads for each value of `task` that cannot be.

import Testing
import TextTasks

@Suite struct ValidationTests {
  private static func changes() -> [(String, (inout TaskConfiguration) -> Void)] {
    [
      (
        "task.hardLevels: is given without a file (set task.file, or choose families in task.arithmetic)",
        { $0.hardLevels = ["1"] }
      ),
      (
        "task.easierLevels: names '2', which is among task.hardLevels too (train on other problems than those to be learned)",
        {
          $0.file = "f"
          $0.hardLevels = ["1", "2"]
          $0.easierLevels = ["2"]
        }
      ),
      (
        "task.hardLevels: names a level twice",
        {
          $0.file = "f"
          $0.hardLevels = ["1", "1"]
        }
      ),
      (
        "task.verifier.kind: is choice, but the answers of the built-in arithmetic are numbers (set it to integer)",
        { $0.verifier.kind = .choice }
      ),
      (
        "task.verifier.relativeTolerance: is -1.0, but must lie between 0.0 and 1.0",
        { $0.verifier.relativeTolerance = -1 }
      ),
      (
        "task.verifier.absoluteTolerance: is nan, but must be 0 or more",
        { $0.verifier.absoluteTolerance = .nan }
      ),
      (
        "task.verifier.python: is empty (name a Python, such as python3)",
        {
          $0.verifier.kind = .mathVerify
          $0.verifier.python = ""
        }
      ),
      (
        "task.verifier.secondsPerAnswer: is 0.0, but must lie between 0.1 and 600.0",
        {
          $0.verifier.kind = .mathVerify
          $0.verifier.secondsPerAnswer = 0
        }
      ),
      (
        "task.arithmetic.hard: is empty (give a family, such as {digits: [2, 2]})",
        { $0.arithmetic.hard = [] }
      ),
      (
        "task.arithmetic.easier: is empty (give a family, such as {digits: [2, 2]})",
        { $0.arithmetic.easier = [] }
      ),
      (
        "task.arithmetic.hard[0].digits: is 10, but must lie between 1 and 9",
        { $0.arithmetic.hard[0].digits = [3, 10] }
      ),
      (
        "task.arithmetic.hard[0].digits: has 1 terms, but a problem has 2 to 8",
        { $0.arithmetic.hard[0].digits = [3] }
      ),
      (
        "task.arithmetic.easier[1].operations: is empty (give one, such as add)",
        { $0.arithmetic.easier[1].operations = [] }
      ),
      (
        "task.arithmetic.hard[0].operations: names an operation twice",
        { $0.arithmetic.hard[0].operations = [.add, .add] }
      ),
      (
        "task.arithmetic.hard[0].operations: with these digits almost never stay at zero or more (give the first term more digits, or allow add)",
        {
          $0.arithmetic.hard[0] = ArithmeticFamily(digits: [1, 3], operations: [.subtract])
        }
      ),
      (
        "task.arithmetic.easier[0]: makes problems that task.arithmetic.hard[0] makes too, which would be trained on and tested with (change its digits or its operations)",
        {
          $0.arithmetic.easier[0] = ArithmeticFamily(
            form: .story, digits: [3, 3], operations: [.subtract, .add])
        }
      ),
      (
        "task.format.student: must hold {question} once (such as \"{examples}{question} =\")",
        { $0.format.student = "{examples}" }
      ),
      (
        "task.format.student: must hold {question} once (such as \"{examples}{question} =\")",
        { $0.format.student = "{question}{question}" }
      ),
      (
        "task.format.student: holds {answer}, which it cannot have",
        { $0.format.student = "{question}{answer}" }
      ),
      (
        "task.format.teacher: holds {question}, which it cannot have",
        { $0.format.teacher = "{question}" }
      ),
      (
        "task.format.example: must hold {answer} once (such as \"{question} = {answer}\\n\")",
        { $0.format.example = "{question}" }
      ),
      ("task.format.examples[1].question: is empty", { $0.format.examples[1].question = " " }),
      (
        "task.format.examples[0].answer: is 'many', which task.verifier (integer) cannot read (it takes an integer of at most 10000 bytes)",
        { $0.format.examples[0].answer = "many" }
      ),
      (
        "task.format.document: has only one of {question} and {answer} (write both, such as {question} = {answer})",
        { $0.format.document = "{question}" }
      ),
      (
        "task.format.document: has {answer} before {question} (let the teacher write the question first)",
        { $0.format.document = "{answer}: {question}" }
      ),
      (
        "task.format.document: has nothing between {question} and {answer} (put a separator between them, such as {question} = {answer})",
        { $0.format.document = "{question} {answer}" }
      ),
      (
        "task.format.document: has no group named answer (write (?<question>...) and (?<answer>...), or {question} and {answer})",
        { $0.format.document = "(?<question>.+)=(.+)" }
      ),
      (
        "task.format.document: repeats (a+), which can match in several ways and so may take forever (write [ab]+ for (a|b)+, and repeat no group that repeats)",
        { $0.format.document = "(?<question>(a+)+)=(?<answer>.+)" }
      ),
      (
        "task.format.stop: holds an empty text, which would end every response at its start",
        { $0.format.stop = [""] }
      ),
      (
        "task.format.chat: is given, but task.format.template is completion (set task.format.template: chat)",
        { $0.format.chat.user = "User: " }
      ),
      (
        "task.format.chat.end: is empty (take it from chat_template in the model's tokenizer_config.json)",
        {
          $0.format.template = .chat
          $0.format.chat = ChatMarks(user: "User: ", assistant: "Model:")
        }
      ),
      (
        "task.format.chat.system: is empty (take it from chat_template in the model's tokenizer_config.json)",
        {
          $0.format.template = .chat
          $0.format.system = "Calculate."
          $0.format.chat = ChatMarks(user: "User: ", assistant: "Model:", end: "\n")
        }
      ),
      (
        "task.format.chat.user: holds {question}, which it cannot have",
        {
          $0.format.template = .chat
          $0.format.chat = ChatMarks(user: "{question}", assistant: "Model:", end: "\n")
        }
      ),
      ("task.format.gaveUp: holds an empty text", { $0.format.gaveUp = [" "] }),
      (
        "task.format.studentTokens: is 0, but must lie between 1 and 65536",
        { $0.format.studentTokens = 0 }
      ),
      (
        "task.format.teacherTokens: is 100000, but must lie between 1 and 65536",
        { $0.format.teacherTokens = 100_000 }
      ),
    ]
  }

  @Test func complaints() async {
    for (line, change) in Self.changes() {
      #expect(await complaint { try configuration(change).validate() } == line)
    }
    #expect(await complaint { try configuration().validate() } == "none")
  }

  @Test func badRegularExpressions() async {
    for key in [\PromptFormat.answer, \.document] {
      let line = await complaint {
        try configuration { $0.format[keyPath: key] = "(?<question>[" }.validate()
      }
      #expect(line.hasPrefix("task.format."))
      #expect(line.contains("is no regular expression: "))
      #expect(!line.contains("\n"))
    }
  }

  @Test func aWorldNeedsNoTextTask() async {
    #expect(
      await complaint {
        var world = TaskConfiguration()
        world.format.studentTokens = 0
        try world.validate()
      } == "none")
  }

  @Test func complaintsThatNeedTheModel() async {
    #expect(
      await complaint { _ = try await makeTask { $0.format.template = .chatml } }
        == "task.format.template: is chatml, but this model's tokenizer has no token <|im_start|> "
        + "(set task.format.template: completion, or take a model that was trained with chatml)")
    #expect(
      await complaint {
        _ = try await makeTask {
          $0.format.template = .chat
          $0.format.chat = ChatMarks(user: "<|user|>", assistant: "Model:", end: "\n")
        }
      }
        == "task.format.chat.user: holds <|user|>, for which this model's tokenizer has no token "
        + "(take the texts from chat_template in the model's tokenizer_config.json)")
    #expect(
      await complaint { _ = try await makeTask(endTokens: [300]) }
        == "model.folder: has the end token 300, which its tokenizer of 257 ids lacks "
        + "(correct eos_token_id in config.json)")
    #expect(
      await complaint { _ = try await makeTask(endTokens: []) { $0.format.stop = [] } }
        == "task.format.stop: names nothing that the model can write, and the model has no end token "
        + "(add a text that ends a response, such as \"\\n\")")
    #expect(
      await complaint { _ = try await makeTask { $0.format.examples = [] } }
        == "task.format.teacher: makes an empty prompt (add an example, or some text)")
    #expect(
      await complaint { _ = try await makeTask(contextLength: 60) }
        == "task.format.teacherTokens: is 48, but the teacher's prompt has 23 tokens and the model "
        + "takes 60 (lower it, or shorten task.format.teacher)")
    #expect(
      await complaint { _ = try await makeTask(contextLength: 40) { $0.format.teacherTokens = 5 } }
        == "task.format.student: has 25 tokens without a question, which with "
        + "task.format.studentTokens = 16 leaves no room in the model's 40 "
        + "(leave out an example, or lower task.format.studentTokens)")
    let line = await complaint {
      _ = try await makeTask(contextLength: 50) {
        $0.format.teacherTokens = 5
        $0.format.studentTokens = 17
      }
    }
    #expect(line.hasPrefix("task.arithmetic.hard[0]: '"))
    #expect(
      line.contains(
        "makes a prompt of 34 tokens, and only 33 leave room for task.format.studentTokens = 17"))
  }
}
