internal import SourceText

/// Recognises a line that lists the people or organisations who made a work.
package enum AuthorLine {
  /// What makes a list of names believable.
  package enum Evidence: Sendable {
    /// A label such as `Authors:` stands before the names.
    case labelled
    /// Nothing but the names themselves; a single name is believed.
    case line
    /// Names at the end of other text: two or more, or none.
    case tail
  }

  /// The names in order, as written without footnote marks; nil when the text is not a list of names.
  package static func parse(_ text: String, evidence: Evidence = .line) -> [String]? {
    guard evidence == .labelled || mayBeNames(text) else { return nil }
    let (body, isTruncated) = withoutRemainder(strippingLead(text))
    guard !body.isEmpty, body.utf8.count < 20_000 else { return nil }
    let pieces = split(body).map(strippingMarks).filter { !$0.isEmpty }
    guard !pieces.isEmpty else { return nil }
    if evidence == .labelled {
      return pieces.allSatisfy({ $0.wordCount <= 8 }) ? joiningInitials(pieces) : nil
    }
    if isTruncated, pieces.count == 1, pieces[0].wordCount <= 4 { return pieces }
    let names = joiningInitials(pieces)
    let plausible = names.filter { isPersonName($0.split(separator: ",").joined()) }
    let fullNames = plausible.filter { $0.wordCount >= 2 || $0.contains(".") }
    if names.count == 1 {
      return evidence == .line && fullNames.count == 1 && names[0].wordCount <= 4 ? names : nil
    }
    let mayHoldOthers = names.count >= 4 && names.allSatisfy { $0.wordCount <= 6 }
    let isEnough = plausible.count == names.count || (mayHoldOthers && plausible.count * 5 >= names.count * 4)
    return isEnough && fullNames.count * 2 >= names.count ? names : nil
  }

  /// Rules out prose at a glance: the text up to the first separator must be a name.
  private static func mayBeNames(_ text: String) -> Bool {
    let longestName = 80
    var end = text.utf8.startIndex
    var length = 0
    while end < text.utf8.endIndex, length <= longestName {
      let byte = text.utf8[end]
      if byte == UInt8(ascii: ",") || byte == UInt8(ascii: ";") || byte == UInt8(ascii: "&")
        || byte == UInt8(ascii: "(")
      {
        break
      }
      // A separator of another script may follow: leave that to the full reading.
      if byte >= 0xE3 { return true }
      end = text.utf8.index(after: end)
      length += 1
    }
    let first =
      strippingLead(String(text[..<end])).words.split {
        $0 == "and" || $0 == "et" || $0.contains("@") || $0 == "∙"
      }.first?.joined(separator: " ") ?? ""
    return isPersonName(strippingMarks(first))
  }

  private static func strippingLead(_ text: String) -> String {
    var rest = text.collapsingWhitespace.trimming(["*", "_", "-", "–", "—", "/"])
    for _ in 0..<2 {
      for lead in ["by ", "By ", "from ", "From ", "etc ", "with "] where rest.hasPrefix(lead) {
        rest = String(rest.dropFirst(lead.count))
      }
    }
    return rest
  }

  /// The text without `(100 additional authors not shown)`, `et al.` and the like, and whether there was one.
  private static func withoutRemainder(_ text: String) -> (String, Bool) {
    var body = text
    var isTruncated = false
    while let open = body.lastIndex(of: "("), let close = body[open...].firstIndex(of: ")") {
      let inside = body[open...close].lowercased()
      guard inside.contains("author") || inside.contains("more") || inside.contains("et al") else { break }
      body = (body[..<open] + body[body.index(after: close)...]).collapsingWhitespace
      isTruncated = true
    }
    let trimmed = body.trimmingEnd([",", ";"])
    let lowered = trimmed.lowercased()
    let endings = ["et al.", "et al", "et. al.", "and others", "etc.", "etc", "..."]
    if let ending = endings.first(where: { lowered.hasSuffix(" " + $0) || lowered.hasSuffix("," + $0) }) {
      body = trimmed.dropLast(ending.count).trimmingEnd([",", ";"])
      isTruncated = true
    }
    return (body.trimmingEnd([",", ";", ".", "/"]).withFinalInitial(from: body), isTruncated)
  }

  private static func split(_ text: String) -> [String] {
    var pieces: [String] = []
    var current = String.UnicodeScalarView()
    var depth = 0
    let commaSplits = !text.unicodeScalars.contains(";")
    for scalar in text.unicodeScalars {
      switch scalar {
      case "(": depth += 1
      case ")": depth -= 1
      default: break
      }
      let separates =
        scalar == ";" || scalar == "&" || scalar == "·" || scalar == "∙" || scalar == "•" || scalar == "|"
        || scalar == "、"
        || scalar == "，" || (commaSplits && scalar == ",")
      if separates, depth <= 0 {
        pieces.append(String(current))
        current = String.UnicodeScalarView()
      } else {
        current.append(scalar)
      }
    }
    pieces.append(String(current))
    return pieces.flatMap(splitAtAnd)
  }

  private static func splitAtAnd(_ piece: String) -> [String] {
    var parts: [[Substring]] = [[]]
    for word in piece.words where !word.contains("@") {
      if word == "and" || word == "And" { parts.append([]) } else { parts[parts.count - 1].append(word) }
    }
    return parts.map { $0.joined(separator: " ") }
  }

  /// A name without affiliation in brackets, footnote digits, stars and daggers.
  private static func strippingMarks(_ name: String) -> String {
    let marks: [Unicode.Scalar] = ["*", "†", "‡", "§", "¶", "∗", "⋆", "_", "\"", "“", "”", "[", "]", ":"]
    var rest = name.collapsingWhitespace.trimming(marks)
    // `Ann Lee (MIT)`: where somebody works is no part of the name.
    if rest.hasSuffix(")"), let open = rest.firstRange(of: " ("), open.lowerBound > rest.startIndex {
      rest = String(rest[..<open.lowerBound])
    }
    while let last = rest.unicodeScalars.last, last.properties.numericType != nil {
      rest = rest.dropLast().trimmingEnd(marks)
    }
    return rest
  }

  /// `Wang, T., Zhang, Y.` read as `Wang, T.` and `Zhang, Y.`
  private static func joiningInitials(_ pieces: [String]) -> [String] {
    guard pieces.count >= 2, pieces.count % 2 == 0 else { return pieces }
    let isInverted = stride(from: 0, to: pieces.count, by: 2).allSatisfy { index in
      !pieces[index].contains(".") && pieces[index].wordCount <= 2
        && pieces[index + 1].words.allSatisfy { $0.count <= 4 && $0.contains(".") }
    }
    guard isInverted else { return pieces }
    return stride(from: 0, to: pieces.count, by: 2).map { "\(pieces[$0]), \(pieces[$0 + 1])" }
  }

  /// Whether a text could be the name of one person: one to five words that start with capitals, with letters,
  /// hyphens, apostrophes and full stops only, none of them a word of titles.
  package static func isPersonName(_ text: String) -> Bool {
    let words = text.words
    guard (1...5).contains(words.count), words.contains(where: { $0.count > 2 || !$0.hasSuffix(".") }) else {
      return false
    }
    return words.allSatisfy { word in
      let bare = word.trimming(["(", ")", "\"", "'"])
      let lowered = bare.lowercased()
      if particles.contains(lowered) { return true }
      guard let first = bare.unicodeScalars.first, first.properties.isAlphabetic else { return false }
      guard first.properties.isUppercase || !first.properties.isCased else { return false }
      guard bare.unicodeScalars.allSatisfy(isNameScalar) else { return false }
      guard !titleWords.contains(lowered) else { return false }
      return bare.count <= 3 || bare.contains(".") || bare.contains("-")
        || bare.unicodeScalars.contains { $0.properties.isLowercase || !$0.properties.isCased }
    }
  }

  private static func isNameScalar(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII {
      let byte = UInt8(scalar.value)
      return byte.isLetter || "-'`.()".utf8.contains(byte)
    }
    return scalar.properties.isAlphabetic || scalar.properties.generalCategory == .nonspacingMark
      || "‐‑’‘´".unicodeScalars.contains(scalar)
  }

  private static let particles: Set<String> = [
    "al", "ben", "bin", "da", "de", "del", "della", "den", "der", "di", "dos", "du", "el", "ibn", "la", "le",
    "st",
    "ten", "ter", "van", "vd", "von", "y", "zu", "jr", "jr.", "sr.", "ii", "iii",
  ]

  /// Words that stand in titles, labels and headings but in nobody's name.
  private static let titleWords: Set<String> = [
    "a", "abstract", "additional", "advances", "agent", "agents", "ai", "algorithm", "algorithms", "an",
    "analysis",
    "and", "application", "applications", "approach", "architecture", "article", "attention", "author",
    "authors",
    "background", "basic", "basics", "benchmark", "benchmarks", "blog", "book", "by", "code", "comments",
    "comparison", "computation", "computing", "contributions", "conclusion", "control", "data", "dataset",
    "deep",
    "decoder", "demo", "detection", "efficient", "elements", "encoder", "evaluation", "examples",
    "experiments",
    "extra", "federated", "finding", "findings", "for", "framework", "from", "generation", "generative",
    "github",
    "google", "graph", "guide", "highlights", "homepage", "how", "image", "improving", "in", "inference",
    "insights",
    "introduction", "key", "knowledge", "language", "large", "learning", "lecture", "library", "link",
    "links",
    "llm", "llms", "machine", "main", "memory", "method", "methods", "model", "models", "more", "multimodal",
    "network", "networks", "neural", "new", "note", "notes", "of", "on", "open", "optimization", "our",
    "overview",
    "paper", "papers", "pdf", "performance", "policy", "presentation", "problem", "project", "pytorch",
    "question",
    "questions", "reading", "readings", "reasoning", "recognition", "recommended", "reinforcement", "related",
    "release", "report", "required", "research", "results", "review", "search", "section", "session",
    "slides",
    "software", "source", "summary", "survey", "system", "systems", "task", "tasks", "team", "technical",
    "tensorflow",
    "text", "the", "theory", "this", "to", "tool", "tools", "topic", "towards", "training", "transformer",
    "transformers", "tutorial", "understanding", "university", "update", "url", "using", "via", "video",
    "videos",
    "vision", "website", "what", "why", "with", "work",
  ]
}

extension String {
  /// Puts back the full stop of a final initial (`Quoc V.`) that trimming took away.
  fileprivate func withFinalInitial(from original: String) -> String {
    guard let last = words.last, last.count == 1, original.hasPrefix(self + ".") else { return self }
    return self + "."
  }
}
