// Behaviours locked here: a checkpoint that is damaged, incomplete or made to harm gives one line
// that names the file, and status 65 or 66; no crash, and no memory taken for what it claims.

import Foundation
import TestSupport
import Testing

@Suite struct HostileCheckpointTests {
  struct Damage: CustomTestStringConvertible, Sendable {
    var name: String
    var status: Int32
    var file: String
    var inflict: @Sendable (URL) throws -> Void

    var testDescription: String { name }

    init(
      _ name: String, status: Int32 = 65, file: String = "model.safetensors",
      _ inflict: @escaping @Sendable (URL) throws -> Void
    ) {
      self.name = name
      self.status = status
      self.file = file
      self.inflict = inflict
    }

    /// The file becomes `header`, its length in front, and `rest`.
    static func safetensors(_ name: String, _ header: String, rest: Int = 64) -> Damage {
      Damage(name) { url in
        let bytes = Data(header.utf8)
        try (Self.length(UInt64(bytes.count)) + bytes + Data(count: rest)).write(to: url)
      }
    }

    static func config(_ name: String, _ key: String, _ value: String) -> Damage {
      Damage("config.json: \(name)", file: "config.json") { url in
        var text = String(decoding: try Data(contentsOf: url), as: UTF8.self)
        text = text.replacing(
          try Regex("\"\(key)\": [^,\\n]+"), with: "\"\(key)\": \(value)")
        try Data(text.utf8).write(to: url)
      }
    }

    static func length(_ value: UInt64) -> Data {
      withUnsafeBytes(of: value.littleEndian) { Data($0) }
    }
  }

  static let damages: [Damage] = [
    Damage("weights missing", status: 66) { try FileManager.default.removeItem(at: $0) },
    Damage("weights empty") { try Data().write(to: $0) },
    Damage("weights cut short") { try Data(Data(contentsOf: $0).dropLast(1000)).write(to: $0) },
    Damage("weights cut in the header") {
      try Data(Data(contentsOf: $0).prefix(300)).write(to: $0)
    },
    Damage("weights too long") { try (Data(contentsOf: $0) + Data(count: 1)).write(to: $0) },
    Damage("weights are a folder", status: 66) {
      try FileManager.default.removeItem(at: $0)
      try FileManager.default.createDirectory(at: $0, withIntermediateDirectories: false)
    },
    Damage("header of 2^63 bytes") { try (Damage.length(1 << 63) + Data(count: 64)).write(to: $0) },
    Damage("header of 50 MB in a small file") {
      try (Damage.length(50_000_000) + Data(count: 64)).write(to: $0)
    },
    .safetensors("header is no JSON", "{\"a\": "),
    .safetensors("header nests deeply", String(repeating: "[", count: 200_000)),
    .safetensors(
      "shape that overflows",
      #"{"a":{"dtype":"F32","shape":[9223372036854775807,3],"data_offsets":[0,64]}}"#),
    .safetensors(
      "offsets backwards", #"{"a":{"dtype":"F32","shape":[4],"data_offsets":[64,48]}}"#),
    .safetensors(
      "offsets outside", #"{"a":{"dtype":"F32","shape":[4],"data_offsets":[0,1099511627776]}}"#),
    .safetensors(
      "names that drive a terminal",
      #"{"\u001b[2J\n":{"dtype":"F32","shape":[16],"data_offsets":[0,64]}}"#),
    .config("a width beyond memory", "hidden_size", "16777216"),
    .config("layers beyond memory", "num_hidden_layers", "16000000"),
    .config("a negative width", "hidden_size", "-32"),
    .config("a width of text", "hidden_size", "\"wide\""),
    .config("a width of 1e400", "hidden_size", "1e400"),
    .config("heads that do not divide", "num_key_value_heads", "3"),
    .config("another architecture", "model_type", "\"bert\""),
    Damage("config missing", status: 66, file: "config.json") {
      try FileManager.default.removeItem(at: $0)
    },
    Damage("config is no JSON", file: "config.json") { try Data("llama".utf8).write(to: $0) },
    Damage("config is binary", file: "config.json") { try Data([0xff, 0xfe, 0]).write(to: $0) },
  ]

  @Test(arguments: damages) func oneLine(_ damage: Damage) throws {
    let folder = try TemporaryFolder()
    let model = try ModelFixtures.copy("gqa-untied", to: folder)
    try damage.inflict(model.appendingPathComponent(damage.file))
    let outcome = try Tool.run("model", "info", "--model", model.path)
    #expect(outcome.status == damage.status, "\(outcome.errors)")
    #expect(outcome.isOneError, "\(outcome.errors)")
    #expect(outcome.errors.contains(model.path), "\(outcome.errors)")
    #expect(!outcome.errors.contains("\u{1B}"))
  }

  @Test func anIndexThatLeadsElsewhere() throws {
    let folder = try TemporaryFolder()
    let model = try ModelFixtures.copy("gqa-untied", to: folder)
    let weights = model.appendingPathComponent("model.safetensors")
    try FileManager.default.moveItem(at: weights, to: folder.file("secret.safetensors"))
    try Data(#"{"weight_map": {"model.norm.weight": "../secret.safetensors"}}"#.utf8).write(
      to: model.appendingPathComponent("model.safetensors.index.json"))
    let outcome = try Tool.run("model", "info", "--model", model.path)
    #expect(outcome.status == 65)
    #expect(outcome.isOneError, "\(outcome.errors)")
  }

  @Test func foldersThatAreNone() throws {
    let folder = try TemporaryFolder()
    let absent = try Tool.run("model", "info", "--model", folder.path("absent"))
    #expect(absent.status == 66)
    #expect(absent.errors == "error: \(folder.path("absent")): does not exist\n")
    let file = try folder.write("text", to: "file")
    let noFolder = try Tool.run("model", "info", "--model", file.path)
    #expect(noFolder.status == 66 && noFolder.isOneError)
    let empty = try Tool.run("model", "info", "--model", folder.url.path)
    #expect(empty.status == 66 && empty.isOneError)
    let none = try Tool.run("model", "info", "--model", "")
    #expect(none.status == 66 && none.isOneError, "\(none.errors)")
  }
}
