import Editing
import SourceText

/// Edits of tags in a text, as tests write them.
enum TagEditing {
  /// The text after a change of the session's own tags.
  static func edit(_ text: String, _ change: TagChange, field: TagField = .tags) throws -> String {
    let file = SourceFile(path: "post.md", text: text)
    let request = TagRequest(change, field: field, coversSession: true)
    let edits = try PostTagEditor().edits(of: file, request)
    return String(decoding: edits.edits.applied(to: file.bytes), as: UTF8.self)
  }

  /// The text after a change of the tags of all its readings, and the reasons of those that refuse it.
  static func editReadings(_ text: String, _ change: TagChange, path: String = "post.md") throws
    -> (text: String, reasons: [String])
  {
    let file = SourceFile(path: path, text: text)
    let request = TagRequest(change, coversSession: false, readings: .all)
    let edits = try PostTagEditor().edits(of: file, request)
    return (
      String(decoding: edits.edits.applied(to: file.bytes), as: UTF8.self), edits.refused.map(\.reason)
    )
  }
}
