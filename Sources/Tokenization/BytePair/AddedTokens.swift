/// A token outside the merges: it is found in the text before everything else.
public struct AddedToken: Sendable, Hashable {
  public var id: Int32
  public var content: String
  /// Matches only where no letter, digit, mark or underscore stands beside it.
  public var singleWord: Bool
  /// Takes the white space to its left with it.
  public var stripsLeft: Bool
  /// Takes the white space to its right with it.
  public var stripsRight: Bool
  /// Is looked for in normalized text, and in the text as it is otherwise.
  public var isNormalized: Bool
  /// Is left out of decoded text on demand.
  public var isSpecial: Bool
}

/// Finds added tokens in a text.
struct AddedTokenMatcher: Sendable {
  /// A piece of a text: an added token, or text between two.
  struct Piece {
    var range: Range<Int>
    /// Index into `tokens`; nil for text.
    var token: Int?
  }

  private let tokens: [AddedToken]
  /// Edges of the trie of all contents: node and byte to node.
  private var edges = PairTable()
  /// Index into `tokens` of the token that ends at each node, or -1.
  private var endings: [Int32] = [-1]
  /// Whether a token starts with the byte: [256].
  private var starts = [Bool](repeating: false, count: 256)

  /// - Parameter patterns: what to look for and for which token. Of two alike, the last counts.
  init(tokens: [AddedToken], patterns: [(text: [UInt8], token: Int)]) {
    self.tokens = tokens
    for (text, token) in patterns where !text.isEmpty {
      starts[Int(text[0])] = true
      var node: Int32 = 0
      for byte in text {
        let edge = edges[node, Int32(byte)]
        if edge == PairTable.absent {
          edges.set(node, Int32(byte), UInt64(endings.count))
          node = Int32(endings.count)
          endings.append(-1)
        } else {
          node = Int32(edge)
        }
      }
      endings[Int(node)] = Int32(token)
    }
  }

  var isEmpty: Bool { endings.count == 1 }

  /// The longest token that starts at `start`, and its end.
  private func longest(
    _ bytes: [UInt8], from start: Int, to limit: Int
  ) -> (token: Int, end: Int)? {
    var node: Int32 = 0
    var position = start
    var found: (token: Int, end: Int)?
    while position < limit {
      let edge = edges[node, Int32(bytes[position])]
      guard edge != PairTable.absent else { break }
      node = Int32(edge)
      position += 1
      if endings[Int(node)] >= 0 { found = (Int(endings[Int(node)]), position) }
    }
    return found
  }

  /// Splits `range` at added tokens: the leftmost first, and of several the longest.
  ///
  /// - Parameter readsSpecialTokens: false treats special tokens as ordinary text.
  func pieces(_ bytes: [UInt8], _ range: Range<Int>, readsSpecialTokens: Bool) -> [Piece] {
    guard !isEmpty else { return range.isEmpty ? [] : [Piece(range: range)] }
    var pieces: [Piece] = []
    var done = range.lowerBound
    var position = range.lowerBound
    // The end of the white space after the last token that took it.
    var passed = range.lowerBound
    while position < range.upperBound {
      guard starts[Int(bytes[position])],
        let match = longest(bytes, from: position, to: range.upperBound)
      else {
        position += 1
        continue
      }
      var start = position
      var end = match.end
      // A match that does not count still hides others that start inside it.
      position = match.end
      let token = tokens[match.token]
      if token.isSpecial && !readsSpecialTokens { continue }
      if token.singleWord, hasNeighbours(bytes, start..<end, in: range) { continue }
      if token.stripsLeft { start = max(done, spaceStart(bytes, before: start, from: done)) }
      if token.stripsRight {
        // Inside white space that was passed before, so that a token of white space takes no
        // quadratic time.
        if end > passed { passed = spaceEnd(bytes, after: end, range) }
        end = passed
      }
      if done < start { pieces.append(Piece(range: done..<start)) }
      // Empty if the token before took its white space.
      if start < end { pieces.append(Piece(range: start..<end, token: match.token)) }
      done = end
    }
    if done < range.upperBound { pieces.append(Piece(range: done..<range.upperBound)) }
    return pieces
  }

  private func hasNeighbours(_ bytes: [UInt8], _ match: Range<Int>, in range: Range<Int>) -> Bool {
    let classes = ScalarClasses.shared
    if match.lowerBound > range.lowerBound {
      let before = UTF8Text.start(before: match.lowerBound, bytes, from: range.lowerBound)
      if classes.scalar(bytes, at: before).is.contains(.word) { return true }
    }
    return match.upperBound < range.upperBound
      && classes.scalar(bytes, at: match.upperBound).is.contains(.word)
  }

  private func spaceStart(_ bytes: [UInt8], before end: Int, from lowest: Int) -> Int {
    let classes = ScalarClasses.shared
    var start = end
    while start > lowest {
      let before = UTF8Text.start(before: start, bytes, from: lowest)
      guard classes.scalar(bytes, at: before).is.contains(.space) else { break }
      start = before
    }
    return start
  }

  private func spaceEnd(_ bytes: [UInt8], after start: Int, _ range: Range<Int>) -> Int {
    let classes = ScalarClasses.shared
    var end = start
    while end < range.upperBound {
      let next = classes.scalar(bytes, at: end)
      guard next.is.contains(.space) else { break }
      end += next.width
    }
    return end
  }
}
