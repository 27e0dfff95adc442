import Diagnostics
public import Foundation

/// A TensorBoard event file: a sequence of TFRecords, each an `Event` message with scalars or a
/// text of one step.
///
/// The encoder is written by hand: five messages with a dozen fields do not justify a dependency
/// that every build would compile, nor generated code for all of TensorFlow's messages.
public struct EventFile: Sendable {
  public private(set) var data = Data()

  /// - Parameter start: when the first event happened.
  public init(start: Date) {
    append(time: start, step: 0) { $0.string(Field.fileVersion, "brain.Event:2") }
  }

  /// Adds the finite scalars; adds nothing if there are none.
  ///
  /// - Parameter scalars: tags with values, kept as 32-bit floats, which is the format's precision.
  public mutating func append(
    time: Date, step: Int, scalars: [(tag: String, value: Double?)]
  ) {
    let finite = scalars.compactMap { scalar in
      scalar.value.flatMap { $0.isFinite ? (tag: scalar.tag, value: Float($0)) : nil }
    }
    guard !finite.isEmpty else { return }
    append(time: time, step: step) { event in
      event.message(Field.summary) { summary in
        for scalar in finite {
          summary.message(Field.value) { value in
            value.string(Field.tag, scalar.tag.blankingControlCharacters)
            value.float(Field.simpleValue, scalar.value)
          }
        }
      }
    }
  }

  /// Adds a text, which TensorBoard renders as markdown: see ``verbatim(_:)``.
  public mutating func append(time: Date, step: Int, tag: String, text: String) {
    append(time: time, step: step) { event in
      event.message(Field.summary) { summary in
        summary.message(Field.value) { value in
          value.string(Field.tag, tag.blankingControlCharacters)
          value.message(Field.tensor) { tensor in
            tensor.integer(Field.dataType, Field.stringType)
            tensor.message(Field.shape) { shape in
              shape.message(Field.dimension) { $0.integer(Field.size, 1) }
            }
            tensor.string(Field.stringValue, text)
          }
          value.message(Field.metadata) { metadata in
            metadata.message(Field.plugin) { $0.string(Field.pluginName, "text") }
            metadata.integer(Field.dataClass, Field.tensorClass)
          }
        }
      }
    }
  }

  /// Lines as an indented code block, in which nothing is markup, whatever they hold.
  public static func verbatim(_ lines: [String]) -> String {
    lines.map { "    " + $0.blankingControlCharacters }.joined(separator: "\n")
  }

  private mutating func append(
    time: Date, step: Int, _ content: (inout ProtocolBuffer) -> Void
  ) {
    var event = ProtocolBuffer()
    event.double(Field.wallTime, time.timeIntervalSince1970)
    event.integer(Field.step, step)
    content(&event)
    let length = UInt64(event.bytes.count).littleEndianBytes
    data += length
    data += Self.masked(length).littleEndianBytes
    data += event.bytes
    data += Self.masked(event.bytes).littleEndianBytes
  }

  /// A checksum as TFRecords store it: rotated and offset, because a checksum over data that
  /// contain their own checksums is weak.
  private static func masked(_ bytes: [UInt8]) -> UInt32 {
    let checksum = CRC32C.checksum(bytes)
    return (checksum >> 15 | checksum << 17) &+ 0xA282_EAD8
  }

  /// Field numbers in TensorFlow's event.proto, summary.proto, tensor.proto and tensor_shape.proto,
  /// and values of those fields.
  private enum Field {
    // Event
    static let wallTime = 1
    static let step = 2
    static let fileVersion = 3
    static let summary = 5
    // Summary and its Value
    static let value = 1
    static let tag = 1
    static let simpleValue = 2
    static let tensor = 8
    static let metadata = 9
    // SummaryMetadata and its PluginData
    static let plugin = 1
    static let pluginName = 1
    static let dataClass = 4
    static let tensorClass = 2
    // TensorProto and its shape
    static let dataType = 1
    static let stringType = 7
    static let shape = 2
    static let dimension = 2
    static let size = 1
    static let stringValue = 8
  }
}
