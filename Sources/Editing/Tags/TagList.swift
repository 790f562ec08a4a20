internal import FrontMatter
internal import SourceText

/// The tags of one field of front matter, as they are written.
struct TagList {
  /// One tag.
  struct Item {
    /// The tag with its white space collapsed.
    let spelling: String
    let span: SourceSpan
    /// Nil for a part of a text with commas.
    let value: FrontMatterValue?
  }

  /// How the field is written.
  enum Shape {
    /// `tags:` with nothing behind it.
    case empty
    /// `tags: ~`, `tags: ""`
    case null
    /// `tags: one`
    case single
    /// `tags: one, two`
    case commas
    /// `tags: [one, two]`
    case flow
    /// `- one` on lines of their own
    case block
    /// What cannot be edited, and why.
    case other(String)
  }

  let field: FrontMatterField
  let shape: Shape
  let items: [Item]

  init(_ field: FrontMatterField, in bytes: [UInt8], isTOML: Bool) {
    self.field = field
    let value = field.value
    switch value.kind {
    case .alias:
      (shape, items) = (.other("'\(field.key)' repeats another value by an alias"), TagList.scalars(value))
    case .mapping:
      (shape, items) = (.other("'\(field.key)' is a mapping, not a list"), [])
    case .sequence:
      items = TagList.scalars(value)
      shape = value.style == .flow ? .flow : isTOML ? .other("'\(field.key)' is a list of tables") : .block
    case .scalar:
      (shape, items) = TagList.scalar(field, bytes)
    }
  }

  private static func scalars(_ value: FrontMatterValue) -> [Item] {
    value.items.compactMap { item in
      guard !item.isNull, let text = item.text?.collapsed, !text.isEmpty else { return nil }
      return Item(spelling: text, span: item.span, value: item)
    }
  }

  private static func scalar(_ field: FrontMatterField, _ bytes: [UInt8]) -> (Shape, [Item]) {
    let value = field.value
    if value.isAbsent { return (.empty, []) }
    guard let text = value.text, !value.isNull, !text.collapsed.isEmpty else { return (.null, []) }
    let isQuoted = value.style == .singleQuoted || value.style == .doubleQuoted
    let span = isQuoted ? SourceSpan(value.span.lowerBound + 1, value.span.upperBound - 1) : value.span
    let isVerbatim = bytes[span.range].elementsEqual(text.utf8)
    guard text.utf8.contains(0x2C) else {
      let isOneLine = !bytes[value.span.range].contains(where: \.isLineEnding)
      let item = Item(spelling: text.collapsed, span: value.span, value: value)
      guard isOneLine else { return (.other("'\(field.key)' is a text of several lines"), [item]) }
      return (.single, [item])
    }
    let items = pieces(of: span, bytes)
    guard isVerbatim else { return (.other("'\(field.key)' is a text with escapes or several lines"), items) }
    return (.commas, items)
  }

  /// The parts of a text between its commas, without white space and brackets around them.
  private static func pieces(of span: SourceSpan, _ bytes: [UInt8]) -> [Item] {
    bytes[span.range].split(separator: 0x2C).compactMap { piece in
      var part = piece
      func isPadding(_ byte: UInt8) -> Bool { byte.isWhitespace || byte == 0x5B || byte == 0x5D }
      while let first = part.first, isPadding(first) { part.removeFirst() }
      while let last = part.last, isPadding(last) { part.removeLast() }
      guard !part.isEmpty else { return nil }
      return Item(
        spelling: String(decoding: part, as: UTF8.self).collapsed,
        span: SourceSpan(part.startIndex, part.endIndex), value: nil)
    }
  }
}

extension String {
  /// Without white space at the ends, and one space for each run of it between.
  var collapsed: String {
    let scalars = unicodeScalars.split { $0.properties.isWhitespace }
    return scalars.map { String(String.UnicodeScalarView($0)) }.joined(separator: " ")
  }
}
