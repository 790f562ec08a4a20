internal import FrontMatter
package import ReadingsCatalog
package import SourceText

/// The edits that add an entry to a post, checked by reading the post with them.
package struct AddedEntry: Sendable {
  package let edits: EditList
  /// The heading below which the entry stands; nil when nothing encloses it.
  package let section: String?
  /// What the reader makes of it; its position is that in the new file.
  package let reading: Reading
}

/// Works out how an entry is added to a post, as the entries beside it are written.
///
/// Several ways are tried, that of the nearest entry first, and the first one is taken that reads back right: with it the
/// post must have no new problem, one more reading with exactly the given fields, and everything else as before.
package struct PostEntryEditor: Sendable {
  private let reader: PostReader

  package init(readsPlainMarkdown: Bool = false, configuration: LibraryConfiguration = LibraryConfiguration())
  {
    reader = PostReader(readsPlainMarkdown: readsPlainMarkdown, configuration: configuration)
  }

  /// The edits that add an entry at the end of a section.
  ///
  /// - Parameters:
  ///   - section: the name of a heading, or its beginning; nil for that of the last entry.
  ///   - model: another post, whose entries are imitated where this one has none.
  package func edits(
    adding entry: NewEntry, to file: SourceFile, section: String? = nil, like model: SourceFile? = nil
  ) throws(EntryRefusal) -> AddedEntry {
    let post = reader.read(file)
    let matter = FrontMatter(parsing: file.bytes)
    if matter.hasErrors { throw .notEditable(reason: "its front matter has errors; mend them first") }
    guard let session = post.sessions.first else { throw .notEditable(reason: "it is no post") }
    guard post.sessions.count == 1, matter.block != nil || !file.path.hasSuffix(".txt") else {
      throw .notEditable(reason: "it is a text export, not a post of its own")
    }
    let ending = matter.block?.lineEnding.rawValue ?? (file.bytes.contains(0x0D) ? "\r\n" : "\n")
    let source = SourceLines(bytes: file.bytes, standardEnding: Array(ending.utf8))
    let place = try EntryPlace(
      section, in: session, PostHeadings(of: file), source, bodyStart: matter.body.lowerBound)
    let verifier = EntryVerifier(reader: reader, file: file, post: post)
    var reason = "there is no place for it"
    for way in ways(of: entry, at: place, source, model: model.flatMap { pattern(of: $0) }) {
      guard let list = try? EditList(way) else { continue }
      do throws(EntryRefusal) {
        let reading = try verifier.verify(list, gives: entry, in: place.section)
        return AddedEntry(edits: list, section: place.section, reading: reading)
      } catch {
        // The way that was liked best says most.
        if case .notReadBack(let first) = error, reason == "there is no place for it" { reason = first }
      }
    }
    throw .notReadBack(reason: reason)
  }

  /// How the last entry of another post is written.
  private func pattern(of model: SourceFile) -> EntryPattern? {
    let source = SourceLines(bytes: model.bytes, standardEnding: [0x0A])
    let readings = reader.read(model).sessions.last?.readings ?? []
    return readings.last.flatMap { EntryPattern(of: $0, in: source) }
  }

  // MARK: Ways

  /// Ways to write the entry, best first.
  private func ways(of entry: NewEntry, at place: EntryPlace, _ source: SourceLines, model: EntryPattern?)
    -> [[TextEdit]]
  {
    var ways: [[TextEdit]] = []
    let neighbour = place.neighbour.flatMap { EntryPattern(of: $0, in: source) }
    for pattern in patterns(neighbour, model, place, source) {
      for pattern in [pattern, pattern.labelled] {
        for escapes in [false, true] {
          let text = EntryText(entry: entry, pattern: pattern, escapes: escapes)
          guard text.isHarmless else { continue }
          ways += edits(text, at: place, source)
        }
      }
    }
    return ways
  }

  private func patterns(
    _ neighbour: EntryPattern?, _ model: EntryPattern?, _ place: EntryPlace, _ source: SourceLines
  ) -> [EntryPattern] {
    var patterns: [EntryPattern] = []
    if let neighbour { patterns.append(neighbour) }
    if let model, neighbour == nil, model.shape != .row { patterns.append(model) }
    var standard = EntryPattern(.heading)
    standard.level = min(6, max(3, (place.level ?? 2) + 1))
    standard.mark = firstMark(in: source, from: place.bodyStart)
    if model?.shape == .heading, neighbour == nil { standard.mark = model?.mark ?? standard.mark }
    return patterns + [standard]
  }

  /// The sign of the first bullet of the body, else `-`.
  private func firstMark(in source: SourceLines, from offset: Int) -> String {
    var start = offset
    while start < source.bytes.count {
      let line = EntryLine(source, at: start)
      if let mark = line.mark, line.number == nil { return source.string(mark, mark + 1) }
      let next = source.next(start)
      if next == start { break }
      start = next
    }
    return "-"
  }

  private func edits(_ text: EntryText, at place: EntryPlace, _ source: SourceLines) -> [[TextEdit]] {
    switch text.pattern.shape {
    case .heading: return [[insertion(text.headingLines, at: place, isLoose: true, source)]]
    case .item:
      let isLoose = text.pattern.isLoose || place.neighbour == nil || !place.isBehindNeighbour
      let lines = text.pattern.isNested ? [text.nestedItemLines] : text.itemLines + [text.nestedItemLines]
      return lines.map { [insertion($0, at: place, isLoose: isLoose, source)] }
    case .row:
      guard place.isBehindNeighbour, let row = EntryRow(text, below: source.start(place.offset), in: source)
      else { return [] }
      let ending = source.ending(place.offset)
      func rowEdit(_ footnote: Int?) -> TextEdit {
        TextEdit(SourceSpan(place.offset, place.offset), ending + Array(row.line(footnote: footnote).utf8))
      }
      let last = EntryRow.lastNote(in: source)
      let number = (last?.number ?? 0) + 1
      guard let note = row.note(number) else { return [[rowEdit(nil)]] }
      let offset = last?.end ?? place.endOffset(in: source)
      let noteEdit = TextEdit(SourceSpan(offset, offset), ending + ending + Array(note.utf8))
      if offset == place.offset {
        return [
          [rowEdit(nil)],
          [TextEdit(rowEdit(number).span, rowEdit(number).replacement + noteEdit.replacement)],
        ]
      }
      return [[rowEdit(nil)], [rowEdit(number), noteEdit]]
    }
  }

  /// Lines below the line that ends at the place, an empty line around them where they need one.
  private func insertion(_ lines: [String], at place: EntryPlace, isLoose: Bool, _ source: SourceLines)
    -> TextEdit
  {
    let ending = source.ending(place.offset)
    var bytes = isLoose ? ending : []
    for line in lines { bytes += ending + Array(line.utf8) }
    let next = source.next(place.offset)
    let hasTextBelow = next < source.bytes.count && !source.isBlank(next, source.end(next))
    if isLoose, hasTextBelow { bytes += ending }
    return TextEdit(SourceSpan(place.offset, place.offset), bytes)
  }
}
