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
      if case .at(let spans) = request.readings {
        let found = Set(post.sessions.flatMap { $0.readings.map(\.span) })
        guard spans.isSubset(of: found) else { throw TagRefusal("it changed while the library was read") }
      }
      readingEdits(of: file, post, request, &edits, &result, &expected)
    }
    do throws(EditList.Failure) {
      result.edits = try EditList(edits)
    } catch {
      throw TagRefusal("two of its entries share a line")
    }
    // A post whose readings alone change was read with all their edits already.
    if result.changesSession {
      try TagVerifier(reader: reader, old: file, oldPost: post, field: request.field)
        .verify(result.edits, gives: expected)
    }
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
        !next.matter.hasErrors
      else { throw TagRefusal("its \(request.field.rawValue) cannot be changed without changing more") }
      // A step that does something else than it should would be taken again and again.
      guard step.leads(from: spellings, to: next.spellings) else {
        let list = next.spellings.map { "'\($0)'" }.joined(separator: ", ")
        throw TagRefusal("its \(request.field.rawValue) would be read back as \(list)")
      }
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

  /// A reading whose tags are to change, and the ways that may do it.
  private struct Proposal {
    let session: Int
    let reading: Int
    let tags: [String]
    let refused: (TagRefusal) -> TagEdits.Refused
    var ways: ArraySlice<[TextEdit]>
  }

  /// As many readings of one post may turn out to have no place for tags before the rest of them are refused unread:
  /// each costs some readings of the whole post.
  private static let failureLimit = 256

  private func readingEdits(
    of file: SourceFile, _ post: Post, _ request: TagRequest, _ edits: inout [TextEdit],
    _ result: inout TagEdits, _ expected: inout [TagModel]
  ) {
    let proposals = proposals(of: file, post, request, &result)
    let verifier = TagVerifier(reader: reader, old: file, oldPost: post, field: request.field)
    var model = post.sessions.map { TagModel($0) }
    var accepted: [TextEdit] = []
    var failureCount = 0
    // All at once; where that is not what is wanted, each half, down to the readings that are to blame.
    var pending = proposals.isEmpty ? [] : [proposals]
    while var group = pending.popLast() {
      var next = model
      for proposal in group { next[proposal.session].set(proposal.tags, ofReading: proposal.reading) }
      let ways = group.flatMap { $0.ways.first ?? [] }
      do throws(TagRefusal) {
        guard failureCount < PostTagEditor.failureLimit else {
          throw TagRefusal("the post has too many entries without a place for tags")
        }
        guard let list = try? EditList(accepted + ways) else {
          throw TagRefusal("it shares its lines with another entry")
        }
        try verifier.verify(list, gives: next)
        (accepted, model) = (accepted + ways, next)
        result.readingCount += group.count
        for proposal in group { expected[proposal.session].set(proposal.tags, ofReading: proposal.reading) }
      } catch {
        failureCount += 1
        if group.count > 1 {
          let half = group.count / 2
          pending += [Array(group[half...]), Array(group[..<half])]
        } else if group[0].ways.count > 1 {
          group[0].ways.removeFirst()
          pending.append(group)
        } else {
          result.refused.append(group[0].refused(error))
        }
      }
    }
    edits += accepted
    result.refused.sort { $0.position < $1.position }
  }

  /// The readings that are meant and differ from what is wanted; those whose entry has no place for tags are refused.
  private func proposals(of file: SourceFile, _ post: Post, _ request: TagRequest, _ result: inout TagEdits)
    -> [Proposal]
  {
    let matter = FrontMatter(parsing: file.bytes)
    let ending = matter.block?.lineEnding.rawValue ?? (file.bytes.contains(0x0D) ? "\r\n" : "\n")
    let lines = SourceLines(bytes: file.bytes, standardEnding: Array(ending.utf8))
    let listMark = EntryTagEditor.listMark(in: lines, from: matter.body.lowerBound)
    var proposals: [Proposal] = []
    for (place, session) in post.sessions.enumerated() {
      for (index, reading) in session.readings.enumerated() {
        if case .at(let spans) = request.readings, !spans.contains(reading.span) { continue }
        let old = reading.tags.map(\.spelling)
        let new = request.change.applied(to: old)
        guard new != old else { continue }
        let refused: (TagRefusal) -> TagEdits.Refused = {
          .init(title: reading.title, position: reading.position, reason: $0.reason)
        }
        do throws(TagRefusal) {
          guard matter.block != nil || (reader.readsPlainMarkdown && !file.path.hasSuffix(".txt")) else {
            throw TagRefusal("it stands in a text export, which has no place for tags")
          }
          guard reading.span.lowerBound >= matter.body.lowerBound else {
            throw TagRefusal("its post is about nothing else: tag the session '\(session.key)'")
          }
          let ways = try EntryTagEditor(lines, span: reading.span, listMark: listMark).edits(
            to: new, from: old)
          proposals.append(
            Proposal(session: place, reading: index, tags: new, refused: refused, ways: ways[...]))
        } catch {
          result.refused.append(refused(error))
        }
      }
    }
    return proposals
  }
}
