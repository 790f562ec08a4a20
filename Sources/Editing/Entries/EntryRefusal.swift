/// Why an entry is not added; nothing is written then.
package enum EntryRefusal: Error, Hashable {
  /// The post cannot be edited as a whole.
  case notEditable(reason: String)
  /// No heading has the name that was asked for.
  case unknownSection(String, sections: [String])
  /// No way of writing the entry gives it back when the post is read again.
  case notReadBack(reason: String)

  /// One lowercase phrase without a full stop.
  package var message: String {
    switch self {
    case .notEditable(let reason): "the post cannot be edited: \(reason)"
    case .unknownSection(let name, _): "the session has no section '\(name)'"
    case .notReadBack(let reason): "the entry cannot be written so that it is found again: \(reason)"
    }
  }
}
