public import Diagnostics
public import Foundation
import Numerics
public import Tokenization

/// A model read from a folder.
public struct LoadedModel: Sendable {
  public let transformer: Transformer
  /// Vocabulary indexed by id, when the folder holds a word-level tokenizer.
  public let tokens: [String]?
  public let specialTokens: SpecialTokens
}

/// Hugging Face folders of `LlamaForCausalLM`, `Qwen2ForCausalLM` and `Qwen3ForCausalLM`:
/// `config.json`, `model.safetensors` (or shards with an index) and, for word-level vocabularies,
/// `tokenizer.json`.
public enum ModelFolder {
  /// Opens a folder with float32, bfloat16 or float16 weights.
  ///
  /// Checks the place and shape of every tensor against the real files before allocating memory for
  /// the model.
  public static func load(_ folder: URL) throws(UserError) -> LoadedModel {
    let file = try describe(folder)
    let weights = try WeightFiles(folder: folder)
    let layout = try layout(file.configuration, weights: weights)
    try check(weights, against: layout, tied: file.configuration.tiesEmbeddings)
    let tokens = try VocabularyFile.read(
      folder.appendingPathComponent(VocabularyFile.name),
      vocabularySize: file.configuration.vocabularySize)
    let transformer = Transformer(file.configuration)
    for tensor in layout.tensors {
      guard let location = weights.locations[tensor.name] else { continue }
      try location.file.read(
        location.entry, shape: tensor.shape, into: transformer.parameters, at: tensor.offset)
    }
    if file.configuration.tiesEmbeddings {
      try checkCopy(ofEmbeddingIn: weights, transformer)
    }
    return LoadedModel(transformer: transformer, tokens: tokens, specialTokens: file.specialTokens)
  }

  /// The layout of a configuration, built only once the files are known to be large enough for its
  /// number of layers.
  private static func layout(
    _ configuration: TransformerConfiguration, weights: WeightFiles
  ) throws(UserError) -> ParameterLayout {
    guard configuration.layerCount <= weights.names.count else {
      throw UserError(
        .dataError, file: weights.path,
        "holds \(weights.names.count) tensors, too few for "
          + "num_hidden_layers \(configuration.layerCount)",
        hint: "the weights do not belong to this config.json")
    }
    let count = configuration.parameterCount
    guard count <= UInt128(Int.max / 8) else {
      throw UserError(
        .dataError, file: weights.path,
        "config.json asks for \(count) parameters, more than any file can hold")
    }
    return ParameterLayout(configuration)
  }

  /// Checks that the files hold every tensor of the layout with its shape, and no others.
  private static func check(
    _ weights: WeightFiles, against layout: ParameterLayout, tied: Bool
  ) throws(UserError) {
    for tensor in layout.tensors {
      guard let location = weights.locations[tensor.name] else {
        throw UserError(
          .dataError, file: weights.path, place: tensor.name,
          "the tensor is missing; expected shape \(tensor.shape)",
          hint: "the file is incomplete or does not belong to this config.json")
      }
      try location.file.check(location.entry, shape: tensor.shape)
    }
    let known = Set(layout.tensors.map(\.name))
    for name in weights.names where !known.contains(name) {
      // Old releases also saved the rotary frequencies, which follow from the configuration.
      if tied && name == "lm_head.weight" || name.hasSuffix(".rotary_emb.inv_freq") { continue }
      let shape = weights.locations[name]?.entry.shape ?? []
      throw UserError(
        .dataError, file: weights.path, place: name.shortened(),
        "unexpected tensor of shape \(shape)",
        hint: "the weights do not belong to this config.json")
    }
  }

