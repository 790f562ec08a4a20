internal import ReadingsCatalog
internal import ReadingsQuery

/// A session or paper named on the command line.
enum KeyArgument {
  private static let candidateLimit = 10

  /// What a key, its beginning or words of a title name; a failure with candidates or with what may have been meant.
  static func find(_ name: String, _ catalog: Catalog) throws(CommandFailure) -> KeyedItem {
    switch answer(name, catalog) {
    case .found(let item):
      return item
    case .unknown(let suggestion):
      guard let suggestion = suggestion ?? phrase(near: name, catalog) else {
        throw CommandFailure("unknown key '\(name)'; 'readings search' finds papers by words")
      }
      throw .unknown("key '\(name)'", suggestion: suggestion)
    case .ambiguous(let items):
      var details = items.prefix(candidateLimit).map { "\($0.key)  \($0.title)" }
      if items.count > candidateLimit { details.append("and \(items.count - candidateLimit) more") }
      throw CommandFailure("'\(name)' fits \(items.count) sessions and papers", details: details)
    }
  }

  /// The session that a key, its beginning or words of its title name; a failure as of ``find(_:_:)``.
  static func findSession(_ name: String, _ catalog: Catalog) throws(CommandFailure) -> Session {
    let sessions = catalog.sessions.map { session in
      var session = session
      session.readings = []
      return session
    }
    switch answer(name, Catalog(sessions: sessions)) {
    case .found(.session(let found)):
      return catalog.sessions.first { $0.key == found.key } ?? found
    case .found: break
    case .ambiguous(let items):
      var details = items.prefix(candidateLimit).map { "\($0.key)  \($0.title)" }
      if items.count > candidateLimit { details.append("and \(items.count - candidateLimit) more") }
      throw CommandFailure("'\(name)' fits \(items.count) sessions", details: details)
    case .unknown(let suggestion):
      if let suggestion { throw .unknown("session '\(name)'", suggestion: suggestion) }
    }
    throw CommandFailure("unknown session '\(name)'; 'readings list --sessions' lists them")
  }

  /// What a name stands for. One that a table cut short can be taken from there as it is, with the '…' at its end.
  private static func answer(_ name: String, _ catalog: Catalog) -> KeyLookup.Answer {
    let lookup = KeyLookup(catalog)
    let answer = lookup.find(name)
    guard case .unknown = answer, name.hasSuffix("…") else { return answer }
    return lookup.find(String(name.dropLast()))
  }

  /// The words of `name`, each that no title has replaced by the one closest to it; nil when there is nothing close.
  private static func phrase(near name: String, _ catalog: Catalog) -> String? {
    var vocabulary: Set<String> = []
    for session in catalog.sessions {
      vocabulary.formUnion(FoldedText.words(of: session.title))
      for reading in session.readings { vocabulary.formUnion(FoldedText.words(of: reading.title)) }
    }
    let candidates = vocabulary.sorted()
    let words = FoldedText.words(of: name)
    var corrected: [String] = []
    for word in words {
      let known = vocabulary.contains(word) ? word : Suggestion.closest(to: word, among: candidates)
      guard let known else { return nil }
      corrected.append(known)
    }
    guard corrected != words, !words.isEmpty else { return nil }
    let phrase = corrected.joined(separator: " ")
    if case .unknown = KeyLookup(catalog).find(phrase) { return nil }
    return phrase
  }
}
