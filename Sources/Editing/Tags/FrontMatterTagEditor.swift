internal import FrontMatter
internal import SourceText

/// Edits one tag at a time in the front matter of a post.
///
/// What an addition writes tells the removal what was there before:
///
/// | before | after an addition |
/// | --- | --- |
/// | no field | `tags:` and `- new` as the last two lines; in TOML `tags = [ "new" ]` as the last entry before tables |
/// | `tags:` | an indented `- new` below |
/// | `tags: []` | `tags: [new]` |
/// | `tags: one` | `tags: [one,  new]`, with two spaces behind the comma; three where `one` had to be quoted |
/// | `tags: one, two` | `tags: one, two, new` |
/// | a list | the same list with one item more |
struct FrontMatterTagEditor {
  let lines: SourceLines
  let matter: FrontMatter
  let block: FrontMatterBlock
  let lists: [TagList]
  private let field: TagField

  var bytes: [UInt8] { lines.bytes }
  var isTOML: Bool { block.format == .toml }
  var encoder: TagEncoder { TagEncoder(isTOML: isTOML) }

  /// Nil when the file has no front matter.
  init?(_ bytes: [UInt8], _ field: TagField) {
    matter = FrontMatter(parsing: bytes)
    guard let block = matter.block else { return nil }
    self.block = block
    self.field = field
    lines = SourceLines(bytes: bytes, standardEnding: Array(block.lineEnding.rawValue.utf8))
    lists = matter.fields.filter { field.keys.contains($0.key) }.map {
      TagList($0, in: bytes, isTOML: block.format == .toml)
    }
  }

  /// The tags of all the lists, in file order.
  var spellings: [String] { lists.flatMap { $0.items.map(\.spelling) } }

  /// The edits of one step; indices count through all the lists.
  func edits(for step: TagChange.Step) throws(TagRefusal) -> [TextEdit] {
    switch step {
    case .append(let tag): return try append(tag)
    case .replace(let index, let tag):
      let (list, place) = try find(index)
      return try replace(place, of: list, with: tag)
    case .remove(let index):
      let (list, place) = try find(index)
      return try remove(place, of: list)
    }
  }

  private func find(_ index: Int) throws(TagRefusal) -> (TagList, Int) {
    var rest = index
    for list in lists {
      if rest < list.items.count { return (list, rest) }
      rest -= list.items.count
    }
    throw TagRefusal("there is no such tag")
  }

  // MARK: Adding

  private func append(_ tag: String) throws(TagRefusal) -> [TextEdit] {
    guard let list = lists.first(where: { $0.field.key == field.rawValue }) ?? lists.first else {
      return try insertField(tag)
    }
    let value = list.field.value
    switch list.shape {
    case .empty:
      guard value.anchor == nil, value.tag == nil else {
        throw TagRefusal("'\(list.field.key)' has an anchor or a YAML tag")
      }
      let key = list.field.keySpan.lowerBound
      let indent = bytes[lines.start(key)..<key]
      guard lines.isBlank(indent.startIndex, indent.endIndex) else {
        throw TagRefusal("'\(list.field.key)' does not begin its line")
      }
      let text = Array(indent) + Array("  - \(encoder.encode(tag, .block))".utf8)
      return [insertLine(text, below: key)]
    case .null: return [TextEdit(value.span, "[\(encoder.encode(tag, .flow))]")]
    case .single: return try wrap(list, adding: tag)
    case .commas:
      guard let last = list.items.last, !tag.utf8.contains(0x2C) else {
        throw TagRefusal("'\(list.field.key)' is a text with commas, which takes no tag with a comma")
      }
      return [insert(", " + tag, at: last.span.upperBound)]
    case .flow: return appendToFlow(value, tag)
    case .block: return try appendToBlock(value, tag)
    case .other(let reason): throw TagRefusal(reason)
    }
  }

  /// A field where there was none.
  private func insertField(_ tag: String) throws(TagRefusal) -> [TextEdit] {
    let ending = String(decoding: lines.standardEnding, as: UTF8.self)
    if isTOML {
      return [
        insert(
          "\(field.rawValue) = [ \(encoder.encode(tag, .flow)) ]\(ending)", at: tomlFieldEnd)
      ]
    }
    if let root = matter.root, root.kind == .mapping, root.style == .flow {
      throw TagRefusal("the front matter is written in braces")
    }
    var indent = ""
    if let first = matter.fields.first {
      let start = lines.start(first.keySpan.lowerBound)
      guard lines.isBlank(start, first.keySpan.lowerBound) else {
        throw TagRefusal("the front matter does not begin with a key")
      }
      indent = String(decoding: bytes[start..<first.keySpan.lowerBound], as: UTF8.self)
    }
    let item = encoder.encode(tag, .block)
    return [
      insert(
        "\(indent)\(field.rawValue):\(ending)\(indent)- \(item)\(ending)", at: block.content.upperBound)
    ]
  }

  /// Behind the last entry of TOML that stands before its tables.
  private var tomlFieldEnd: Int {
    let last = matter.fields.last { $0.value.style != .block }
    return last.map { lines.next($0.span.upperBound) } ?? block.content.lowerBound
  }

