/// A count that is known, or bounded where luck decides. Doubles: they are exact to 2^53, and a
/// configuration that multiplies beyond that overflows nothing.
public struct Bound: Sendable, Equatable, Encodable, ExpressibleByIntegerLiteral {
  public var least: Double
  public var most: Double

  /// - Parameters:
  ///   - least: 0 or more.
  ///   - most: `least` or more.
  public init(_ least: Double, _ most: Double) {
    self.least = least
    self.most = max(least, most)
  }

  public init(_ count: Int) { self.init(Double(count), Double(count)) }
  public init(integerLiteral value: Int) { self.init(value) }

  public var isExact: Bool { least == most }

  /// The same, or nothing at all.
  public var orNone: Bound { Bound(0, most) }

  public static func + (a: Bound, b: Bound) -> Bound { Bound(a.least + b.least, a.most + b.most) }
  public static func * (a: Bound, b: Bound) -> Bound { Bound(a.least * b.least, a.most * b.most) }
  public static func * (a: Bound, factor: Double) -> Bound {
    Bound(a.least * factor, a.most * factor)
  }
  public static func += (a: inout Bound, b: Bound) { a = a + b }
}