  /// A tied model's output projection may be stored too, as a copy of the embedding. Another matrix
  /// contradicts the configuration: which of the two the model was trained with is unknown.
  private static func checkCopy(
    ofEmbeddingIn weights: WeightFiles, _ transformer: Transformer
  ) throws(UserError) {
    let name = "lm_head.weight"
    guard let copy = weights.locations[name] else { return }
    let c = transformer.configuration
    let shape = [c.vocabularySize, c.hiddenSize]
    try copy.file.check(copy.entry, shape: shape)
    let values = FloatBuffer(count: c.vocabularySize * c.hiddenSize)
    try copy.file.read(copy.entry, shape: shape, into: values, at: 0)
    for index in 0..<values.count
    where values[index].bitPattern
      != transformer.parameters[transformer.layout.embedding + index].bitPattern
    {
      throw UserError(
        .dataError, file: weights.path, place: name,
        "differs from model.embed_tokens.weight, though tie_word_embeddings is true",
        hint: "set it to false in config.json if the model has an output projection of its own")
    }
  }

  /// Saves a model; the folder appears complete or not at all, and replaces an older one.
  ///
  /// - Parameters:
  ///   - tokens: word-level vocabulary indexed by id, at most the model's vocabulary size.
  ///   - tokenizerFile: a `tokenizer.json` to save in its place.
  public static func save(
    _ model: Transformer, tokens: [String]? = nil, tokenizerFile: Data? = nil,
    specialTokens: SpecialTokens = SpecialTokens(), to folder: URL
  ) throws {
    precondition(tokens.map { $0.count <= model.configuration.vocabularySize } ?? true)
    try checkReplaceable(folder)
    let temporary = folder.deletingLastPathComponent()
      .appendingPathComponent(".\(folder.lastPathComponent).\(getpid()).partial")
    try? FileManager.default.removeItem(at: temporary)
    do {
      try AtomicFile.createFolder(temporary)
      try SafetensorsFile.write(
        model.layout.namedTensors(in: model.parameters),
        to: temporary.appendingPathComponent(WeightFiles.single))
      var documents = [
        (
          ConfigurationFile.name,
          ConfigurationFile.document(model.configuration, specialTokens: specialTokens)
        )
      ]
      if let tokens {
        documents += [
          (VocabularyFile.name, VocabularyFile.document(tokens, specialTokens: specialTokens)),
          (
            VocabularyFile.configurationName,
            VocabularyFile.configurationDocument(
              tokens, specialTokens: specialTokens,
              maximumPositions: model.configuration.maximumPositions)
          ),
        ]
      }
      if let tokenizerFile {
        try AtomicFile.write(
          tokenizerFile, to: temporary.appendingPathComponent(VocabularyFile.name))
      }
      for (name, document) in documents {
        try AtomicFile.write(
          document.text(indented: true), to: temporary.appendingPathComponent(name))
      }
      try AtomicFile.replaceFolder(at: folder, by: temporary)
    } catch {
      try? FileManager.default.removeItem(at: temporary)
      throw error
    }
  }

  /// Accepts only an older model or an empty folder, because replacing deletes its contents.
  private static func checkReplaceable(_ folder: URL) throws(UserError) {
    let manager = FileManager.default
    guard manager.fileExists(atPath: folder.path) else { return }
    let contents = try? manager.contentsOfDirectory(atPath: folder.path)
    guard let contents, contents.isEmpty || contents.contains(ConfigurationFile.name) else {
      throw UserError(
        .cannotCreate, file: folder.path, "exists and is not a model folder",
        hint: "choose another name, or delete it first")
    }
  }
}

extension TransformerConfiguration {
  /// Bound on the number of weights, in 128 bits so that a hostile configuration cannot overflow it.
  fileprivate var parameterCount: UInt128 {
    let width = UInt128(hiddenSize)
    let embeddings = UInt128(vocabularySize) * width * (tiesEmbeddings ? 1 : 2)
    let attention = (2 * UInt128(queryWidth) + 2 * UInt128(keyValueWidth)) * width
    let feedForward = 3 * UInt128(intermediateSize) * width
    // Norms and biases, more than there are.
    let vectors =
      4 * width + UInt128(queryWidth) + 4 * UInt128(keyValueWidth) + 2 * UInt128(headDimension)
      + 2 * UInt128(intermediateSize)
    return embeddings + UInt128(layerCount) * (attention + feedForward + vectors) + width
  }
}
