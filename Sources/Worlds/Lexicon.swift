/// The token ids of the embedded world: two control tokens, seven marks, then the names, the
/// operations and the ten digits, each a contiguous range of ids.
public struct Lexicon: Sendable, Hashable {
  /// `Q`, opens a question.
  public static let question: Int32 = 2
  /// `?`, closes a question.
  public static let ask: Int32 = 3
  /// `A`, opens a solution.
  public static let solution: Int32 = 4
  /// `#`, boxes the answer that follows.
  public static let box: Int32 = 5
  /// `.`, closes a sentence.
  public static let stop: Int32 = 6
  /// `has`, states a value.
  public static let has: Int32 = 7
  /// `quit`, gives up.
  public static let quit: Int32 = 8

  static let marks = ["<pad>", "<end>", "Q", "?", "A", "#", ".", "has", "quit"]

  static let allNames = [
    "Dan", "Bob", "Fay", "Jim", "Amy", "Sue", "Tom", "Kim", "Leo", "Max", "Ned", "Pam", "Ray",
    "Sam", "Ted", "Una", "Vic", "Wes", "Zoe", "Gus", "Hal", "Ida", "Lou", "Meg",
  ]

  /// Ids of the names.
  public let names: Range<Int32>
  /// Ids of the operations, in the order of the configuration.
  public let operations: Range<Int32>
  /// Ids of the digits 0 to 9, in order.
  public let digits: Range<Int32>
  private let operationsByIndex: [DigitOperation]

  init(nameCount: Int, operations names: [DigitOperation]) {
    let firstName = Int32(Self.marks.count)
    let firstOperation = firstName + Int32(nameCount)
    let firstDigit = firstOperation + Int32(names.count)
    self.names = firstName..<firstOperation
    operations = firstOperation..<firstDigit
    digits = firstDigit..<firstDigit + 10
    operationsByIndex = names
  }

  /// The words in the order of their ids.
  var tokens: [String] {
    Self.marks + Self.allNames.prefix(names.count) + operationsByIndex.map(\.rawValue)
      + (0...9).map(String.init)
  }

  public func isName(_ token: Int32) -> Bool { names.contains(token) }

  /// The operation that a token stands for, if it is one.
  public func operation(_ token: Int32) -> DigitOperation? {
    operations.contains(token)
      ? operationsByIndex[Int(token - operations.lowerBound)] : nil
  }

  /// The token of an operation of this world.
  public func token(of operation: DigitOperation) -> Int32? {
    operationsByIndex.firstIndex(of: operation).map { operations.lowerBound + Int32($0) }
  }

  /// The digit in 0...9 that a token stands for, if it is one.
  public func digit(_ token: Int32) -> Int? {
    digits.contains(token) ? Int(token - digits.lowerBound) : nil
  }

  /// The token of a digit in 0...9.
  public func token(ofDigit digit: Int) -> Int32 { digits.lowerBound + Int32(digit) }

  /// The digits that exactly `count` tokens stand for from `start` on, or nil when one is not a
  /// digit or the sequence is too short.
  func value(in tokens: ArraySlice<Int32>, at start: Int, count: Int) -> [Int]? {
    guard start >= tokens.startIndex, start + count <= tokens.endIndex else { return nil }
    var value: [Int] = []
    value.reserveCapacity(count)
    for index in start..<start + count {
      guard let digit = digit(tokens[index]) else { return nil }
      value.append(digit)
    }
    return value
  }
}
