// Locks: requests are the messages that Google's Python package reads and results are those that it
// writes, by fixtures of tools/make_tinker_fixtures.py; a request has the same bytes each time; arrays
// are little-endian.

import Diagnostics
import Foundation
import SwiftProtobuf
import Testing
import TinkerEngine

@Suite struct WireTests {
  static func fixture(_ name: String) throws -> Data {
    let folder = try #require(Bundle.module.url(forResource: "Fixtures", withExtension: nil))
    return try Data(contentsOf: folder.appendingPathComponent(name))
  }

  /// Results of all kinds, to mutate.
  static func outputs() throws -> [[UInt8]] {
    try ["forward-backward-output.bin", "sample-response.bin"].map { [UInt8](try fixture($0)) }
      + [
        Array(#"{"sequences": [{"stop_reason": "stop", "tokens": [1, 2], "logprobs": [-1]}]}"#.utf8)
      ]
  }

  static let request = ForwardBackwardRequest(
    model: "model-é", sequence: 7,
    data: [
      TrainingDatum(
        inputs: [1, 2, 300_000], targets: [2, 300_000, 4], advantages: [0, 0.5, -0.25],
        logprobs: [0, -1.5, -0.125]),
      TrainingDatum(inputs: [0], targets: [9], advantages: [1], logprobs: [-3]),
    ])

  @Test func requestsAreWhatPythonWrites() throws {
    let expected = try TinkerWire_ForwardBackwardRequest(
      serializedBytes: Self.fixture("forward-backward-request.bin"))
    let bytes = try Self.request.protobuf()
    #expect(try TinkerWire_ForwardBackwardRequest(serializedBytes: bytes) == expected)
    for _ in 0..<20 { #expect(try Self.request.protobuf() == bytes) }
    var forward = Self.request
    forward.isForwardOnly = true
    #expect(
      try TinkerWire_ForwardBackwardRequest(serializedBytes: forward.protobuf()).forwardOnly)
  }

  @Test func jsonRequestsSayTheSame() throws {
    let json = Self.request.json
    let datum = try #require(json["forward_backward_input"]?["data"]?.array?.first)
    #expect(json["model_id"]?.string == "model-é")
    #expect(json["seq_id"]?.integer == 7)
    #expect(
      datum["loss_fn_inputs"]?["target_tokens"]?["data"]?.array?.compactMap(\.integer)
        == [2, 300_000, 4])
    #expect(
      datum["loss_fn_inputs"]?["advantages"]?["data"]?.array?.compactMap(\.number)
        == [0, 0.5, -0.25])
  }

  @Test func resultsOfPythonAreRead() throws {
    let output = try ForwardBackwardOutput(
      protobuf: Self.fixture("forward-backward-output.bin"))
    #expect(output.logprobs == [[-0.5, -1.25, -2], [], [-3.5]])
    #expect(output.metrics.map(\.name) == ["a", "loss:sum"])
    #expect(output.metrics.map(\.value) == [1, 2.5])
    let sample = try SampleOutput(protobuf: Self.fixture("sample-response.bin"))
    #expect(sample.sequences.map(\.tokens) == [[5, 70_000], [1]])
    #expect(sample.sequences.map(\.isStopped) == [false, true])
    #expect(sample.sequences.map(\.logprobs) == [[-0.5, -0.75], []])
    #expect(sample.promptLogprobs?.count == 3)
    #expect(sample.promptLogprobs?.first?.isNaN == true)
  }

  @Test func arraysAreLittleEndian() throws {
    #expect(Data(littleEndian: [Int32(1), -2]) == Data([1, 0, 0, 0, 0xfe, 0xff, 0xff, 0xff]))
    #expect(try Data(littleEndian: [Int64.min, 3]).int64s() == [.min, 3])
    #expect(try Data(littleEndian: [Float(-1.5)]).floats() == [-1.5])
    #expect(throws: WireDefect.self) { try Data([1, 2, 3]).int32s() }
  }
}
