extension String {
  /// The text without white space at its ends; all other bytes as they were.
  var trimmed: String {
    let isSpace = { (scalar: Unicode.Scalar) in scalar.properties.isWhitespace }
    guard let first = unicodeScalars.firstIndex(where: { !isSpace($0) }),
      let last = unicodeScalars.lastIndex(where: { !isSpace($0) })
    else { return "" }
    return String(unicodeScalars[first...last])
  }
}

extension Collection<UInt8> where Index == Int {
  /// The first place of `part`, byte for byte.
  func firstRange(ofBytes part: [UInt8]) -> Range<Int>? {
    guard let head = part.first, count >= part.count else { return nil }
    var place = startIndex
    while place + part.count <= endIndex {
      if self[place] == head, self[place...].starts(with: part) {
        return place..<place + part.count
      }
      place += 1
    }
    return nil
  }
}
