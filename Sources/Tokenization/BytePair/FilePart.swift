import Diagnostics

/// A value inside `tokenizer.json` and where it stands, for reading that ignores nothing silently.
struct FilePart {
  let path: String
  /// Dotted key path; empty for the whole document.
  let place: String
  let value: JSONValue

  func defect(_ message: String, hint: String? = nil) -> UserError {
    UserError(
      .dataError, file: path, place: place.isEmpty ? nil : place, message,
      hint: hint)
  }

  /// What is well-formed but has no meaning here.
  func unsupported(_ what: String, hint: String? = nil) -> UserError {
    defect("\(what) is not supported", hint: hint)
  }

  private func part(_ key: String, _ value: JSONValue) -> FilePart {
    FilePart(path: path, place: place.isEmpty ? key : "\(place).\(key)", value: value)
  }

  /// A member; nil if it is missing or null.
  func member(_ key: String) -> FilePart? {
    guard let value = value[key: key], value != .null else { return nil }
    return part(key, value)
  }

  func required(_ key: String) throws(UserError) -> FilePart {
    guard let member = member(key) else { throw part(key, .null).defect("is missing") }
    return member
  }

  /// Refuses members other than these: they may change ids.
  func allow(_ keys: Set<String>) throws(UserError) {
    guard let members = value.members else {
      throw defect("is \(value.kind), not an object")
    }
    for member in members where !keys.contains(member.key) {
      throw part(member.key.shortened(), member.value).unsupported("this key")
    }
  }

  func elements() throws(UserError) -> [FilePart] {
    guard let array = value.array else { throw defect("is \(value.kind), not an array") }
    return array.enumerated().map { index, value in
      FilePart(path: path, place: "\(place)[\(index)]", value: value)
    }
  }

  func string() throws(UserError) -> String {
    guard let string = value.string else { throw defect("is \(value.kind), not a string") }
    return string
  }

  func flag() throws(UserError) -> Bool {
    guard case .bool(let flag) = value else {
      throw defect("is \(value.kind), not true or false")
    }
    return flag
  }

  /// A member that is true or false, with a default for a missing one.
  func flag(_ key: String, default other: Bool) throws(UserError) -> Bool {
    try member(key)?.flag() ?? other
  }

  /// The `type` of a part of the pipeline.
  func type() throws(UserError) -> String { try required("type").string() }
}

extension JSONValue {
  /// The member whose name has the same bytes.
  fileprivate subscript(key key: String) -> JSONValue? {
    members?.first { $0.key.exact == key.exact }?.value
  }
}
