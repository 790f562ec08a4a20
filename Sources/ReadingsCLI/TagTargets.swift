internal import Editing
internal import ReadingsCatalog
internal import ReadingsQuery
internal import SourceText

/// The sessions and readings whose tags a command is to change.
struct TagTargets {
  /// What is meant in one post.
  struct Post: Sendable {
    var coversSession = false
    var readings: Set<SourceSpan> = []
  }

  /// By path.
  private(set) var posts: [String: Post] = [:]

  /// Where a change of tags would show: every session and reading that has `tag`.
  init(having tag: Tag, _ field: TagField, in catalog: Catalog) {
    for session in catalog.sessions {
      let own = field == .tags ? session.tags : session.categories
      if own.contains(tag) { add(session) }
      guard field == .tags else { continue }
      for reading in session.readings where reading.tags.contains(tag) { add(reading, of: session) }
    }
  }

  /// What these keys name; with `--sessions` the sessions that read it.
  init(keys: [String], _ field: TagField, meansSessions: Bool, in catalog: Catalog) throws(CommandFailure) {
    for key in keys {
      switch try KeyArgument.find(key, catalog) {
      case .session(let session): add(session)
      case .paper(let readings):
        guard meansSessions || field == .tags else {
          throw CommandFailure(
            "'\(key)' is a paper, and only sessions have categories; --sessions means those that read it")
        }
        for item in readings {
          if meansSessions { add(item.session) } else { add(item.reading, of: item.session) }
        }
      }
    }
  }

  /// What a query finds; with `--sessions`, or where only sessions have the field, the sessions of it.
  init(_ query: Query, _ field: TagField, meansSessions: Bool, in catalog: Catalog) {
    for group in Selection(catalog, matching: query.filter).groups {
      if meansSessions || field == .categories {
        add(group.session)
      } else {
        for reading in group.readings { add(reading, of: group.session) }
      }
    }
  }

  private mutating func add(_ session: Session) {
    posts[session.file, default: Post()].coversSession = true
  }

  private mutating func add(_ reading: Reading, of session: Session) {
    posts[session.file, default: Post()].readings.insert(reading.span)
  }
}
