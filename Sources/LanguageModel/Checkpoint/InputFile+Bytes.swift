import Diagnostics
import Foundation

extension InputFile {
  /// Fills `destination` starting at byte `offset` of the file.
  func read(into destination: UnsafeMutableRawBufferPointer, at offset: Int) throws(UserError) {
    var done = 0
    while done < destination.count {
      let rest = UnsafeMutableRawBufferPointer(rebasing: destination[done...])
      let count = pread(descriptor, rest.baseAddress, rest.count, off_t(offset + done))
      if count > 0 {
        done += count
      } else if count == 0 {
        throw .cutShort(path, at: offset + done)
      } else if errno != EINTR {
        throw .reading(path, errno: errno)
      }
    }
  }

  /// The bytes of a range within the file.
  func bytes(_ range: Range<Int>) throws(UserError) -> [UInt8] {
    precondition(range.lowerBound >= 0 && range.upperBound <= size)
    var bytes = [UInt8](repeating: 0, count: range.count)
    try bytes.withUnsafeMutableBufferPointer { buffer throws(UserError) in
      try read(into: UnsafeMutableRawBufferPointer(buffer), at: range.lowerBound)
    }
    return bytes
  }
}
