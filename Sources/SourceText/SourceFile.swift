// This module owns what every stage speaks in: the bytes of a file, spans and positions in them, diagnostics as data,
// and edits of bytes. It knows no syntax, reads no file and prints nothing.

/// The bytes of one file exactly as they lie on disk, with the path that messages name it by.
///
/// Invariant: the bytes are never repaired; invalid UTF-8 stays as it is and is decoded with replacement
/// characters only where text is made.
package struct SourceFile: Sendable {
  /// The largest file that is read: larger ones would overflow the 32-bit offsets of ``SourceSpan``.
  package static let maximumByteCount = Int(Int32.max) - 1

  /// Relative to the library where there is one, with `/` between components.
  package let path: String
  package let bytes: [UInt8]

  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  package init(path: String, text: String) {
    self.init(path: path, bytes: Array(text.utf8))
  }

  /// The text of a span; bytes that are not UTF-8 become U+FFFD.
  package func text(_ span: SourceSpan) -> String {
    String(decoding: bytes[span.range], as: UTF8.self)
  }
}
