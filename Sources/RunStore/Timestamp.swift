package import Foundation
import GRDB

/// Times are stored as ISO 8601 text in UTC, to the millisecond, such as
/// `2026-01-27T09:30:00.125Z`. Hand-written for speed: a million labels have a million times.
/// Reading and writing again yields the same text.
package enum Timestamp {
  private static let style = Date.ISO8601FormatStyle(includingFractionalSeconds: true)
  private static let length = 24

  package static func text(_ date: Date) -> String {
    let milliseconds = (date.timeIntervalSince1970 * 1000).rounded()
    // The years 0 to 9999, which have four digits.
    guard milliseconds > -62_135_596_800_000, milliseconds < 253_402_300_800_000 else {
      return date.formatted(style)
    }
    let total = Int(milliseconds)
    let (day, time) = total.quotientAndRemainder(flooringBy: 86_400_000)
    let (year, month, dayOfMonth) = civil(day)
    var digits: [UInt8] = []
    digits.reserveCapacity(length)
    func append(_ value: Int, _ count: Int, _ end: Character) {
      var scale = 1
      for _ in 1..<count { scale *= 10 }
      while scale > 0 {
        digits.append(UInt8(48 + value / scale % 10))
        scale /= 10
      }
      digits.append(end.asciiValue ?? 0)
    }
    append(year, 4, "-")
    append(month, 2, "-")
    append(dayOfMonth, 2, "T")
    append(time / 3_600_000, 2, ":")
    append(time / 60_000 % 60, 2, ":")
    append(time / 1000 % 60, 2, ".")
    append(time % 1000, 3, "Z")
    return String(decoding: digits, as: UTF8.self)
  }

  /// Reads `YYYY-MM-DDThh:mm:ss`, with or without a fraction, and Z or an offset such as +02:00:
  /// RFC 3339 without its lower case and leap seconds. Foundation takes days that no month has, and
  /// text after the end.
  ///
  /// - Returns: nil for anything else.
  package static func parse(_ text: String) -> Date? {
    let bytes = Array(text.utf8)
    func number(_ range: Range<Int>) -> Int? {
      guard range.upperBound <= bytes.count else { return nil }
      var value = 0
      for byte in bytes[range] {
        guard (48...57).contains(byte) else { return nil }
        value = value * 10 + Int(byte - 48)
      }
      return value
    }
    func has(_ character: Unicode.Scalar, at place: Int) -> Bool {
      place < bytes.count && UInt32(bytes[place]) == character.value
    }
    guard has("-", at: 4), has("-", at: 7), has("T", at: 10), has(":", at: 13), has(":", at: 16),
      let year = number(0..<4), let month = number(5..<7), let day = number(8..<10),
      let hour = number(11..<13), let minute = number(14..<16), let second = number(17..<19),
      (1...12).contains(month), (1...length(ofMonth: month, year)).contains(day),
      hour < 24, minute < 60, second < 60
    else { return nil }
    var place = 19
    var milliseconds = 0
    if has(".", at: place) {
      let digits = bytes[(place + 1)...].prefix { (48...57).contains($0) }
      guard (1...9).contains(digits.count), let fraction = number(digits.indices) else {
        return nil
      }
      milliseconds = Int((Double(fraction) * 1000 / Double(powerOfTen(digits.count))).rounded())
      place = digits.endIndex
    }
    var offset = 0
    if has("+", at: place) || has("-", at: place) {
      guard let hours = number((place + 1)..<(place + 3)), has(":", at: place + 3),
        let minutes = number((place + 4)..<(place + 6)), hours < 24, minutes < 60
      else { return nil }
      offset = (hours * 60 + minutes) * (has("+", at: place) ? 60 : -60)
      place += 6
    } else if has("Z", at: place) {
      place += 1
    } else {
      return nil
    }
    guard place == bytes.count else { return nil }
    let seconds =
      days(year, month, day) * 86_400 + hour * 3600 + minute * 60 + second - offset
    return Date(timeIntervalSince1970: Double(seconds * 1000 + milliseconds) / 1000)
  }

  private static func powerOfTen(_ exponent: Int) -> Int {
    (0..<exponent).reduce(1) { power, _ in power * 10 }
  }

  private static func length(ofMonth month: Int, _ year: Int) -> Int {
    let isLeap = year % 4 == 0 && year % 100 != 0 || year % 400 == 0
    return month == 2 ? isLeap ? 29 : 28 : [4, 6, 9, 11].contains(month) ? 30 : 31
  }

  static func date(_ text: String) throws -> Date {
    guard let date = parse(text) else {
      throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "\(text) is not a time")
    }
    return date
  }

  // The proleptic Gregorian calendar in years that start in March, so a leap day is the last of its
  // year; 719,468 days lie between 0000-03-01 and 1970-01-01.

  private static func days(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let year = month <= 2 ? year - 1 : year
    let (era, yearOfEra) = year.quotientAndRemainder(flooringBy: 400)
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  private static func civil(_ days: Int) -> (year: Int, month: Int, day: Int) {
    let (era, day) = (days + 719_468).quotientAndRemainder(flooringBy: 146_097)
    let yearOfEra = (day - day / 1460 + day / 36_524 - day / 146_096) / 365
    let dayOfYear = day - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let place = (5 * dayOfYear + 2) / 153
    let month = place < 10 ? place + 3 : place - 9
    return (
      era * 400 + yearOfEra + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * place + 2) / 5 + 1
    )
  }
}

extension Int {
  /// Floor division: the remainder is never negative.
  fileprivate func quotientAndRemainder(flooringBy divisor: Int) -> (Int, Int) {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
  }
}
