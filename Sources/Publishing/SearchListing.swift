internal import ReadingsCatalog
package import ReadingsQuery

/// What a search found as lines of text.
package enum SearchListing {
  private static let indent = "  "
  private static let passageLineCount = 3

  /// For each hit the title, a line of facts and the passage with the most telling words, within `width` columns.
  ///
  /// Readings that have the same key stand together where the best of them is; `hits` are some of those of `results`.
  package static func table(
    _ hits: [Search.Hit], of results: SearchResults, width: Int, marks: MatchMarks
  ) -> [StyledLine] {
    works(hits).enumerated().flatMap { index, work in
      (index > 0 ? [StyledLine()] : []) + lines(for: work, results, width, marks)
    }
  }

  /// The same without cutting anything, each hit one line: title, facts, passage.
  package static func plain(
    _ hits: [Search.Hit], of results: SearchResults, marks: MatchMarks
  ) -> [StyledLine] {
    hits.map { hit in
      var line = marked(hit.title, results).line(marks)
      let passage = SearchPassage(of: hit, results)
      line.add("  [" + facts(of: [hit], passage?.line).joined(separator: "; ") + "]")
      if let passage {
        line.add("  ")
        for piece in passage.whole.line(marks).pieces { line.add(piece.text, piece.style) }
      }
      return line
    }
  }

  /// The hits that ``table(_:of:width:marks:)`` shows as the first `count` entries.
  package static func hits(_ hits: [Search.Hit], ofFirst count: Int) -> [Search.Hit] {
    var keys: Set<String> = []
    var workCount = 0
    return hits.filter { hit in
      if let key = hit.readingKey {
        if keys.contains(key) { return true }
        if workCount < count { keys.insert(key) }
      }
      workCount += 1
      return workCount <= count
    }
  }

  /// Hits on one work are one group.
  private static func works(_ hits: [Search.Hit]) -> [[Search.Hit]] {
    var works: [[Search.Hit]] = []
    var places: [String: Int] = [:]
    for hit in hits {
      if let key = hit.readingKey, let place = places[key] {
        works[place].append(hit)
      } else {
        if let key = hit.readingKey { places[key] = works.count }
        works.append([hit])
      }
    }
    return works
  }

  private static func lines(
    for work: [Search.Hit], _ results: SearchResults, _ width: Int, _ marks: MatchMarks
  ) -> [StyledLine] {
    let room = max(1, width - indent.utf8.count)
    let passage = SearchPassage(of: work[0], results)
    var lines = marked(work[0].title, results).wrapped(to: width, marks: marks, style: .strong)
    lines += factLines(facts(of: work, passage?.line), room)
    if let passage {
      lines += passage.excerpt(byteCount: passageLineCount * room).wrapped(
        to: room, maximumLineCount: passageLineCount, indent: indent, marks: marks, style: .plain)
    }
    return lines
  }

  private static func marked(_ title: String, _ results: SearchResults) -> MarkedText {
    let bytes = Array(title.utf8)
    return MarkedText(bytes, results.matches(in: bytes))
  }

  /// Of a reading who wrote it, when, and where it was read; of a session its date and key; the place of a passage that
  /// stands in the post.
  private static func facts(of work: [Search.Hit], _ line: Int?) -> [String] {
    let session = work[0].session
    var facts: [String]
    if let reading = work[0].reading {
      facts = [
        ReadingRows.authors(reading), reading.yearOfPublication.map { String($0) } ?? "", reading.key,
      ]
      var keys: [String] = []
      for hit in work where !keys.contains(hit.session.key) { keys.append(hit.session.key) }
      facts.append("in " + keys.joined(separator: ", "))
    } else {
      facts = ["session", session.date?.description ?? "", session.key]
    }
    if let line { facts.append("\(session.file):\(line)") }
    return facts.filter { !$0.isEmpty }
  }

  /// The facts with dots between them, a new line where the next one does not fit.
  private static func factLines(_ facts: [String], _ room: Int) -> [StyledLine] {
    var lines: [String] = []
    for fact in facts.map({ VisibleText.make($0) }) {
      let joined = lines.last.map { $0 + " · " + fact } ?? fact
      if !lines.isEmpty, DisplayWidth.of(joined) <= room {
        lines[lines.count - 1] = joined
      } else {
        lines.append(TextLayout.truncated(fact, to: room))
      }
    }
    return lines.map { StyledLine(indent + $0, .quiet) }
  }
}

extension Search.Hit {
  /// The title of the reading or of the session.
  var title: String { reading?.title ?? session.title }
}
