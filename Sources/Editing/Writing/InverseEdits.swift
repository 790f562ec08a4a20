package import SourceText

extension EditList {
  /// The list that changes nothing.
  package static var none: EditList { joining([]) }

  /// The edits that take these back: applied to the new bytes they give `oldBytes`.
  package func inverted(from oldBytes: [UInt8]) -> EditList {
    var inverse: [TextEdit] = []
    var growth = 0
    for edit in edits {
      let start = edit.span.lowerBound + growth
      let span = SourceSpan(start, start + edit.replacement.count)
      inverse.append(TextEdit(span, Array(oldBytes[edit.span.range])))
      growth += edit.replacement.count - edit.span.count
    }
    return EditList.joining(inverse)
  }

  /// A list of edits that are in order and disjoint; those that touch become one.
  private static func joining(_ edits: [TextEdit]) -> EditList {
    var joined: [TextEdit] = []
    for edit in edits {
      if let last = joined.last, last.span.upperBound == edit.span.lowerBound {
        joined[joined.count - 1] = TextEdit(
          SourceSpan(last.span.lowerBound, edit.span.upperBound), last.replacement + edit.replacement)
      } else {
        joined.append(edit)
      }
    }
    do {
      return try EditList(joined)
    } catch {
      preconditionFailure("edits in order that do not touch cannot overlap")
    }
  }
}
