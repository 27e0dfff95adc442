public import LanguageModel

/// Requests that ``TinkerEngine`` would send for some work, polls left out. At most: groups whose
/// rewards are all equal are not trained on, and a student that never steps gets no adapter.
public struct EngineCalls: Sendable, Equatable, Encodable {
  /// `asample`: one per prompt, with all its responses; one per text and ending that is scored.
  public var sample: Bound = 0
  /// `forward_backward`, up to 128 sequences each.
  public var forwardBackward: Bound = 0
  /// `forward_backward` with `forward_only`: the KL reference.
  public var forward: Bound = 0
  public var optimizerStep: Bound = 0
  /// `save_weights` and `save_weights_for_sampler`.
  public var save: Bound = 0
  /// `load_weights`.
  public var load: Bound = 0
  /// `create_model` and `unload_model`, and the deletion of checkpoints that nothing refers to.
  public var other: Bound = 0

  public init() {}

  /// With the names of the protocol, in the order of tables.
  public var byKind: [(name: String, count: Bound)] {
    [
      ("sample", sample), ("forward_backward", forwardBackward), ("forward", forward),
      ("optim_step", optimizerStep), ("save", save), ("load", load), ("other", other),
    ]
  }
}

/// What a part of a run does.
public struct Work: Sendable, Equatable {
  public var outerSteps: Bound = 0
  /// Datasets of questions that a teacher writes and is rewarded for.
  public var datasets: Bound = 0
  /// Texts that a teacher samples, those included that cannot be read.
  public var documents: Bound = 0
  /// Students that are trained.
  public var trainings: Bound = 0
  /// Optimizer steps of students, those included in which no group has a signal.
  public var studentSteps: Bound = 0
  /// Responses that students are trained on.
  public var rollouts: Bound = 0
  /// Responses that are only graded: screening, measurements, evaluations, votes.
  public var samples: Bound = 0
  /// Texts whose probability is calculated.
  public var scoredTexts: Bound = 0
  /// With every response as long as its limit: no fewer responses than needed, and at most all.
  public var generatedTokens: Bound = 0
  /// Most tokens passed forward and backward: every group has a signal, and every text is as long as
  /// its limit.
  public var trainedTokens = 0.0
  public var calls = EngineCalls()
  /// Most floating-point operations in the built-in engine; nil if unknown.
  public var flops: FLOPCount? = .zero

  public init() {}

  /// All that luck may bound.
  private static var bounds: [WritableKeyPath<Work, Bound>] {
    [
      \.outerSteps, \.datasets, \.documents, \.trainings, \.studentSteps, \.rollouts, \.samples,
      \.scoredTexts, \.generatedTokens, \.calls.sample, \.calls.forwardBackward, \.calls.forward,
      \.calls.optimizerStep, \.calls.save, \.calls.load, \.calls.other,
    ]
  }

  public static func + (a: Work, b: Work) -> Work {
    var sum = a
    for path in bounds { sum[keyPath: path] += b[keyPath: path] }
    sum.trainedTokens += b.trainedTokens
    sum.flops = a.flops + b.flops
    return sum
  }

  public static func += (a: inout Work, b: Work) { a = a + b }

  static func * (a: Work, factor: Double) -> Work { a * Bound(factor, factor) }

  /// The same in each of some steps.
  static func * (a: Work, steps: Bound) -> Work {
    var product = a
    for path in bounds { product[keyPath: path] = a[keyPath: path] * steps }
    product.trainedTokens *= steps.most
    product.flops = a.flops.map {
      FLOPCount(forward: $0.forward * steps.most, backward: $0.backward * steps.most)
    }
    return product
  }

  /// The same, or nothing at all.
  var orNone: Work {
    var work = self
    for path in Self.bounds { work[keyPath: path] = work[keyPath: path].orNone }
    return work
  }
}
