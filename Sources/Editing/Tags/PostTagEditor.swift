internal import FrontMatter
internal import ReadingsCatalog
package import SourceText

/// What is to be done to the tags of one post.
package struct TagRequest: Sendable {
  /// Which readings of a post are meant.
  package enum Readings: Sendable, Hashable {
    case none
    case all
    /// The readings with these spans.
    case at(Set<SourceSpan>)
  }

  /// What is to become of the tags.
  package let change: TagChange
  /// The field of the front matter; readings have tags alone.
  package let field: TagField
  /// Whether the session's own field is meant.
  package let coversSession: Bool
  /// Which readings are meant, too.
  package let readings: Readings

  /// A request for one post.
  package init(_ change: TagChange, field: TagField = .tags, coversSession: Bool, readings: Readings = .none)
  {
    self.change = change
    self.field = field
    self.coversSession = coversSession
    self.readings = readings
  }
}

/// The edits that carry out a request, checked by reading the post with them.
package struct TagEdits: Sendable {
  /// A reading that has to stay as it is.
  package struct Refused: Sendable, Hashable {
    /// The reading's title.
    package let title: String
    /// Where its title stands.
    package let position: SourcePosition
    /// A lowercase phrase without a full stop.
    package let reason: String
  }

  /// Nothing when all is as it should be.
  package internal(set) var edits: EditList
  /// Whether the front matter changes.
  package internal(set) var changesSession = false
  /// How many readings change.
  package internal(set) var readingCount = 0
  /// In file order.
  package internal(set) var refused: [Refused] = []
}

/// Works out the edits of tags in posts.
///
/// Nothing is returned that was not read again: with the edits the post must have no new problems, every field of its
/// front matter but the requested one the same bytes, and sessions and readings that differ in exactly the requested
/// tags.
package struct PostTagEditor: Sendable {
  private let reader: PostReader

  /// - Parameter readsPlainMarkdown: whether files without front matter are posts.
  package init(readsPlainMarkdown: Bool = false) {
    reader = PostReader(readsPlainMarkdown: readsPlainMarkdown)
  }

  /// The edits of a request; throws when the post as a whole cannot be edited.
  package func edits(of file: SourceFile, _ request: TagRequest) throws(TagRefusal) -> TagEdits {
    let post = reader.read(file)
    var edits: [TextEdit] = []
    var result = TagEdits(edits: .none)
    var expected = post.sessions.map { TagModel($0) }
    if request.coversSession {
      let own = try sessionEdits(of: file, request)
      if !own.isEmpty {
        edits += own
        result.changesSession = true
        guard expected.count == 1 else { throw TagRefusal("it holds several sessions") }
        expected[0].apply(request.change, to: request.field)
      }
    }
    if request.readings != .none {
      try requireSound(file)
      readingEdits(of: file, post, request, &edits, &result, &expected)
    }
    do throws(EditList.Failure) {
      result.edits = try EditList(edits)
    } catch {
      throw TagRefusal("two of its entries share a line")
    }
    try TagVerifier(reader: reader, old: file, field: request.field).verify(result.edits, gives: expected)
    return result
  }

  /// The first error of the front matter, which keeps a post from being edited; nil when there is none.
  package static func obstacle(in file: SourceFile) -> Diagnostic? {
    FrontMatter(parsing: file.bytes).diagnostics.first { $0.severity == .error }
  }

  private func requireSound(_ file: SourceFile) throws(TagRefusal) {
    if PostTagEditor.obstacle(in: file) != nil {
      throw TagRefusal("its front matter has errors; mend them first")
    }
  }

  // MARK: Sessions

  private func sessionEdits(of file: SourceFile, _ request: TagRequest) throws(TagRefusal) -> [TextEdit] {
    try requireSound(file)
    guard var editor = FrontMatterTagEditor(file.bytes, request.field) else {
      throw TagRefusal("it has no front matter")
    }
    let format = editor.block.format
    var bytes = file.bytes
    // Each step leaves a whole post, so the next one needs to know nothing of those before.
    while let step = request.change.nextStep(for: editor.spellings) {
      let spellings = editor.spellings
      let edits = try editor.edits(for: step)
      guard let list = try? EditList(edits) else { throw TagRefusal("its tags cannot be told apart") }
      bytes = list.applied(to: bytes)
      guard let next = FrontMatterTagEditor(bytes, request.field), next.block.format == format,
        !next.matter.hasErrors, next.spellings != spellings
      else { throw TagRefusal("its \(request.field.rawValue) cannot be changed without changing more") }
      editor = next
    }
    return PostTagEditor.difference(from: file.bytes, to: bytes)
  }

  /// One edit from the first byte that differs to the last.
  private static func difference(from old: [UInt8], to new: [UInt8]) -> [TextEdit] {
    guard old != new else { return [] }
    let limit = min(old.count, new.count)
    var start = 0
    while start < limit, old[start] == new[start] { start += 1 }
    var tail = 0
    while tail < limit - start, old[old.count - 1 - tail] == new[new.count - 1 - tail] { tail += 1 }
    return [TextEdit(SourceSpan(start, old.count - tail), Array(new[start..<(new.count - tail)]))]
  }

  // MARK: Readings

  private func readingEdits(
    of file: SourceFile, _ post: Post, _ request: TagRequest, _ edits: inout [TextEdit],
    _ result: inout TagEdits, _ expected: inout [TagModel]
  ) {
    let matter = FrontMatter(parsing: file.bytes)
    let ending = matter.block?.lineEnding.rawValue ?? (file.bytes.contains(0x0D) ? "\r\n" : "\n")
    let lines = SourceLines(bytes: file.bytes, standardEnding: Array(ending.utf8))
    let verifier = TagVerifier(reader: reader, old: file, field: request.field)
    let unchanged = post.sessions.map { TagModel($0) }
    for (place, session) in post.sessions.enumerated() {
      for (index, reading) in session.readings.enumerated() {
        if case .at(let spans) = request.readings, !spans.contains(reading.span) { continue }
        let old = reading.tags.map(\.spelling)
        let new = request.change.applied(to: old)
        guard new != old else { continue }
        do throws(TagRefusal) {
          let hasBody = matter.block != nil || session.line == 1 && post.sessions.count == 1
          guard hasBody, matter.block != nil || reader.readsPlainMarkdown else {
            throw TagRefusal("it stands in a text export, which has no place for tags")
          }
          guard reading.span.lowerBound >= matter.body.lowerBound else {
            throw TagRefusal("its post is about nothing else: tag the session '\(session.key)'")
          }
          var model = unchanged
          model[place].set(new, ofReading: index)
          let ways = try EntryTagEditor(lines, span: reading.span).edits(to: new, from: old)
          edits += try firstSound(ways, verifier, gives: model)
          expected[place].set(new, ofReading: index)
          result.readingCount += 1
        } catch {
          result.refused.append(
            .init(title: reading.title, position: reading.position, reason: error.reason))
        }
      }
    }
  }

  /// The first of several ways that reads back as it should.
  private func firstSound(_ ways: [[TextEdit]], _ verifier: TagVerifier, gives model: [TagModel])
    throws(TagRefusal) -> [TextEdit]
  {
    var refusal = TagRefusal("its entry has no place for tags")
    for way in ways {
      do throws(TagRefusal) {
        guard let list = try? EditList(way) else { continue }
        try verifier.verify(list, gives: model)
        return way
      } catch {
        refusal = error
      }
    }
    throw refusal
  }
}
