import ArgumentParser
import Experiments
import Foundation

/// `--no-cache`, for every command that needs a base model.
struct CacheOption: ParsableArguments {
  @Flag(help: "Neither read nor write the cache of pretrained models.")
  var noCache = false

  var cache: BaseModelCache {
    BaseModelCache(folder: noCache ? nil : BaseModelCache.userFolder())
  }
}

/// `--workers`, for every command that trains in this process.
struct WorkersOption: ParsableArguments {
  @Option(help: "Threads for independent students and arms; all cores by default.")
  var workers: Int?

  func validate() throws {
    if let workers, !(1...1024).contains(workers) {
      throw ValidationError("--workers must be between 1 and 1024.")
    }
  }

  var count: Int { workers ?? ProcessInfo.processInfo.activeProcessorCount }
}
