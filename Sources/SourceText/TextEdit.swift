/// The replacement of the bytes of a span by others; an empty span inserts.
package struct TextEdit: Sendable, Hashable {
  package let span: SourceSpan
  package let replacement: [UInt8]

  package init(_ span: SourceSpan, _ replacement: [UInt8]) {
    self.span = span
    self.replacement = replacement
  }

  package init(_ span: SourceSpan, _ replacement: String) {
    self.init(span, Array(replacement.utf8))
  }
}

/// Edits of one file that can be applied together.
///
/// Invariant: sorted by place and disjoint; every byte outside the spans is the same after applying.
package struct EditList: Sendable, Hashable {
  package enum Failure: Error, Hashable {
    /// Two edits change the same byte, or insert at the same place.
    case overlap(TextEdit, TextEdit)
  }

  package let edits: [TextEdit]

  package init(_ edits: [TextEdit]) throws(Failure) {
    let sorted = edits.sorted { $0.span < $1.span }
    for (first, second) in zip(sorted, sorted.dropFirst()) {
      let sameInsertion = first.span.isEmpty && first.span == second.span
      if first.span.upperBound > second.span.lowerBound || sameInsertion { throw .overlap(first, second) }
    }
    self.edits = sorted
  }

  /// Takes edits that are in order and disjoint.
  init(sorted edits: [TextEdit]) {
    self.edits = edits
  }

  package func applied(to bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + edits.reduce(0) { $0 + $1.replacement.count })
    var offset = 0
    for edit in edits {
      result += bytes[offset..<edit.span.lowerBound]
      result += edit.replacement
      offset = edit.span.upperBound
    }
    result += bytes[offset...]
    return result
  }
}
