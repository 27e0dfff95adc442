import Configuration
import Diagnostics
import Foundation
import RunStore
import SelfPlay

/// Finds what several folders, or one imported file, hold more than once. The same seed of the same
/// configuration is one run, however often its folder is copied, and on whatever machine it is
/// repeated; so is one whose questions and rewards are the same, as an export is that was imported
/// again, or one file that was imported under several run names. Counted twice, one run would look
/// like two independent ones.
struct RunCopies {
  private struct Configured: Hashable {
    var experiment: String
    var seed: Int
  }

  private var configured: [Configured: String] = [:]
  private var contents: [String: String] = [:]
  /// What was left out, in sentences.
  private(set) var remarks: [String] = []

  /// The seeds of a store, by its own numbers, that a folder given before holds too, or that an
  /// imported store itself holds under another name.
  ///
  /// - Parameter comparesContents: whether to read all questions, for stores of imported ones among
  ///   several.
  mutating func seeds(
    of store: RunStore, in folder: String, comparesContents: Bool
  ) throws -> Set<Int> {
    var copies: [Int: String] = [:]
    let isImported = try store.isImported()
    if !isImported, let configuration = try? store.configuration(of: folder) {
      let experiment = try ConfigurationLoader.yaml(configuration.experiment)
      for seed in try store.seeds() {
        let key = Configured(experiment: experiment, seed: seed)
        if let other = configured[key] { copies[seed] = other } else { configured[key] = folder }
      }
    }
    if comparesContents {
      let own = try store.fingerprints()
      for (seed, hash) in own where contents[hash] != nil { copies[seed] = contents[hash] }
      for (seed, hash) in own where copies[seed] == nil { contents[hash] = folder }
    }
    for (other, seeds) in Dictionary(grouping: copies.keys, by: { copies[$0] ?? "" })
      .sorted(by: { $0.key < $1.key })
    {
      let numbers = seeds.sorted().map(String.init).joined(separator: ", ")
      remarks.append(
        "\(folder) holds \(seeds.count == 1 ? "seed" : "seeds") \(numbers) of \(other) once more; "
          + "copies count once")
    }
    guard isImported else { return Set(copies.keys) }
    let repeated = try store.repeatedSeeds().filter { copies[$0.key] == nil }
    remark(repeated, of: try repeated.isEmpty ? [:] : store.seedNames(), in: folder)
    return Set(copies.keys).union(repeated.keys)
  }

  /// - Parameters:
  ///   - repeated: the copied seed of each copy.
  ///   - names: what the log calls the seeds.
  private mutating func remark(
    _ repeated: [Int: Int], of names: [Int: String], in folder: String
  ) {
    func name(_ seed: Int) -> String {
      (names[seed] ?? "seed \(seed)").escapingControlCharacters
    }
    for (original, copies) in Dictionary(grouping: repeated.keys, by: { repeated[$0] ?? 0 })
      .sorted(by: { $0.key < $1.key })
    {
      let list = copies.sorted().map(name).joined(separator: ", ")
      remarks.append("\(folder) holds \(name(original)) once more, as \(list); copies count once")
    }
  }
}

extension RunConfiguration {
  /// The configuration without the keys that vary between runs of one experiment.
  var experiment: RunConfiguration {
    var experiment = self
    experiment.seeds = []
    experiment.preset = ""
    return experiment
  }
}
