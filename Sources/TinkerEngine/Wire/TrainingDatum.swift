package import Diagnostics
package import Foundation
import SwiftProtobuf

/// One sequence as the protocol trains it: inputs are all tokens except the last, targets all except
/// the first.
package struct TrainingDatum: Sendable, Equatable {
  /// [T]
  package var inputs: [Int32]
  /// The token after each input: [T].
  package var targets: [Int32]
  /// The advantage of each target, 0 where there is no loss: [T].
  package var advantages: [Float]
  /// log p of each target when it was sampled; 0 where there is no loss: [T].
  package var logprobs: [Float]

  package init(
    inputs: [Int32], targets: [Int32], advantages: [Float], logprobs: [Float]
  ) {
    self.inputs = inputs
    self.targets = targets
    self.advantages = advantages
    self.logprobs = logprobs
  }
}

extension TrainingDatum {
  var isFinite: Bool { advantages.allSatisfy(\.isFinite) && logprobs.allSatisfy(\.isFinite) }
}

/// A `forward_backward` request with the loss
/// -sum over t of  advantages[t] * p(targets[t]) / exp(logprobs[t]).
package struct ForwardBackwardRequest: Sendable, Equatable {
  package static let lossFunction = "importance_sampling"

  package var model: String
  package var sequence: Int
  package var data: [TrainingDatum]
  /// Whether only log-probabilities are wanted.
  package var isForwardOnly: Bool

  package init(
    model: String, sequence: Int, data: [TrainingDatum], isForwardOnly: Bool = false
  ) {
    self.model = model
    self.sequence = sequence
    self.data = data
    self.isForwardOnly = isForwardOnly
  }

  /// The message `ForwardBackwardRequest`. The same request has the same bytes each time.
  package func protobuf() throws -> Data {
    var message = TinkerWire_ForwardBackwardRequest()
    message.modelID = model
    message.seqID = Int32(clamping: sequence)
    message.data = data.map(Self.message)
    message.lossFn = Self.lossFunction
    message.forwardOnly = isForwardOnly
    var options = BinaryEncodingOptions()
    options.useDeterministicOrdering = true
    return try message.serializedBytes(options: options)
  }

  private static func message(_ datum: TrainingDatum) -> TinkerWire_Datum {
    func tensor(_ values: Data, _ type: TinkerWire_DType) -> TinkerWire_Tensor {
      .with {
        $0.dense = values
        $0.dtype = type
        $0.shape = [Int64(datum.targets.count)]
      }
    }
    return .with {
      $0.modelInput = [.with { $0.encodedText.tokens = Data(littleEndian: datum.inputs) }]
      $0.lossFnInputs = [
        "target_tokens": tensor(Data(littleEndian: datum.targets.map(Int64.init)), .int64),
        "advantages": tensor(Data(littleEndian: datum.advantages), .float32),
        "logprobs": tensor(Data(littleEndian: datum.logprobs), .float32),
      ]
    }
  }

  /// The same as JSON, for servers before protobuf.
  package var json: JSONValue {
    let input = JSONValue.object([
      .init("data", .array(data.map(Self.json))), .init("loss_fn", .string(Self.lossFunction)),
    ])
    return .object([
      .init("model_id", .string(model)), .init("seq_id", .integer(sequence)),
      .init(isForwardOnly ? "forward_input" : "forward_backward_input", input),
    ])
  }

  private static func json(_ datum: TrainingDatum) -> JSONValue {
    func floats(_ values: [Float]) -> JSONValue {
      tensor(.array(values.map { .real(Double($0)) }), "float32", values.count)
    }
    let targets = JSONValue.array(datum.targets.map { .integer(Int($0)) })
    return .object([
      .init("model_input", .object([.init("chunks", .array([.tokens(datum.inputs)]))])),
      .init(
        "loss_fn_inputs",
        .object([
          .init("target_tokens", tensor(targets, "int64", datum.targets.count)),
          .init("advantages", floats(datum.advantages)),
          .init("logprobs", floats(datum.logprobs)),
        ])),
    ])
  }

  private static func tensor(_ data: JSONValue, _ type: String, _ count: Int) -> JSONValue {
    .object([
      .init("data", data), .init("dtype", .string(type)),
      .init("shape", .array([.integer(count)])),
    ])
  }
}

extension JSONValue {
  /// A chunk of text in token ids.
  static func tokens(_ tokens: [Int32]) -> JSONValue {
    .object([
      .init("type", .string("encoded_text")),
      .init("tokens", .array(tokens.map { .integer(Int($0)) })),
    ])
  }
}
