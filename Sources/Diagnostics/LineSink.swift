import Foundation

/// Writes lines to a file that the user named, which appears whole or not at all; or to standard
/// output, a FIFO or a device, as they come.
package final class LineSink {
  private let name: String
  private let descriptor: Int32
  /// The file being written, and the one that it becomes; nil where lines are written through.
  private let replacement: FileReplacement?
  private let ownsDescriptor: Bool
  private var isOpen = true
  private var buffer: [UInt8] = []
  package private(set) var lines = 0

  /// - Parameter path: output file; nil and `-` mean standard output.
  package init(_ path: String?) throws {
    guard let path, path != StandardOutput.name else {
      (name, descriptor, replacement, ownsDescriptor) =
        ("standard output", STDOUT_FILENO, nil, false)
      return
    }
    name = path
    switch try OutputPlace(path) {
    case .file(let place):
      let replacement = try FileReplacement(of: place, named: path)
      (descriptor, self.replacement, ownsDescriptor) = (replacement.descriptor, replacement, true)
    case .stream(let place):
      (descriptor, replacement, ownsDescriptor) =
        (try FileDescriptorOutput.open(place, named: path), nil, true)
    case .descriptor(let number):
      (descriptor, replacement, ownsDescriptor) = (number, nil, false)
    }
  }

  deinit { close() }

  private func close() {
    if isOpen && ownsDescriptor && replacement == nil { _ = Foundation.close(descriptor) }
    isOpen = false
  }

  /// - Parameter line: includes its line ending.
  package func write(_ line: [UInt8]) throws {
    buffer += line
    lines += 1
    if buffer.count >= 1 << 16 { try flush() }
  }

  private func flush() throws {
    try FileDescriptorOutput.write(buffer, to: descriptor, named: name)
    buffer.removeAll(keepingCapacity: true)
  }

  package func finish() throws {
    try flush()
    try replacement?.finish()
    close()
  }

  /// Removes the partial output.
  package func discard() {
    replacement?.discard()
    close()
  }
}
