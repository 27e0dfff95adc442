/// The streams `path/name/i` of one parent for a range of indices, such as a group's rollouts.
/// Engines in this process draw from each stream; a remote engine receives one ``seed`` for all.
public struct StreamFamily: RandomAccessCollection, Sendable {
  public let parent: RandomStream
  public let name: String
  public let indices: Range<Int>

  public var startIndex: Int { indices.lowerBound }
  public var endIndex: Int { indices.upperBound }
  public subscript(index: Int) -> RandomStream { parent.child(name, index) }

  /// One number for the whole family, determined by its name and range.
  public var seed: UInt64 {
    var stream = parent.child("\(name)/\(indices.lowerBound)-\(indices.upperBound)")
    return stream.next()
  }
}

extension RandomStream {
  /// The streams named `path/name/i`, one per index.
  public func family(_ name: String, _ indices: Range<Int>) -> StreamFamily {
    StreamFamily(parent: self, name: name, indices: indices)
  }
}
