internal import ReadingsCatalog
internal import Markdown
internal import SourceText

/// Links that lead nowhere as they are written.
enum LinkRules: PostRule {
  static let malformed = Rule(
    "malformed-link", .warning, .entries, fix: .unsafe, meaning: "a link is written so that it does not work",
    explanation:
      "A bracket left over behind an address, a scheme with a slash or letter too few, an address written twice, or a "
      + "space between '[text]' and '(address)'.",
    examples: [
      RuleExample(
        post("+ InstructGPT: https://arxiv.org/abs/2203.02155⟦)⟧\n"),
        fixed: post("+ InstructGPT: https://arxiv.org/abs/2203.02155\n")),
      RuleExample(
        post("+ [InstructGPT](https://arxiv.org/abs/2203.02155)⟦)⟧\n"),
        fixed: post("+ [InstructGPT](https://arxiv.org/abs/2203.02155)\n")),
      RuleExample(
        post("+ [Maps](⟦https:/⟧maps.example/a)\n"), fixed: post("+ [Maps](https://maps.example/a)\n")),
      RuleExample(
        post("+ [Maps](⟦https://https://⟧maps.example/a)\n"),
        fixed: post("+ [Maps](https://maps.example/a)\n")),
      RuleExample(
        post("+ [Maps]⟦ ⟧(https://maps.example/a)\n"), fixed: post("+ [Maps](https://maps.example/a)\n")),
      .sound(post("+ Maps (see https://maps.example/a) and (more [here](https://maps.example/b))\n")),
    ])

  static let schemeless = Rule(
    "link-without-scheme", .warning, .entries, fix: .safe, meaning: "a link has no 'https://'",
    explanation:
      "A browser takes '[text](arxiv.org/abs/...)' for a page of the same site, and 'arxiv.org/abs/...' alone is text.",
    examples: [
      RuleExample(
        post("+ [InstructGPT](⟦arxiv.org/abs/2203.02155⟧)\n"),
        fixed: post("+ [InstructGPT](https://arxiv.org/abs/2203.02155)\n")),
      RuleExample(
        post("+ InstructGPT: ⟦arxiv.org/abs/2203.02155⟧\n"),
        fixed: post("+ InstructGPT: https://arxiv.org/abs/2203.02155\n")),
      .sound(post("+ [InstructGPT](/papers/2203.02155.html) and [notes](notes/maps.md) from arxiv.org\n")),
    ])

  static let rules = [malformed, schemeless]

  private static func post(_ body: String) -> String { "---\ntitle: Maps\n---\n## Readings\n\n" + body }

  static func check(_ post: PostContext, _ report: inout PostReport) {
    for link in post.body.links {
      checkDestination(link, post, &report)
      if link.form != .image { checkBracket(behind: link, post, &report) }
    }
    for leaf in post.body.leaves {
      if leaf.marks.contains(.bracket) { checkGap(leaf, post, &report) }
      if leaf.marks.contains(.dot) { checkBareHosts(leaf, post, &report) }
    }
  }

  // MARK: Destinations

  private static let schemes: [(wrong: [UInt8], right: String)] = [
    ("https://https://", "https://"), ("http://http://", "http://"), ("http://https://", "https://"),
    ("https://http://", "http://"), ("https:///", "https://"), ("http:///", "http://"),
    ("https//", "https://"),
    ("http//", "http://"), ("htttps://", "https://"), ("htps://", "https://"), ("ttps://", "https://"),
    ("hhttps://", "https://"), ("https;//", "https://"), ("https:\\\\", "https://"), ("https:/", "https://"),
    ("http:/", "http://"),
  ].map { (Array($0.0.utf8), $0.1) }

  private static func checkDestination(
    _ link: BodyFacts.Link, _ post: PostContext, _ report: inout PostReport
  ) {
    let text = post.slice(link.destination)
    let isSound = text.starts(with: "https://".utf8) || text.starts(with: "http://".utf8)
    let mayRepeat = isSound && text.dropFirst(7).prefix(9).contains(UInt8(ascii: "/"))
    if !isSound || mayRepeat {
      for (wrong, right) in schemes where text.starts(with: wrong) {
        guard !isSound || wrong.count > 8 else { continue }
        let span = SourceSpan(link.destination.lowerBound, link.destination.lowerBound + wrong.count)
        report.add(
          malformed, "an address must start with '\(right)'", at: span,
          fix: Diagnostic.Fix("write '\(right)'", edits: [TextEdit(span, right)]))
        return
      }
    }
    if !isSound, link.form == .link || link.form == .image, HostName.starts(text) {
      report.add(
        schemeless, "without 'https://' the link leads to a page of this site", at: link.destination,
        fix: Diagnostic.Fix(
          "write 'https://' before it",
          edits: [TextEdit(SourceSpan(link.destination.lowerBound, link.destination.lowerBound), "https://")])
      )
    }
  }

  // MARK: Brackets left over

