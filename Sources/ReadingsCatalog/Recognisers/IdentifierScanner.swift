internal import SourceText

/// Finds registry identifiers in links and in plain text.
package enum IdentifierScanner {
  /// The identifier that a URL names, if it is one of a known registry or publisher.
  package static func identifier(inURL url: String) -> Identifier? {
    identifier(inURL: ByteText(url))
  }

  /// Identifiers written out in text: `arXiv:2205.14135`, `arXiv preprint arXiv:...`, `doi:10.1000/x`, a bare DOI.
  package static func identifiers(inText text: String) -> [Identifier] {
    identifiers(inText: ByteText(text))
  }

  static func identifier(inURL url: ByteText) -> Identifier? {
    guard let place = hostAndPath(url), let first = place.first else { return nil }
    switch first.lowercased {
    case UInt8(ascii: "a"), UInt8(ascii: "e"):
      if let found = arxivURL(place) ?? aclURL(place) { return found }
    case UInt8(ascii: "o"):
      if let found = openReviewURL(place) { return found }
    case UInt8(ascii: "p"), UInt8(ascii: "j"):
      if let found = pmlrURL(place) { return found }
    default: break
    }
    return doi(in: place)
  }

  static func identifiers(inText text: ByteText) -> [Identifier] {
    var found: [Identifier] = []
    if let arxiv = labelledArXiv(text) { found.append(arxiv) }
    if let doi = doi(in: text) { found.append(doi) }
    return found
  }

  /// What follows `scheme://` and `www.`; nil when there is no `http` or `https` scheme.
  private static func hostAndPath(_ url: ByteText) -> ByteText? {
    let rest: ByteText
    if url.hasPrefix(lowercase: "https://") {
      rest = url.dropFirst(8)
    } else if url.hasPrefix(lowercase: "http://") {
      rest = url.dropFirst(7)
    } else {
      return nil
    }
    return rest.hasPrefix(lowercase: "www.") ? rest.dropFirst(4) : rest
  }

  private static func arxivURL(_ url: ByteText) -> Identifier? {
    let hosts: [StaticString] = [
      "arxiv.org/", "export.arxiv.org/", "ar5iv.org/", "ar5iv.labs.arxiv.org/", "alphaxiv.org/",
    ]
    guard hosts.contains(where: url.hasPrefix(lowercase:)) else { return nil }
    for folder in ["/abs/", "/pdf/", "/html/", "/format/", "/ftp/arxiv/papers/"] as [StaticString] {
      guard let place = url.firstRange(ofLowercase: folder) else { continue }
      return arxivIdentifier(url, at: place.upperBound)
    }
    return nil
  }

  private static func openReviewURL(_ url: ByteText) -> Identifier? {
    let pages: [StaticString] = [
      "openreview.net/forum?", "openreview.net/pdf?", "openreview.net/attachment?",
    ]
    guard pages.contains(where: url.hasPrefix(lowercase:)), let place = url.firstRange(of: "id=") else {
      return nil
    }
    let value = url[place.upperBound...].prefix { $0 != UInt8(ascii: "&") && $0 != UInt8(ascii: "#") }
    return value.isEmpty ? nil : Identifier(.openReview, value.string)
  }

  private static func aclURL(_ url: ByteText) -> Identifier? {
    let hosts: [StaticString] = ["aclanthology.org/", "aclanthology.info/papers/", "aclweb.org/anthology/"]
    for host in hosts where url.hasPrefix(lowercase: host) {
      var value = url.dropFirst(host.utf8CodeUnitCount).prefix {
        $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#")
      }
      if value.hasSuffix(".pdf") || value.hasSuffix(".bib") { value = value.dropLast(4) }
      return value.hasDigit ? Identifier(.acl, value.string) : nil
    }
    return nil
  }

  private static func pmlrURL(_ url: ByteText) -> Identifier? {
    guard
      url.hasPrefix(lowercase: "proceedings.mlr.press/v")
        || url.hasPrefix(lowercase: "jmlr.org/proceedings/papers/v")
    else { return nil }
    let parts = url.lowercased.split(separator: UInt8(ascii: "/"))
    guard let volume = parts.firstIndex(where: { $0.hasPrefix("v") && $0.dropFirst().allSatisfy(\.isDigit) }),
      volume + 1 < parts.count
    else { return nil }
    let paper = parts[volume + 1].prefix {
      $0 != UInt8(ascii: ".") && $0 != UInt8(ascii: "#") && $0 != UInt8(ascii: "?")
    }
    return paper.isEmpty ? nil : Identifier(.pmlr, "\(parts[volume].string)/\(paper.string)")
  }

  /// An arXiv identifier that starts exactly at `offset`: new style `YYMM.NNNNN` or old style `archive/YYMMNNN`,
  /// without its version.
  private static func arxivIdentifier(_ text: ByteText, at offset: Int) -> Identifier? {
    func digitCount(_ start: Int) -> Int {
      var end = start
      while end < text.endIndex, text[end].isDigit { end += 1 }
      return end - start
    }
    if digitCount(offset) == 4, text[(offset + 4)...].hasPrefix(".") {
      let count = digitCount(offset + 5)
      return (4...5).contains(count) ? Identifier(.arxiv, text[offset..<(offset + 5 + count)].string) : nil
    }
    let archive = text[offset...].prefix {
      $0.isLetter || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".")
    }
    let slash = archive.endIndex
    guard archive.count >= 2, text[slash...].hasPrefix("/"), digitCount(slash + 1) == 7 else { return nil }
    let name = archive.prefix { $0 != UInt8(ascii: ".") }.lowercased
    return Identifier(.arxiv, name.string + text[slash..<(slash + 8)].string)
  }

  private static func labelledArXiv(_ text: ByteText) -> Identifier? {
    for letter in [UInt8(ascii: "x"), UInt8(ascii: "X")] {
      var offset = text.startIndex + 2
      // A letter that is rare in prose rules out most places.
      while let place = text.offset(of: letter, from: offset) {
        offset = place + 1
        guard text[(place - 2)...].hasPrefix(lowercase: "arxiv") else { continue }
        var start = place + 3
        while start < text.endIndex, text[start] == UInt8(ascii: ":") || text[start] == 0x20 { start += 1 }
        if start > place + 3, let found = arxivIdentifier(text, at: start) { return found }
      }
    }
    return nil
  }

  /// The first `10.NNNN/suffix` in the text, in lower case; a suffix ends at white space, a quote, `?`, `#`, or a
  /// closing bracket that it did not open. arXiv's own DOIs become arXiv identifiers.
  private static func doi(in text: ByteText) -> Identifier? {
    var place = text.startIndex
    while let found = text.firstRange(of: "10.", from: place) {
      let offset = found.lowerBound
      place = found.upperBound
      guard offset == text.startIndex || !text[offset - 1].isAlphanumeric else { continue }
      let registrant = text[(offset + 3)...].prefix(10).prefix { $0.isDigit || $0 == UInt8(ascii: ".") }
      guard (4...9).contains(registrant.count), text[registrant.endIndex...].hasPrefix("/") else { continue }
      let suffix = doiSuffix(text, from: registrant.endIndex + 1)
      guard !suffix.isEmpty else { continue }
      let value = text[offset..<suffix.endIndex].lowercased
      let arxivPrefix: StaticString = "10.48550/arxiv."
      if value.hasPrefix(arxivPrefix),
        let found = arxivIdentifier(value, at: value.startIndex + arxivPrefix.utf8CodeUnitCount)
      {
        return found
      }
      return Identifier(.doi, value.string)
    }
    return nil
  }

  private static func doiSuffix(_ text: ByteText, from start: Int) -> ByteText {
    var depth = 0
    var end = start
    scan: while end < text.endIndex, text[end] > 0x20, text[end] < 0x7F {
      switch text[end] {
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"):
        if depth == 0 { break scan }
        depth -= 1
      case UInt8(ascii: "?"), UInt8(ascii: "#"), UInt8(ascii: "\""), UInt8(ascii: "<"), UInt8(ascii: ">"),
        UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: ","), UInt8(ascii: "&"):
        break scan
      default: break
      }
      end += 1
    }
    var suffix = text[start..<end]
    while let last = suffix.last,
      last == UInt8(ascii: ".") || last == UInt8(ascii: ";") || last == UInt8(ascii: "/")
    {
      suffix = suffix.dropLast()
    }
    for ending in [".pdf", ".full", "/full", "/abstract", "/pdf"] as [StaticString]
    where suffix.hasSuffix(lowercase: ending) {
      suffix = suffix.dropLast(ending.utf8CodeUnitCount)
    }
    return suffix
  }
}
