internal import Publishing
internal import ReadingsQuery

/// A word that can stand where a command line is being typed, and what it means.
struct CompletionCandidate: Hashable {
  let text: String
  let meaning: String

  init(_ text: String, _ meaning: String = "") {
    self.text = text
    self.meaning = meaning
  }

  /// A name that so many sessions have.
  init(_ name: String, count: Int) {
    self.init(name, count == 1 ? "1 session" : "\(count) sessions")
  }

  /// Whether it begins with what is typed; case and accents do not count.
  func starts(with typed: String) -> Bool {
    typed.isEmpty || FoldedText.fold(text).hasPrefix(FoldedText.fold(typed))
  }

  /// The line that tells a shell: the text, a tab, and the meaning as visible text. Nil for a text that no line can
  /// hold, because it has control characters.
  var line: String? {
    guard text.unicodeScalars.allSatisfy({ VisibleText.replacement(for: $0) == nil }) else { return nil }
    return text + "\t" + TextLayout.truncated(VisibleText.make(meaning), to: 60)
  }
}