  private func wrap(_ list: TagList, adding tag: String) throws(TagRefusal) -> [TextEdit] {
    let value = list.field.value
    guard value.anchor == nil, value.tag == nil else {
      throw TagRefusal("'\(list.field.key)' has an anchor or a YAML tag")
    }
    let old = value.rawText
    let new = encoder.encode(tag, .flow)
    let needsQuotes =
      value.style == .plain
      && (old.utf8.contains { ",[]{}".utf8.contains($0) } || old.hasPrefix("?") || old.hasPrefix(":"))
    if needsQuotes { return [TextEdit(value.span, "[\(encoder.encode(old, .flow)),   \(new)]")] }
    return [TextEdit(value.span, "[\(old),  \(new)]")]
  }

  // MARK: Replacing and removing

  private func replace(_ place: Int, of list: TagList, with tag: String) throws(TagRefusal) -> [TextEdit] {
    let item = list.items[place]
    if case .other(let reason) = list.shape { throw TagRefusal(reason) }
    guard let old = item.value else {
      guard !tag.utf8.contains(0x2C) else {
        throw TagRefusal("'\(list.field.key)' is a text with commas, which takes no tag with a comma")
      }
      return [TextEdit(item.span, tag)]
    }
    try requireBare(old)
    var context = YAMLScalarEncoder.Context.block
    if case .flow = list.shape { context = .flow }
    return [TextEdit(item.span, try encoder.encode(tag, replacing: old, context))]
  }

  private func remove(_ place: Int, of list: TagList) throws(TagRefusal) -> [TextEdit] {
    let item = list.items[place]
    if let value = item.value { try requireBare(value) }
    switch list.shape {
    case .single:
      guard let colon = list.field.value.indicatorOffset else { throw TagRefusal("the tag has no colon") }
      if isTOML { return [TextEdit(item.span, "[]")] }
      return [delete(colon + 1, item.span.upperBound)]
    case .commas:
      if place > 0 { return [delete(list.items[place - 1].span.upperBound, item.span.upperBound)] }
      guard list.items.count > 1 else { return [delete(item.span.lowerBound, item.span.upperBound)] }
      return [delete(item.span.lowerBound, list.items[1].span.lowerBound)]
    case .flow: return try removeFromFlow(list, item)
    case .block: return try removeFromBlock(list, item)
    case .other(let reason): throw TagRefusal(reason)
    case .empty, .null: throw TagRefusal("there is no such tag")
    }
  }

  /// An anchor or a YAML tag stands before the span of its value and would be left alone.
  private func requireBare(_ value: FrontMatterValue) throws(TagRefusal) {
    guard value.anchor == nil, value.tag == nil else {
      throw TagRefusal("'\(value.text ?? "")' has an anchor or a YAML tag")
    }
  }

  // MARK: Block lists

  private func appendToBlock(_ list: FrontMatterValue, _ tag: String) throws(TagRefusal) -> [TextEdit] {
    guard let last = list.items.last, let dash = last.indicatorOffset else {
      throw TagRefusal("the list has no items to add to")
    }
    let start = lines.start(dash)
    guard lines.isBlank(start, dash) else { throw TagRefusal("the last item does not begin its line") }
    var gap = lines.skippingSpaces(dash + 1) - dash - 1
    if last.isAbsent || gap < 1 || gap > 4 { gap = 1 }
    let mark = Array(bytes[start...dash]) + Array(repeating: 0x20, count: gap)
    let text = mark + Array(encoder.encode(tag, .block).utf8)
    let end = last.span.upperBound
    // The span of a text of several lines can reach to the start of the next line.
    return [insertLine(text, below: end > start && bytes[end - 1].isLineEnding ? end - 1 : end)]
  }

  private func removeFromBlock(_ list: TagList, _ item: TagList.Item) throws(TagRefusal) -> [TextEdit] {
    guard let dash = item.value?.indicatorOffset else { throw TagRefusal("the tag has no '-'") }
    let start = lines.start(dash)
    guard lines.isBlank(start, dash) else { throw TagRefusal("the item does not begin its line") }
    let end = item.span.upperBound
    let next = end > start && bytes[end - 1].isLineEnding ? end : lines.next(end)
    let key = list.field.keySpan
    let isAlone = list.field.value.items.count == 1
    // As an addition writes a field where there was none.
    if isAlone, list.field.key == field.rawValue, next == block.content.upperBound,
      lines.end(key.lowerBound) == key.upperBound + 1, lines.next(key.upperBound) == start,
      dash - start == key.lowerBound - lines.start(key.lowerBound), bytes[dash + 1] == 0x20,
      item.span.lowerBound == dash + 2, lines.end(end) == end
    {
      return [delete(lines.start(key.lowerBound), next)]
    }
    return [delete(start, next)]
  }

  // MARK: Edits

  func insert(_ text: String, at offset: Int) -> TextEdit {
    TextEdit(SourceSpan(offset, offset), text)
  }

  func delete(_ lower: Int, _ upper: Int) -> TextEdit {
    TextEdit(SourceSpan(lower, upper), [])
  }

  /// Adds a line below the one that holds `offset`, ended as that one is.
  private func insertLine(_ text: [UInt8], below offset: Int) -> TextEdit {
    let end = lines.end(offset)
    return TextEdit(SourceSpan(end, end), lines.ending(offset) + text)
  }

  var tomlEnd: Int { tomlFieldEnd }
}
