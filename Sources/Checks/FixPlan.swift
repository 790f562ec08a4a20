package import ReadingsCatalog
package import SourceText

/// The fixes of one file that can be made together.
package struct FixPlan: Sendable {
  /// The findings whose fixes are in it, in order.
  package let mended: [Finding]
  /// The findings that have a fix which is not in it, since it falls on the same bytes as another's.
  package let postponed: [Finding]
  /// The changes; nil when nothing can be mended.
  package let edits: EditList?

  /// Chooses among the fixes for a file, first come, first served.
  ///
  /// - Parameter allowsUnsafe: also take fixes that decide something for the author.
  package init(_ findings: [Finding], allowsUnsafe: Bool) {
    var mended: [Finding] = []
    var postponed: [Finding] = []
    var chosen = ChosenEdits()
    for finding in findings {
      guard let fix = finding.diagnostic.fix, !fix.edits.isEmpty else { continue }
      guard allowsUnsafe || RuleTable.rule(finding.rule)?.fix == .safe else { continue }
      if chosen.take(fix.edits) { mended.append(finding) } else { postponed.append(finding) }
    }
    edits = chosen.edits.isEmpty ? nil : try? EditList(chosen.edits)
    self.mended = mended
    self.postponed = postponed
  }

  /// Why the fixes must not be made although they could: what the post says would change. Nil when all is well.
  ///
  /// The post is read again with them: it must have no new problems, as many sessions, and no fewer readings; and for
  /// safe fixes the same titles and tags.
  package func refusal(in file: SourceFile, _ configuration: LibraryConfiguration) -> String? {
    guard let edits else { return nil }
    let reader = PostReader(readsPlainMarkdown: true, configuration: configuration)
    let old = reader.read(file)
    let new = reader.read(SourceFile(path: file.path, bytes: edits.applied(to: file.bytes)))
    func counts(_ post: Post) -> [String: Int] {
      Dictionary(post.diagnostics.map { ($0.id, 1) }, uniquingKeysWith: +)
    }
    let before = counts(old)
    if let (id, _) = counts(new).sorted(by: { $0.key < $1.key }).first(where: {
      $0.value > before[$0.key] ?? 0
    }) {
      return "the post would have a new problem: \(id)"
    }
    // A post whose front matter could not be read before can be one now.
    guard old.sessions.count == new.sessions.count || old.sessions.isEmpty else {
      return "the post would hold other sessions"
    }
    for (one, other) in zip(old.sessions, new.sessions) where other.readings.count < one.readings.count {
      return "the session would have fewer readings"
    }
    guard mended.allSatisfy({ RuleTable.rule($0.rule)?.fix == .safe }) else { return nil }
    for (one, other) in zip(old.sessions, new.sessions) {
      if one.title != other.title { return "the session would have another title" }
      if Set(one.tags) != Set(other.tags) || Set(one.categories) != Set(other.categories) {
        return "the session would have other tags"
      }
    }
    return nil
  }
}

/// Edits that do not touch each other, sorted by place.
private struct ChosenEdits {
  private(set) var edits: [TextEdit] = []

  /// Takes all edits of a fix, or none of them; those that were taken before count as taken.
  mutating func take(_ new: [TextEdit]) -> Bool {
    var places: [(edit: TextEdit, isKnown: Bool)] = []
    for edit in new {
      let index = place(of: edit)
      if index < edits.count, edits[index] == edit {
        places.append((edit, true))
        continue
      }
      guard isFree(edit, at: index) else { return false }
      places.append((edit, false))
    }
    for (edit, isKnown) in places where !isKnown { edits.insert(edit, at: place(of: edit)) }
    return true
  }

  /// Where an edit stands, or would.
  private func place(of edit: TextEdit) -> Int {
    var low = 0
    var high = edits.count
    while low < high {
      let middle = (low + high) / 2
      if edits[middle].span < edit.span { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Whether an edit neither overlaps nor touches its neighbours: two changes side by side may each be right and wrong
  /// together.
  private func isFree(_ edit: TextEdit, at index: Int) -> Bool {
    if index > 0, edits[index - 1].span.upperBound >= edit.span.lowerBound { return false }
    return index >= edits.count || edit.span.upperBound < edits[index].span.lowerBound
  }
}
