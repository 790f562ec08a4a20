internal import ReadingsCatalog

/// What is to become of the tags in one place.
///
/// Tags are told apart by their keys (``Tag/key``), so that `serving` removes `Serving`, too; texts that are written
/// are written as they are given.
package enum TagChange: Sendable, Hashable {
  /// Adds those that are not there, at the end.
  case add([String])
  /// Removes those that are there, in every spelling.
  case remove([String])
  /// Puts a tag in another's place; where it is there already, the other one goes. Also unifies spellings.
  case rename(from: String, to: String)

  /// What is to become of one item of a list.
  enum Step: Equatable {
    case append(String)
    case replace(index: Int, with: String)
    case remove(index: Int)

    /// Whether the step makes these spellings of the old ones, a new one at whatever place.
    func leads(from old: [String], to new: [String]) -> Bool {
      var (rest, expected) = (new, old)
      switch self {
      case .append(let tag):
        guard let index = new.lastIndex(of: tag.collapsed) else { return false }
        rest.remove(at: index)
      case .replace(let index, let tag): expected[index] = tag.collapsed
      case .remove(let index): expected.remove(at: index)
      }
      return rest == expected
    }
  }

  /// The next thing to do to a list of these spellings; nil when the list is as it should be.
  func nextStep(for spellings: [String]) -> Step? {
    let keys = spellings.map { Tag.key(of: $0) }
    switch self {
    case .add(let tags):
      return tags.first { !keys.contains(Tag.key(of: $0)) }.map { .append($0) }
    case .remove(let tags):
      let removed = Set(tags.map { Tag.key(of: $0) })
      // From the end, so that what was added last goes first.
      return keys.lastIndex { removed.contains($0) }.map { .remove(index: $0) }
    case .rename(let old, let new):
      let (oldKey, newKey) = (Tag.key(of: old), Tag.key(of: new))
      guard let first = keys.firstIndex(of: oldKey) else { return nil }
      if oldKey != newKey, keys.contains(newKey) {
        return keys.lastIndex(of: oldKey).map { .remove(index: $0) }
      }
      if let last = keys.lastIndex(of: oldKey), last > first { return .remove(index: last) }
      return spellings[first] == new ? nil : .replace(index: first, with: new)
    }
  }

  /// The spellings once all is done.
  package func applied(to spellings: [String]) -> [String] {
    var result = spellings
    while let step = nextStep(for: result) {
      switch step {
      case .append(let tag): result.append(tag)
      case .replace(let index, let tag): result[index] = tag
      case .remove(let index): result.remove(at: index)
      }
    }
    return result
  }

  /// Why a text cannot be a tag; nil when it can.
  package static func problem(with text: String) -> String? {
    if Tag.key(of: text).isEmpty { return "a tag needs a letter or digit" }
    let isPlain = text.unicodeScalars.allSatisfy { scalar in
      scalar.properties.generalCategory != .control && scalar != "\u{2028}" && scalar != "\u{2029}"
    }
    if !isPlain { return "a tag must not hold control characters" }
    if text.first?.isWhitespace == true || text.last?.isWhitespace == true {
      return "a tag must not begin or end with a space"
    }
    return text.utf8.count > 200 ? "a tag must not be longer than 200 bytes" : nil
  }
}

/// The front-matter field that tags are edited in.
package enum TagField: String, Sendable, Hashable {
  case tags, categories

  /// The keys that the catalog reads the field from; new fields take the first.
  var keys: [String] {
    switch self {
    case .tags: ["tags", "tag"]
    case .categories: ["categories", "category"]
    }
  }

  func tags(of session: Session) -> [Tag] {
    switch self {
    case .tags: session.tags
    case .categories: session.categories
    }
  }
}

/// Why tags in one place are left as they are.
package struct TagRefusal: Error, Hashable {
  /// A lowercase phrase without a full stop.
  package let reason: String

  init(_ reason: String) {
    self.reason = reason
  }
}
