import Diagnostics

/// What happens to a text around the merges: `normalizer`, `pre_tokenizer`, `post_processor` and
/// `decoder` of `tokenizer.json`.
struct Pipeline: Sendable {
  /// Whether text is brought into NFC.
  var composes: Bool
  /// Steps of pre-tokenization, first to last.
  var steps: [PreTokenizerStep]
  /// Ids that the template puts before and after a text.
  var prefix: [Int32]
  var suffix: [Int32]

  /// Ample: the files in use have at most four steps.
  private static let mostSteps = 16

  /// - Parameter isToken: whether an id is in the vocabulary.
  init(_ document: FilePart, isToken: (Int) -> Bool) throws(UserError) {
    composes = try document.member("normalizer").map(Self.composes) ?? false
    let preTokenizer = try document.required("pre_tokenizer")
    steps = []
    var readsBytes = false
    try Self.readSteps(preTokenizer, &steps, &readsBytes)
    guard readsBytes else {
      throw preTokenizer.unsupported("pre-tokenization without ByteLevel")
    }
    guard steps.count <= Self.mostSteps else {
      throw preTokenizer.unsupported("pre-tokenization in more than \(Self.mostSteps) steps")
    }
    prefix = []
    suffix = []
    var hasTemplate = false
    if let processor = document.member("post_processor") {
      try readProcessor(processor, &hasTemplate, isToken)
    }
    try Self.checkDecoder(document.required("decoder"))
  }

  private static func composes(_ part: FilePart) throws(UserError) -> Bool {
    switch try part.type() {
    case "NFC":
      try part.allow(["type"])
      return true
    case "Sequence":
      try part.allow(["type", "normalizers"])
      var composes = false
      for element in try part.required("normalizers").elements() {
        composes = try Self.composes(element) || composes
      }
      return composes
    case let type: throw part.unsupported("the normalizer '\(type.shortened())'")
    }
  }

  /// - Parameter readsBytes: whether a ByteLevel was read; nothing may follow it, as it leaves other
  ///   characters than those of the text.
  private static func readSteps(
    _ part: FilePart, _ steps: inout [PreTokenizerStep], _ readsBytes: inout Bool
  ) throws(UserError) {
    let type = try part.type()
    if type == "Sequence" {
      try part.allow(["type", "pretokenizers"])
      for element in try part.required("pretokenizers").elements() {
        try readSteps(element, &steps, &readsBytes)
      }
      return
    }
    guard !readsBytes else { throw part.unsupported("'\(type.shortened())' after ByteLevel") }
    switch type {
    case "ByteLevel":
      try checkByteLevel(part)
      if try part.required("add_prefix_space").flag() { steps.append(.prefixSpace) }
      if try part.flag("use_regex", default: true) { steps.append(.pattern(.gpt2)) }
      readsBytes = true
    case "Digits":
      try part.allow(["type", "individual_digits"])
      steps.append(.digits(individual: try part.required("individual_digits").flag()))
    case "Split": steps.append(.pattern(try splitPattern(part)))
    default: throw part.unsupported("the pre-tokenizer '\(type.shortened())'")
    }
  }

  /// `trim_offsets` concerns the places of tokens in the text, which are not computed here.
  private static func checkByteLevel(_ part: FilePart) throws(UserError) {
    try part.allow(["type", "add_prefix_space", "trim_offsets", "use_regex"])
    for key in ["add_prefix_space", "trim_offsets", "use_regex"] {
      _ = try part.flag(key, default: true)
    }
  }

  private static func splitPattern(_ part: FilePart) throws(UserError) -> SplitPattern {
    try part.allow(["type", "pattern", "behavior", "invert"])
    let pattern = try part.required("pattern")
    try pattern.allow(["Regex", "String"])
    guard let regex = pattern.member("Regex") else {
      throw pattern.unsupported("splitting at a literal string")
    }
    let text = try regex.string()
    guard let known = SplitPattern.allCases.first(where: { $0.text.exact == text.exact }) else {
      throw regex.unsupported(
        "the pattern '\(text.shortened(to: 120))'",
        hint: "known are those of GPT-2, Llama 3 and Qwen 2 to 3")
    }
    let behavior = try part.required("behavior")
    let inverts = try part.required("invert").flag()
    // The known patterns match all of a text. Each match is a piece when matches are isolated, and
    // when everything between matches is removed.
    switch (try behavior.string(), inverts) {
    case ("Isolated", _), ("Removed", true): return known
    case (let other, _):
      throw behavior.unsupported(
        "'\(other.shortened())' with \"invert\": \(inverts) for this pattern",
        hint: "'Isolated' is")
    }
  }

  /// Without special tokens a template adds nothing; ByteLevel only trims places in the text.
  private mutating func readProcessor(
    _ part: FilePart, _ hasTemplate: inout Bool, _ isToken: (Int) -> Bool
  ) throws(UserError) {
    switch try part.type() {
    case "ByteLevel": try Self.checkByteLevel(part)
    case "Sequence":
      try part.allow(["type", "processors"])
      for element in try part.required("processors").elements() {
        try readProcessor(element, &hasTemplate, isToken)
      }
    case "TemplateProcessing":
      guard !hasTemplate else { throw part.unsupported("a second template") }
      hasTemplate = true
      try readTemplate(part, isToken)
    case let type: throw part.unsupported("the post-processor '\(type.shortened())'")
    }
  }

  private mutating func readTemplate(
    _ part: FilePart, _ isToken: (Int) -> Bool
  ) throws(UserError) {
    try part.allow(["type", "single", "pair", "special_tokens"])
    let known = try part.required("special_tokens")
    var hasText = false
    let single = try part.required("single")
    for element in try single.elements() {
      try element.allow(["Sequence", "SpecialToken"])
      if let sequence = element.member("Sequence") {
        try sequence.allow(["id", "type_id"])
        guard try sequence.required("id").string() == "A", !hasText else {
          throw element.unsupported("a template that does not hold the text 'A' once")
        }
        hasText = true
      } else {
        let token = try element.required("SpecialToken")
        try token.allow(["id", "type_id"])
        let ids = try Self.ids(of: token.required("id").string(), in: known, isToken)
        if hasText { suffix += ids } else { prefix += ids }
      }
    }
    guard hasText else {
      throw single.unsupported("a template that does not hold the text 'A' once")
    }
  }

  private static func ids(
    of name: String, in known: FilePart, _ isToken: (Int) -> Bool
  ) throws(UserError) -> [Int32] {
    let token = try known.required(name)
    try token.allow(["id", "ids", "tokens"])
    var ids: [Int32] = []
    for element in try token.required("ids").elements() {
      guard let id = element.value.integer, isToken(id) else {
        throw element.defect("is \(element.value.kind), which is not the id of a token")
      }
      ids.append(Int32(id))
    }
    return ids
  }

  private static func checkDecoder(_ part: FilePart) throws(UserError) {
    switch try part.type() {
    case "ByteLevel": try checkByteLevel(part)
    case "Sequence":
      try part.allow(["type", "decoders"])
      let elements = try part.required("decoders").elements()
      guard elements.count == 1 else {
        throw part.unsupported("a sequence of \(elements.count) decoders")
      }
      try checkDecoder(elements[0])
    case let type: throw part.unsupported("the decoder '\(type.shortened())'")
    }
  }
}
