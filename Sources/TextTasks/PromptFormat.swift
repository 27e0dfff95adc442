/// What students and teachers read, and how their text is read. `{question}` and `{answer}` stand for
/// a problem's texts, `{examples}` for all examples.
public struct PromptFormat: Sendable, Codable, Equatable {
  public enum Template: String, Sendable, Codable, CaseIterable {
    /// Text that the model continues.
    case completion
    /// Turns between `<|im_start|>` and `<|im_end|>`: SmolLM2-Instruct, Qwen.
    case chatml
    /// Turns between `<|start_header_id|>` and `<|eot_id|>`: Llama 3 Instruct.
    case llama3
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
  /// For chat templates: the system message; empty leaves it out.
  public var system = ""
  /// Few-shot examples, the same in every prompt.
  public var examples = [
    Example(question: "14 + 25", answer: "39"), Example(question: "8 - 5", answer: "3"),
  ]
  /// How an example is written.
  public var example = "{question} = {answer}\n"
  /// The student's prompt; for chat templates the user's message.
  public var student = "{examples}{question} ="
  /// The teacher's prompt; for chat templates the user's message.
  public var teacher = "{examples}"
  /// How the teacher's text is read: what stands between and around `{question}` and `{answer}`, or a
  /// regular expression with groups named `question` and `answer`. Text after it is ignored.
  public var document = "{question} = {answer}"
  /// Where in a student's response its answer stands: a regular expression whose first group, or whole
  /// match, is the answer; the first match counts. Empty takes the whole response, without white space
  /// at its ends.
  public var answer = ""
  /// Responses that give up in due form, without white space at their ends.
  public var gaveUp: [String] = []
  /// Texts that end a response. Everything from the first of them on is cut off.
  public var stop = ["\n"]
  /// Most tokens of a student's response.
  public var studentTokens = 16
  /// Most tokens of a teacher's text.
  public var teacherTokens = 48

  public init() {}
}
