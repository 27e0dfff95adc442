/// What students and teachers read, and how their text is read. `{question}` and `{answer}` stand for
/// a problem's texts, `{examples}` for all examples.
///
/// The format's own texts may hold special tokens of the model, such as `<|im_start|>`. Questions,
/// examples and answers are text from others: what looks like a special token in them is mere text.
public struct PromptFormat: Sendable, Codable, Equatable {
  public enum Template: String, Sendable, Codable, CaseIterable {
    /// Text that the model continues.
    case completion
    /// Turns between `<|im_start|>` and `<|im_end|>`: SmolLM2-Instruct, Qwen. Without the default
    /// system message that some of these models' own templates add.
    case chatml
    /// Turns between `<|start_header_id|>` and `<|eot_id|>`, after `<|begin_of_text|>`: Llama 3
    /// Instruct. Without the date that newer templates add.
    case llama3
    /// Turns between the texts of `chat`.
    case chat
  }

  /// A worked example of the few-shot prompts.
  public struct Example: Sendable, Codable, Equatable {
    public var question: String
    public var answer: String

    public init(question: String, answer: String) {
      self.question = question
      self.answer = answer
    }
  }

  public var template = Template.completion
  /// For the template `chat`: what stands around messages.
  public var chat = ChatMarks()
  /// For chat templates: the system message; empty leaves it out.
  public var system = ""
  /// Few-shot examples, the same in every prompt.
  public var examples = [
    Example(question: "14 + 25", answer: "39"), Example(question: "8 - 5", answer: "3"),
  ]
  /// How an example is written.
  public var example = "{question} = {answer}\n"
  /// The student's prompt; for chat templates the user's message. `{question}` stands in it once.
  public var student = "{examples}{question} ="
  /// The teacher's prompt; for chat templates the user's message.
  public var teacher = "{examples}"
  /// How the teacher's text is read. Either what stands between and around `{question}` and
  /// `{answer}`, such as `<q>{question}</q> <a>{answer}</a>`: the question is the shortest text before
  /// what follows it, the answer goes on to what follows it or to the end of its line, and white
  /// space at their ends does not count. Or a regular expression with groups named `question` and
  /// `answer`, of which the first match counts. Text after it is ignored.
  ///
  /// A regular expression may not repeat a group that can match in several ways, because such a search
  /// can take forever: write `[ab]+` for `(a|b)+`. The rest is bounded by the text's length, at
  /// most ``regexBytes``.
  public var document = "{question} = {answer}"
  /// Where in a student's response its answer stands: a regular expression whose first group, or whole
  /// match, is the answer; the first match counts. Empty takes the whole response, without white space
  /// at its ends. Repeated groups as in `document`.
  public var answer = ""
  /// Responses that give up in due form, without white space at their ends.
  public var gaveUp: [String] = []
  /// Texts that end a response. Everything from the first of them on is cut off. A teacher's question
  /// that holds one is rejected.
  public var stop = ["\n"]
  /// Texts that end a teacher's text; empty takes those of `stop`.
  public var teacherStop: [String] = []
  /// Most tokens of a student's response, 1...65,536. A response that this cuts off within its answer
  /// has none: the number might go on.
  public var studentTokens = 16
  /// Most tokens of a teacher's text, 1...65,536.
  public var teacherTokens = 48

  public init() {}

  /// Longest text that a regular expression is searched in, in bytes; the rest is not read.
  public static let regexBytes = 16_384
}