  private static func checkBracket(
    behind link: BodyFacts.Link, _ post: PostContext, _ report: inout PostReport
  ) {
    let offset = link.span.upperBound
    let leaf = post.body.leaves[link.leaf]
    guard offset < leaf.span.upperBound, post.bytes[offset] == UInt8(ascii: ")") else { return }
    var depth = 0
    // Brackets that opened before the link, on this line or the one above.
    for byte in post.bytes[leaf.span.lowerBound..<link.span.lowerBound] {
      if byte == UInt8(ascii: "(") { depth += 1 }
      if byte == UInt8(ascii: ")"), depth > 0 { depth -= 1 }
    }
    // `1) text` and `a)` are no brackets that closed.
    guard depth == 0, !hasWideBracket(post.bytes[leaf.span.lowerBound..<link.span.lowerBound]) else { return }
    // In `[a](b)) (c` the one behind is of the address itself.
    let span = SourceSpan(offset, offset + 1)
    report.add(
      malformed, "the ')' behind the link closes nothing", at: span,
      fix: Diagnostic.Fix("take it out", edits: [TextEdit(span, "")]))
  }

  /// Whether a text opens a bracket of East Asian width, which some close with a plain one.
  private static func hasWideBracket(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.contains(0xEF) && String(decoding: bytes, as: UTF8.self).contains("（")
  }

  /// `[text] (address)`.
  private static func checkGap(_ leaf: BodyFacts.Leaf, _ post: PostContext, _ report: inout PostReport) {
    var offset = leaf.span.lowerBound + 1
    while offset + 8 < leaf.span.upperBound {
      defer { offset += 1 }
      guard post.bytes[offset] == UInt8(ascii: " "), post.bytes[offset - 1] == UInt8(ascii: "]"),
        post.bytes[offset + 1] == UInt8(ascii: "("), post.bytes[(offset + 2)...].starts(with: "http".utf8),
        !post.isCode(offset), hasOpening(post.bytes[leaf.span.lowerBound..<(offset - 1)])
      else { continue }
      let end = post.bytes[offset..<leaf.span.upperBound].firstIndex {
        $0 == UInt8(ascii: ")") || $0.isLineEnding
      }
      guard let end, post.bytes[end] == UInt8(ascii: ")"), !post.bytes[(offset + 2)..<end].contains(0x20)
      else {
        continue
      }
      let span = SourceSpan(offset, offset + 1)
      report.add(
        malformed, "no space may part '[text]' and '(address)'", at: span,
        fix: Diagnostic.Fix("take it out", edits: [TextEdit(span, "")]))
    }
  }

  /// Whether a `[` before the offset is followed by text and not by what makes it a number, a task or a footnote.
  private static func hasOpening(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard let open = bytes.lastIndex(of: UInt8(ascii: "[")) else { return false }
    let text = bytes[(open + 1)...]
    guard let first = text.first, first != UInt8(ascii: "^") else { return false }
    return text.count > 1 && !text.allSatisfy { $0.isDigit || $0 == UInt8(ascii: " ") }
  }

  // MARK: Addresses in text

  /// Hosts of papers and code, alone in a text where a link is meant.
  private static func checkBareHosts(_ leaf: BodyFacts.Leaf, _ post: PostContext, _ report: inout PostReport)
  {
    var place = leaf.span.lowerBound
    while let slash = post.bytes.firstOffset(of: UInt8(ascii: "/"), in: place..<leaf.span.upperBound) {
      // The first slash behind a space or bracket may be that of an address which begins there.
      let before = post.bytes[place..<slash].lastIndex { $0 == 0x20 || $0 == UInt8(ascii: "(") }
      if before != nil || place == leaf.span.lowerBound {
        checkBareHost(at: before.map { $0 + 1 } ?? place, leaf, post, &report)
      }
      place = slash + 1
    }
  }

  private static func checkBareHost(
    at offset: Int, _ leaf: BodyFacts.Leaf, _ post: PostContext, _ report: inout PostReport
  ) {
    let text = post.bytes[offset..<leaf.span.upperBound]
    guard HostName.addresses.contains(where: { text.starts(with: $0) }), !post.isCode(offset),
      !post.body.isHTML(offset), !post.body.links.contains(where: { $0.span.range.contains(offset) })
    else { return }
    var end = offset
    while end < leaf.span.upperBound, !post.bytes[end].isWhitespace,
      !")]>,;\"'|".utf8.contains(post.bytes[end])
    {
      end += 1
    }
    while end > offset, post.bytes[end - 1] == UInt8(ascii: ".") { end -= 1 }
    let span = SourceSpan(offset, end)
    report.add(
      schemeless, "an address without 'https://' is no link", at: span,
      fix: Diagnostic.Fix(
        "write 'https://' before it", edits: [TextEdit(SourceSpan(offset, offset), "https://")]))
  }
}

/// Host names at the start of a text.
enum HostName {
  /// Hosts with the path that papers and code have there.
  static let addresses = [
    "arxiv.org/abs/", "arxiv.org/pdf/", "openreview.net/", "github.com/", "doi.org/10.", "aclanthology.org/",
    "huggingface.co/", "youtube.com/watch", "youtu.be/",
  ].map { Array($0.utf8) }

  private static let domains: Set<String> = [
    "com", "org", "net", "edu", "gov", "io", "ai", "dev", "co", "be", "cn", "uk", "de",
  ]

  /// Whether a link's destination starts with a host instead of a scheme or a path.
  static func starts(_ bytes: ArraySlice<UInt8>) -> Bool {
    if bytes.starts(with: "www.".utf8) { return true }
    let host = bytes.prefix { $0.isAlphanumeric || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-") }
    guard host.endIndex < bytes.endIndex, bytes[host.endIndex] == UInt8(ascii: "/"),
      let dot = host.lastIndex(of: UInt8(ascii: ".")), dot > host.startIndex
    else { return false }
    return domains.contains(String(decoding: host[(dot + 1)...], as: UTF8.self).lowercased())
  }
}
