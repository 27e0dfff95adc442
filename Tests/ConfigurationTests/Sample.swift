import Configuration
import Diagnostics
import Foundation

/// Swift Testing has an `ExitStatus` of its own.
typealias Status = Diagnostics.ExitStatus

/// A configuration with one of everything that a real one holds.
struct Sample: Codable, Equatable {
  var seed: UInt64 = 7
  var name = "quick"
  var soar = Loop()
  var arms = [Arm(name: "base", steps: 0), Arm(name: "soar", steps: 10)]
  var ks = [1, 4, 8]
  var tags: [String] = []

  struct Loop: Codable, Equatable {
    var groupSize = 4
    var learningRate = 1e-3
    var promotes = true
    var decay = Decay.cosine
    var weights = [0.5, 0.5]
  }

  struct Arm: Codable, Equatable {
    var name: String
    var steps: Int
  }

  enum Decay: String, Codable, CaseIterable { case cosine, linear, constant }
}

func load(_ text: String, set overrides: [String] = []) throws -> Sample {
  try ConfigurationLoader.load(Sample(), text: text, name: "my.yaml", overrides: overrides)
}

/// The error that loading `text` gives, as its one line.
func complaint(_ text: String, set overrides: [String] = []) -> (Status?, String) {
  do {
    _ = try load(text, set: overrides)
    return (nil, "no error")
  } catch let error as UserError {
    return (error.status, error.description)
  } catch {
    return (nil, "another error: \(error)")
  }
}
