internal import Editing
internal import Publishing
internal import ReadingsCatalog
internal import ReadingsQuery
internal import SourceText

/// One change of tags in a library, from its targets to what is said of it.
struct TagRun {
  private let invocation: Invocation
  private let change: TagChange
  private let field: TagField
  private let editing: EditRun

  init(_ invocation: Invocation, _ change: TagChange, _ field: TagField) {
    self.invocation = invocation
    self.change = change
    self.field = field
    editing = EditRun(invocation)
  }

  private var noun: String { field == .tags ? "tag" : "category" }

  func sayUnknown(_ tag: String, _ catalog: Catalog) {
    let hint = suggestion(for: tag, counts(in: catalog)).map { "; did you mean '\($0)'?" } ?? ""
    editing.say("readings: no \(noun) '\(tag)'\(hint)")
  }

  /// Says of tags that the library does not have which one may have been meant; nothing of those that are like none.
  func sayMistyped(_ tags: [String], _ catalog: Catalog) {
    let counts = counts(in: catalog)
    let known = Set(counts.map(\.key))
    for tag in tags where !known.contains(Tag(tag).key) && suggestion(for: tag, counts) != nil {
      sayUnknown(tag, catalog)
    }
  }

  private func counts(in catalog: Catalog) -> [TagCount] {
    TagCount.count(field == .tags ? .tags : .categories, in: catalog)
  }

  private func suggestion(for tag: String, _ counts: [TagCount]) -> String? {
    Suggestion.closest(to: tag, among: counts.map(\.spelling))
  }

  func sayNothingFound(_ hints: [String]) {
    for hint in hints { editing.say("readings: " + hint) }
    editing.say("readings: the query finds nothing")
  }

  func carryOut(_ targets: TagTargets, _ catalog: Catalog) throws(CommandFailure) -> ExitStatus {
    var work = Work()
    let posts = targets.posts.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    do throws(EditFailure) {
      for prepared in prepare(posts) { try work.add(prepared) }
    } catch {
      throw CommandFailure(error)
    }
    try editing.carryOut(work.plan)
    write(work.refusals)
    saySummary(work, hasTargets: !targets.posts.isEmpty)
    return work.refusals.isEmpty ? LibraryReport(invocation, catalog).status : .failed
  }

  /// One post with the edits it is to get, or what keeps it from getting them.
  private enum Prepared: Sendable {
    case edits(OriginalFile, TagEdits)
    case refusal(SourceFile, TagRefusal)
    case failure(EditFailure)
  }

  /// What a run comes to, gathered post by post.
  private struct Work {
    var plan = EditPlan()
    var sessionCount = 0
    var readingCount = 0
    var refusals: [Refusal] = []

    mutating func add(_ prepared: Prepared) throws(EditFailure) {
      switch prepared {
      case .failure(let failure): throw failure
      case .refusal(let file, let refusal): refusals.append(Refusal(file, refusal))
      case .edits(let original, let edits):
        refusals += edits.refused.map { Refusal(original.source.path, $0) }
        let count = plan.changes.count
        try plan.edit(original, edits.edits)
        guard plan.changes.count > count else { return }
        sessionCount += edits.changesSession ? 1 : 0
        readingCount += edits.readingCount
      }
    }
  }

  /// Works out the edits of all posts, in parallel, since each is read again with them; the order is that of `posts`.
  private func prepare(_ posts: [(key: String, value: TagTargets.Post)]) -> [Prepared] {
    let files = editing.files
    let (change, field) = (change, field)
    let editor = PostTagEditor(readsPlainMarkdown: invocation.arguments.has(.plainMarkdown))
    return InParallel.map(posts, pieceSize: 1) { posts in
      posts.map { path, post in
        let request = TagRequest(
          change, field: field, coversSession: post.coversSession,
          readings: post.readings.isEmpty ? .none : .at(post.readings))
        return TagRun.prepare(path, request, editor, files)
      }
    }.flatMap { $0 }
  }

  private static func prepare(
    _ path: String, _ request: TagRequest, _ editor: PostTagEditor, _ files: LibraryFiles
  ) -> Prepared {
    do throws(EditFailure) {
      let original = try files.read(path)
      do throws(TagRefusal) {
        return .edits(original, try editor.edits(of: original.source, request))
      } catch {
        return .refusal(original.source, error)
      }
    } catch {
      return .failure(error)
    }
  }

  // MARK: What is said

  /// Something that is left as it is, and why.
  private struct Refusal {
    let text: String
    /// The mistake that stands in the way, which is printed with its line.
    var problem: CatalogProblem?

    init(_ path: String, _ reading: TagEdits.Refused) {
      text = "\(path):\(reading.position.line): '\(reading.title)' is left as it is: \(reading.reason)"
    }

    init(_ file: SourceFile, _ refusal: TagRefusal) {
      text = "\(file.path): the post is left as it is: \(refusal.reason)"
      problem = PostTagEditor.obstacle(in: file).map { CatalogProblem(file: file, diagnostic: $0) }
    }
  }

  /// As many are printed unless everything is asked for.
  private static let refusalLimit = 20

  private func write(_ refusals: [Refusal]) {
    let console = invocation.console
    let showsAll = invocation.arguments.has(.verbose) || refusals.count <= TagRun.refusalLimit
    let shown = showsAll ? refusals[...] : refusals.prefix(TagRun.refusalLimit)
    for refusal in shown {
      if let problem = refusal.problem {
        console.output.flush()
        console.errors.write(DiagnosticPrinter(width: console.width).lines(for: [problem]))
      }
      editing.say("readings: " + refusal.text)
    }
    if shown.count < refusals.count {
      editing.say("readings: and \(refusals.count - shown.count) more; --verbose shows all")
    }
  }

  private func saySummary(_ work: Work, hasTargets: Bool) {
    let fileCount = work.plan.changes.count
    guard fileCount > 0 else {
      let reason = hasTargets && work.refusals.isEmpty ? ": " + reasonForNothing : ""
      return editing.say("nothing to change" + reason)
    }
    var places: [String] = []
    if work.sessionCount > 0 { places.append(editing.counted(work.sessionCount, "session")) }
    if work.readingCount > 0 { places.append(editing.counted(work.readingCount, "reading")) }
    let (past, conditional, object) =
      switch change {
      case .add(let tags): ("added", "would add", "\(list(tags)) to ")
      case .remove(let tags): ("removed", "would remove", "\(list(tags)) from ")
      case .rename(let old, let new): ("renamed", "would rename", "'\(old)' to '\(new)' in ")
      }
    var rest = " \(object)\(places.joined(separator: " and ")) (\(editing.counted(fileCount, "file")))"
    let refusalCount = work.refusals.count
    if refusalCount > 0 { rest += "; \(refusalCount) \(refusalCount == 1 ? "is" : "are") left as before" }
    editing.say(past: past, conditional: conditional, rest)
  }

  /// Why sessions and readings that are meant are as they should be.
  private var reasonForNothing: String {
    func verb(_ tags: [String]) -> String { tags.count == 1 ? "is" : "are" }
    return switch change {
    case .add(let tags): "\(list(tags)) \(verb(tags)) there already"
    case .remove(let tags): "\(list(tags)) \(verb(tags)) not there"
    case .rename(_, let new): "'\(new)' is spelled so everywhere"
    }
  }

  private func list(_ tags: [String]) -> String { tags.map { "'\($0)'" }.joined(separator: ", ") }
}
