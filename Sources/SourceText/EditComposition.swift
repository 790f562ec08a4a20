extension EditList {
  /// The edits of two lists as one list, the second made for the text that the first one gives.
  ///
  /// Edits that come to touch each other become one; applied to any text the result is that of both in turn. Costs
  /// O(edits + replaced bytes).
  package func followed(by next: EditList) -> EditList {
    var reader = PieceReader(pieces: pieces)
    var pieces: [Piece] = []
    for edit in next.edits {
      reader.copy(upTo: edit.span.lowerBound, to: &pieces)
      reader.skip(upTo: edit.span.upperBound)
      pieces.append(.inserted(edit.replacement[...]))
    }
    reader.copy(upTo: .max, to: &pieces)
    return EditList(sorted: EditList.edits(of: pieces))
  }

  /// The text after the edits as what was kept of the text before, which has no end here, and what came in.
  private var pieces: [Piece] {
    var pieces: [Piece] = []
    var offset = 0
    for edit in edits {
      pieces.append(.kept(offset..<edit.span.lowerBound))
      pieces.append(.inserted(edit.replacement[...]))
      offset = edit.span.upperBound
    }
    pieces.append(.kept(offset..<Int.max))
    return pieces
  }

  /// What lies between the kept parts, which are in order.
  private static func edits(of pieces: [Piece]) -> [TextEdit] {
    var edits: [TextEdit] = []
    var inserted: [UInt8] = []
    var offset = 0
    for piece in pieces {
      switch piece {
      case .inserted(let bytes): inserted += bytes
      case .kept(let range) where range.isEmpty: continue
      case .kept(let range):
        if range.lowerBound > offset || !inserted.isEmpty {
          edits.append(TextEdit(SourceSpan(offset, range.lowerBound), inserted))
        }
        inserted = []
        offset = range.upperBound
      }
    }
    return edits
  }
}

/// A part of an edited text.
private enum Piece {
  /// Bytes of the text before.
  case kept(Range<Int>)
  case inserted(ArraySlice<UInt8>)

  var count: Int {
    switch self {
    case .kept(let range): range.count
    case .inserted(let bytes): bytes.count
    }
  }

  func prefix(_ count: Int) -> Piece {
    switch self {
    case .kept(let range): .kept(range.lowerBound..<(range.lowerBound + count))
    case .inserted(let bytes): .inserted(bytes.prefix(count))
    }
  }

  func dropFirst(_ count: Int) -> Piece {
    switch self {
    case .kept(let range): .kept((range.lowerBound + count)..<range.upperBound)
    case .inserted(let bytes): .inserted(bytes.dropFirst(count))
    }
  }
}

/// Walks over an edited text from its start.
private struct PieceReader {
  /// What was not read yet, in order.
  private var rest: ArraySlice<Piece>
  /// How many bytes of the edited text were read.
  private var offset = 0

  init(pieces: [Piece]) { rest = pieces[...] }

  mutating func copy(upTo end: Int, to pieces: inout [Piece]) {
    while let piece = next(upTo: end) { pieces.append(piece) }
  }

  mutating func skip(upTo end: Int) {
    while next(upTo: end) != nil {}
  }

  /// The next piece, cut where it goes beyond `end`; nil there, and at the end of the text.
  private mutating func next(upTo end: Int) -> Piece? {
    while let piece = rest.first, piece.count == 0 { rest.removeFirst() }
    guard offset < end, let piece = rest.first else { return nil }
    let count = min(piece.count, end - offset)
    if count == piece.count {
      rest.removeFirst()
    } else {
      rest[rest.startIndex] = piece.dropFirst(count)
    }
    // The last part kept has no end.
    offset = offset.addingReportingOverflow(count).overflow ? .max : offset + count
    return piece.prefix(count)
  }
}
