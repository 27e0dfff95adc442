package import Diagnostics
package import Foundation
import SwiftProtobuf

/// What a server says of one training request.
package struct ForwardBackwardOutput: Equatable, Sendable {
  package struct Metric: Equatable, Sendable {
    package var name: String
    package var value: Double
  }

  /// log p of every target, or more where the server pads: [datums][T].
  package var logprobs: [[Float]]
  /// In the order of their names.
  package var metrics: [Metric]

  init(logprobs: [[Float]], metrics: [Metric] = []) {
    self.logprobs = logprobs
    self.metrics = metrics
  }

  /// Reads the message `ForwardBackwardOutput`.
  package init(protobuf: Data) throws(WireDefect) {
    let message = try read(protobuf, TinkerWire_ForwardBackwardOutput.self)
    self.init(logprobs: [])
    for record in message.lossFnOutputs {
      guard let tensor = record.fields["logprobs"] else {
        throw WireDefect("no log-probabilities")
      }
      logprobs += try Self.arrays(tensor)
    }
    metrics = message.metrics.sorted { $0.key < $1.key }
      .map { Metric(name: $0.key, value: $0.value) }
  }

  /// One array per datum, cut at byte offsets.
  private static func arrays(_ tensor: TinkerWire_BatchedTensor) throws(WireDefect) -> [[Float]] {
    guard tensor.dtype == .float32 else {
      throw WireDefect("log-probabilities of an element type other than float32")
    }
    let values = try tensor.data.floats()
    let offsets = try tensor.offsets.int64s()
    var arrays: [[Float]] = []
    for (start, end) in zip(offsets, offsets.dropFirst()) {
      guard 0 <= start, start <= end, end <= tensor.data.count, start % 4 == 0, end % 4 == 0 else {
        throw WireDefect("an offset outside of its tensor")
      }
      arrays.append(Array(values[Int(start) / 4..<Int(end) / 4]))
    }
    return arrays
  }

  /// The same from a server that speaks JSON alone.
  package init(json: JSONValue) throws(WireDefect) {
    guard let outputs = json["loss_fn_outputs"]?.array else {
      throw WireDefect("no loss_fn_outputs")
    }
    self.init(logprobs: [])
    for output in outputs {
      guard let data = output["logprobs"]?["data"]?.array else {
        throw WireDefect("no log-probabilities")
      }
      logprobs.append(data.map(\.float))
    }
    metrics = (json["metrics"]?.members ?? []).sorted { $0.key < $1.key }
      .map { Metric(name: $0.key, value: $0.value.number ?? .nan) }
  }
}

/// What a server says of one sampling request.
package struct SampleOutput: Equatable, Sendable {
  package struct Sequence: Equatable, Sendable {
    package var isStopped: Bool
    package var tokens: [Int32]
    /// As many as tokens, unless the server left them out.
    package var logprobs: [Float]
  }

  package var sequences: [Sequence]
  /// log p of each prompt token after those before it; the first is NaN: [T], if asked for.
  package var promptLogprobs: [Float]?

  /// Reads the message `SampleResponse`.
  package init(protobuf: Data) throws(WireDefect) {
    let message = try read(protobuf, TinkerWire_SampleResponse.self)
    sequences = []
    for sequence in message.sequences {
      guard sequence.stopReason == .stop || sequence.stopReason == .length else {
        throw WireDefect("an unknown stop reason")
      }
      sequences.append(
        Sequence(
          isStopped: sequence.stopReason == .stop, tokens: try sequence.tokens.int32s(),
          logprobs: try sequence.logprobs.floats()))
    }
    promptLogprobs = message.hasPromptLogprobs ? try message.promptLogprobs.floats() : nil
  }

  /// The same from a server that speaks JSON alone.
  package init(json: JSONValue) throws(WireDefect) {
    guard let array = json["sequences"]?.array else { throw WireDefect("no sequences") }
    sequences = []
    for item in array {
      guard let tokens = item["tokens"]?.array, let reason = item["stop_reason"]?.string,
        ["stop", "length"].contains(reason)
      else { throw WireDefect("a sequence without tokens or stop reason") }
      let ids = tokens.compactMap { $0.integer.flatMap { Int32(exactly: $0) } }
      guard ids.count == tokens.count else { throw WireDefect("a token that is no integer") }
      sequences.append(
        Sequence(
          isStopped: reason == "stop", tokens: ids,
          logprobs: (item["logprobs"]?.array ?? []).map(\.float)))
    }
    promptLogprobs = json["prompt_logprobs"]?.array?.map(\.float)
  }
}

extension JSONValue {
  /// Servers write null for NaN.
  fileprivate var float: Float { number.map(Float.init) ?? .nan }
}

private func read<Value: Message>(
  _ data: Data, _: Value.Type
) throws(WireDefect) -> Value {
  do {
    return try Value(serializedBytes: data)
  } catch {
    throw WireDefect("no protobuf message: \(error)")
  }
}
