internal import FrontMatter
internal import SourceText

/// Lists between brackets, on one line or several.
extension FrontMatterTagEditor {
  func appendToFlow(_ list: FrontMatterValue, _ tag: String) -> [TextEdit] {
    let text = encoder.encode(tag, .flow)
    let items = list.items
    guard let last = items.last else { return [insert(text, at: list.span.lowerBound + 1)] }
    let end = last.span.upperBound
    if standsAlone(last, in: list) {
      // Behind the comma and the comment of the last line, if it has them.
      let start = lines.start(last.span.lowerBound)
      let indent = String(decoding: bytes[start..<last.span.lowerBound], as: UTF8.self)
      let ending = String(decoding: lines.ending(end), as: UTF8.self)
      let lineEnd = lines.end(end)
      if hasComma(behind: last) { return [insert("\(ending)\(indent)\(text),", at: lineEnd)] }
      let line = insert("\(ending)\(indent)\(text)", at: lineEnd)
      guard lineEnd > end else { return [insert("," + ending + indent + text, at: end)] }
      return [insert(",", at: end), line]
    }
    let gaps = zip(items, items.dropFirst()).map { bytes[$0.span.upperBound..<$1.span.lowerBound] }
    let isTight = !gaps.isEmpty && gaps.allSatisfy { $0.elementsEqual([0x2C]) }
    return [insert((isTight ? "," : ", ") + text, at: end)]
  }

  /// Whether an item has a line of its own below the bracket, but for a comma and a comment.
  private func standsAlone(_ item: FrontMatterValue, in list: FrontMatterValue) -> Bool {
    let start = lines.start(item.span.lowerBound)
    guard start > list.span.lowerBound, lines.isBlank(start, item.span.lowerBound) else { return false }
    var offset = lines.skippingSpaces(item.span.upperBound)
    if offset < bytes.count, bytes[offset] == 0x2C { offset = lines.skippingSpaces(offset + 1) }
    return offset == lines.end(offset) || bytes[offset] == 0x23
  }

  private func hasComma(behind item: FrontMatterValue) -> Bool {
    let offset = lines.skippingSpaces(item.span.upperBound)
    return offset < bytes.count && bytes[offset] == 0x2C
  }

  /// The comma that follows an item, over white space and comments.
  private func comma(from offset: Int, before limit: Int) -> Int? {
    var index = offset
    while index < limit, bytes[index] != 0x2C {
      index = bytes[index] == 0x23 ? lines.end(index) : index + 1
    }
    return index < limit ? index : nil
  }

  func removeFromFlow(_ list: TagList, _ item: TagList.Item) throws(TagRefusal) -> [TextEdit] {
    let value = list.field.value
    let items = value.items
    guard let index = items.firstIndex(where: { $0.span == item.span }) else {
      throw TagRefusal("there is no such tag")
    }
    if let edits = unwrapping(value, without: index) { return edits }
    if let edit = removingField(list, item) { return [edit] }
    if standsAlone(items[index], in: value) { return removingLine(index, of: value) }
    guard items.count > 1 else { return [removingOnlyItem(of: value, item)] }
    let gapBefore = index > 0 ? items[index - 1].span.upperBound..<item.span.lowerBound : nil
    let gapAfter = index + 1 < items.count ? item.span.upperBound..<items[index + 1].span.lowerBound : nil
    if let gapBefore, gapAfter == nil || (endsLine(gapAfter) && !endsLine(gapBefore)) {
      guard !bytes[gapBefore].contains(0x23) else {
        let comma = comma(from: gapBefore.lowerBound, before: gapBefore.upperBound)
        return [comma.map { delete($0, $0 + 1) }, delete(item.span.lowerBound, item.span.upperBound)]
          .compactMap {
            $0
          }
      }
      return [delete(gapBefore.lowerBound, item.span.upperBound)]
    }
    guard let gapAfter else { throw TagRefusal("the tag has no neighbour") }
    guard !bytes[gapAfter].contains(0x23) else {
      let comma = comma(from: gapAfter.lowerBound, before: gapAfter.upperBound) ?? gapAfter.lowerBound
      return [delete(item.span.lowerBound, comma + 1)]
    }
    return [delete(item.span.lowerBound, gapAfter.upperBound)]
  }

  private func endsLine(_ gap: Range<Int>?) -> Bool {
    gap.map { bytes[$0].contains(where: \.isLineEnding) } ?? false
  }

  /// `[one,  new]` without `new` is the single value that it was made of.
  private func unwrapping(_ list: FrontMatterValue, without index: Int) -> [TextEdit]? {
    let items = list.items
    guard items.count == 2, index == 1, items[0].kind == .scalar, items[0].anchor == nil, items[0].tag == nil,
      items[0].text?.utf8.contains(0x2C) == false
    else { return nil }
    let (first, last) = (items[0].span, items[1].span)
    guard first.lowerBound == list.span.lowerBound + 1, last.upperBound == list.span.upperBound - 1,
      lines.holds(",  ", at: first.upperBound), (2...3).contains(last.lowerBound - first.upperBound - 1)
    else { return nil }
    if last.lowerBound == first.upperBound + 4 {
      guard bytes[last.lowerBound - 1] == 0x20, items[0].style == .singleQuoted, let text = items[0].text
      else {
        return nil
      }
      return [TextEdit(list.span, text)]
    }
    return [
      delete(list.span.lowerBound, first.lowerBound), delete(first.upperBound, list.span.upperBound),
    ]
  }

  /// `tags = [ "new" ]` behind all other entries of TOML is a field that an addition made.
  private func removingField(_ list: TagList, _ item: TagList.Item) -> TextEdit? {
    let key = list.field.keySpan
    let (start, next) = (lines.start(key.lowerBound), lines.next(item.span.upperBound))
    guard isTOML, list.items.count == 1, start == key.lowerBound, next == tomlEnd,
      item.span.lowerBound == key.upperBound + 5, lines.holds(" = [ ", at: key.upperBound),
      lines.holds(" ]", at: item.span.upperBound), lines.end(key.lowerBound) == item.span.upperBound + 2
    else { return nil }
    return delete(start, next)
  }

  private func removingLine(_ index: Int, of list: FrontMatterValue) -> [TextEdit] {
    let items = list.items
    let item = items[index]
    let line = delete(lines.start(item.span.lowerBound), lines.next(item.span.upperBound))
    guard index == items.count - 1, index > 0, !hasComma(behind: item),
      let comma = comma(from: items[index - 1].span.upperBound, before: item.span.lowerBound)
    else { return [line] }
    return [delete(comma, comma + 1), line]
  }

  private func removingOnlyItem(of list: FrontMatterValue, _ item: TagList.Item) -> TextEdit {
    let (inner, end) = (list.span.lowerBound + 1, list.span.upperBound - 1)
    let isPadded =
      item.span.lowerBound == inner + 1 && item.span.upperBound == end - 1 && lines.isBlank(inner, inner + 1)
      && lines.isBlank(end - 1, end)
    if isPadded { return delete(inner, end) }
    let comma = comma(from: item.span.upperBound, before: end)
    return delete(item.span.lowerBound, comma.map { $0 + 1 } ?? item.span.upperBound)
  }
}
