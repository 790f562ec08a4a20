internal import FrontMatter
internal import ReadingsCatalog
internal import SourceText

/// A session with everything that edits of tags must leave alone, and the tags apart from it.
struct TagModel {
  /// What must stay as it is.
  struct Rest: Equatable {
    fileprivate let session: Session
  }

  let rest: Rest
  private var tags: [String]
  private var categories: [String]
  private var readingTags: [[String]]

  init(_ session: Session) {
    tags = session.tags.map(\.spelling)
    categories = session.categories.map(\.spelling)
    readingTags = session.readings.map { $0.tags.map(\.spelling) }
    var rest = session
    (rest.tags, rest.categories) = ([], [])
    let nowhere = SourceSpan(0, 0)
    for index in rest.readings.indices {
      rest.readings[index].tags = []
      // Tags move what follows them; where a field is found must not matter, what is found must.
      rest.readings[index].span = nowhere
      rest.readings[index].position = SourcePosition(line: 1, column: rest.readings[index].position.column)
      rest.readings[index].evidence = rest.readings[index].evidence.filter { $0.field != "tags" }.map {
        FieldEvidence($0.field, nowhere, $0.rule)
      }
    }
    rest.line = 1
    rest.body = nil
    self.rest = Rest(session: rest)
  }

  mutating func apply(_ change: TagChange, to field: TagField) {
    switch field {
    case .tags: tags = change.applied(to: tags)
    case .categories: categories = change.applied(to: categories)
    }
  }

  mutating func set(_ tags: [String], ofReading index: Int) {
    readingTags[index] = tags
  }

  /// The tags of the first place where the other has different ones; nil when there is none.
  func firstTags(differingFrom other: TagModel) -> [String]? {
    zip([tags, categories] + readingTags, [other.tags, other.categories] + other.readingTags)
      .first { $0 != $1 }?.0
  }
}

/// Reads a post with its edits, and compares what it says with what it is to say.
struct TagVerifier {
  let reader: PostReader
  let old: SourceFile
  /// What the reader makes of the old bytes.
  let oldPost: Post
  let field: TagField

  func verify(_ edits: EditList, gives expected: [TagModel]) throws(TagRefusal) {
    let new = SourceFile(path: old.path, bytes: edits.applied(to: old.bytes))
    guard rests(of: new.bytes, edits) else { throw TagRefusal("bytes beside its tags would change") }
    let (before, after) = (FrontMatter(parsing: old.bytes), FrontMatter(parsing: new.bytes))
    guard otherFields(before) == otherFields(after) else {
      throw TagRefusal("other fields of its front matter would change")
    }
    let newPost = reader.read(new)
    guard newPost.diagnostics.map(\.id).sorted() == oldPost.diagnostics.map(\.id).sorted() else {
      throw TagRefusal("the post would have other problems than before")
    }
    let models = newPost.sessions.map { TagModel($0) }
    guard models.map(\.rest) == expected.map(\.rest) else {
      throw TagRefusal("the post would be read differently in more than its tags")
    }
    for (model, expected) in zip(models, expected) {
      guard let tags = model.firstTags(differingFrom: expected) else { continue }
      let list = tags.map { "'\($0)'" }.joined(separator: ", ")
      throw TagRefusal(tags.isEmpty ? "no tag would be read back" : "its tags would be read back as \(list)")
    }
  }

  /// Whether the bytes between the edits are in the new text where they must be.
  private func rests(of bytes: [UInt8], _ edits: EditList) -> Bool {
    var (oldOffset, newOffset) = (0, 0)
    for edit in edits.edits {
      let count = edit.span.lowerBound - oldOffset
      guard newOffset + count <= bytes.count,
        old.bytes[oldOffset..<(oldOffset + count)] == bytes[newOffset..<(newOffset + count)]
      else { return false }
      oldOffset = edit.span.upperBound
      newOffset += count + edit.replacement.count
    }
    return old.bytes[oldOffset...] == bytes[newOffset...]
  }

  /// Every field of the front matter but the one that is edited, as it is written.
  private func otherFields(_ matter: FrontMatter) -> [[String]] {
    matter.fields.filter { !field.keys.contains($0.key) }.map { [$0.key, $0.value.rawText] }
  }
}
