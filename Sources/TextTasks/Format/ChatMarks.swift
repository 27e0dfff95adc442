/// What stands around the messages of a chat: begin, then system, user and assistant before a message
/// of theirs, each of which end follows. Special tokens of the model are written as their texts.
public struct ChatMarks: Sendable, Codable, Equatable {
  /// Before the first message, such as `<s>`; may be empty.
  public var begin = ""
  /// Before the system message, such as `<|system|>\n`.
  public var system = ""
  /// Before the user's message.
  public var user = ""
  /// Before the model's reply.
  public var assistant = ""
  /// After a message, such as `</s>\n`. Its first special token ends a response; without one, its whole
  /// text does.
  public var end = ""

  public init(
    begin: String = "", system: String = "", user: String = "", assistant: String = "",
    end: String = ""
  ) {
    self.begin = begin
    self.system = system
    self.user = user
    self.assistant = assistant
    self.end = end
  }

  /// The texts by their keys, in the order of a prompt.
  var texts: [(key: String, text: String)] {
    [
      ("begin", begin), ("system", system), ("user", user), ("assistant", assistant), ("end", end),
    ]
  }

  static let chatml = ChatMarks(
    system: "<|im_start|>system\n", user: "<|im_start|>user\n",
    assistant: "<|im_start|>assistant\n", end: "<|im_end|>\n")
  static let llama3 = ChatMarks(
    begin: "<|begin_of_text|>", system: "<|start_header_id|>system<|end_header_id|>\n\n",
    user: "<|start_header_id|>user<|end_header_id|>\n\n",
    assistant: "<|start_header_id|>assistant<|end_header_id|>\n\n", end: "<|eot_id|>")
}

extension PromptFormat {
  /// The marks of a chat; nil for text that the model continues.
  var marks: ChatMarks? {
    switch template {
    case .completion: nil
    case .chatml: .chatml
    case .llama3: .llama3
    case .chat: chat
    }
  }
}
