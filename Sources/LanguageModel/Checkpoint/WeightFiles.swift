import Diagnostics
import Foundation

/// The safetensors files of a model folder: a single file, or the shards listed in an index.
struct WeightFiles {
  static let single = "model.safetensors"
  static let index = "model.safetensors.index.json"

  /// A tensor and the file that holds it.
  struct Location {
    let entry: SafetensorsEntry
    let file: SafetensorsFile
  }

  /// Path named in errors about the whole set: the single file or the index.
  let path: String
  let locations: [String: Location]
  /// All tensor names, in file order.
  let names: [String]

  init(folder: URL) throws(UserError) {
    let single = folder.appendingPathComponent(Self.single)
    let index = folder.appendingPathComponent(Self.index)
    let manager = FileManager.default
    if manager.fileExists(atPath: single.path) {
      path = single.path
      let file = try SafetensorsFile(single)
      names = file.entries.map(\.name)
      locations = Dictionary(
        file.entries.map { ($0.name, Location(entry: $0, file: file)) },
        uniquingKeysWith: { first, _ in first })
    } else if manager.fileExists(atPath: index.path) {
      path = index.path
      (names, locations) = try Self.shards(index: index, folder: folder)
    } else {
      let hasPickle = manager.fileExists(
        atPath: folder.appendingPathComponent("pytorch_model.bin").path)
      throw UserError(
        .noInput, file: folder.path, "holds neither \(Self.single) nor \(Self.index)",
        hint: hasPickle
          ? "convert pytorch_model.bin to safetensors" : "is it a Hugging Face model folder?")
    }
  }

  private static func shards(
    index: URL, folder: URL
  ) throws(UserError) -> (names: [String], locations: [String: Location]) {
    let document = try InputFile.json(index, maximumSize: SafetensorsHeader.maximumLength)
    guard let map = document["weight_map"]?.members else {
      throw UserError(.dataError, file: index.path, place: "weight_map", "is missing")
    }
    var files: [String: SafetensorsFile] = [:]
    var names: [String] = []
    var locations: [String: Location] = [:]
    for member in map {
      let place = "weight_map.\(member.key.shortened())"
      guard let shard = member.value.string, isPlainName(shard) else {
        throw UserError(
          .dataError, file: index.path, place: place,
          "'\(member.value.string?.shortened() ?? member.value.kind)' is not a file of this folder",
          hint: "a shard is named by a plain file name")
      }
      let url = folder.appendingPathComponent(shard)
      guard FileManager.default.fileExists(atPath: url.path) else {
        throw UserError(
          .noInput, file: index.path, place: place, "the shard \(shard.shortened()) does not exist",
          hint: "copy or download the missing file")
      }
      let file: SafetensorsFile
      if let open = files[shard] {
        file = open
      } else {
        file = try SafetensorsFile(url)
        files[shard] = file
      }
      guard let entry = file.entry(member.key) else {
        throw UserError(
          .dataError, file: url.path, place: member.key.shortened(),
          "there is no such tensor, though \(Self.index) places it here",
          hint: "shards and index come from different models")
      }
      names.append(member.key)
      locations[member.key] = Location(entry: entry, file: file)
    }
    // Programs that read whole shards would use tensors that the index does not name.
    for (shard, file) in files.sorted(by: { $0.key < $1.key }) {
      for entry in file.entries where locations[entry.name]?.file !== file {
        throw UserError(
          .dataError, file: folder.appendingPathComponent(shard).path,
          place: entry.name.shortened(), "unexpected tensor: \(Self.index) does not place it here",
          hint: "shards and index come from different models")
      }
    }
    return (names, locations)
  }

  private static func isPlainName(_ name: String) -> Bool {
    !name.isEmpty && name != "." && name != ".."
      && !name.utf8.contains { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\") || $0 == 0 }
  }
}
