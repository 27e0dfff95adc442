/// The KL reference as an adapter that only scores: a whole batch of rollouts is one request, where
/// sampling would take one each. It is made when first needed, beside the trainers' adapters.
actor ReferenceScorer {
  private let server: TinkerServer
  private let checkpoint: TinkerCheckpoint?
  private var making: Task<TinkerModel, any Error>?

  init(_ server: TinkerServer, _ checkpoint: TinkerCheckpoint?) {
    self.server = server
    self.checkpoint = checkpoint
  }

  /// log p of every target: [datums][T].
  func logprobs(_ data: [TrainingDatum]) async throws -> [[Float]] {
    for attempt in 0... {
      let task = making ?? make()
      do {
        return try await task.value.forwardBackward(data, isForwardOnly: true).logprobs
      } catch let failure as TinkerFailure where attempt < 10 {
        if case .refused = failure, attempt >= 3 { throw failure }
        if making == task { making = nil }
      }
    }
    preconditionFailure("the loop ends by returning or throwing")
  }

  private func make() -> Task<TinkerModel, any Error> {
    let task = Task { [server, checkpoint] in
      let model = try await TinkerModel.create(server, in: nil)
      if let checkpoint { try await model.load(checkpoint.weights, optimizer: false) }
      return model
    }
    making = task
    return task
  }
}
