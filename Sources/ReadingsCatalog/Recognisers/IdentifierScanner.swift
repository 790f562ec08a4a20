internal import SourceText

/// Finds registry identifiers in links and in plain text.
package enum IdentifierScanner {
  /// The identifier that a URL names, if it is one of a known registry or publisher.
  package static func identifier(inURL url: String) -> Identifier? {
    let bytes = Array(url.utf8)
    guard let hostAndPath = hostAndPath(bytes) else { return nil }
    let lowered = String(decoding: hostAndPath.map(\.lowercased), as: UTF8.self)
    let original = String(decoding: hostAndPath, as: UTF8.self)
    for read in [arxivURL, openReviewURL, aclURL, pmlrURL] {
      if let found = read(original, lowered) { return found }
    }
    return doi(in: hostAndPath)
  }

  /// Identifiers written out in text: `arXiv:2205.14135`, `arXiv preprint arXiv:...`, `doi:10.1000/x`, a bare DOI.
  package static func identifiers(inText text: String) -> [Identifier] {
    let bytes = Array(text.utf8)
    var found: [Identifier] = []
    if let arxiv = labelledArXiv(bytes) { found.append(arxiv) }
    if let doi = doi(in: bytes) { found.append(doi) }
    return found
  }

  /// The bytes after `scheme://` and `www.`; nil when there is no `http` or `https` scheme.
  private static func hostAndPath(_ bytes: [UInt8]) -> [UInt8]? {
    let lowered = bytes.prefix(8).map(\.lowercased)
    var start: Int
    if lowered.starts(with: "https://".utf8) {
      start = 8
    } else if lowered.starts(with: "http://".utf8) {
      start = 7
    } else {
      return nil
    }
    if bytes[start...].prefix(4).map(\.lowercased).elementsEqual("www.".utf8) { start += 4 }
    return Array(bytes[start...])
  }

  private static func arxivURL(_ url: String, _ lowered: String) -> Identifier? {
    let hosts = ["arxiv.org/", "export.arxiv.org/", "ar5iv.org/", "ar5iv.labs.arxiv.org/", "alphaxiv.org/"]
    guard hosts.contains(where: lowered.hasPrefix) else { return nil }
    for folder in ["/abs/", "/pdf/", "/html/", "/format/", "/ftp/arxiv/papers/"] {
      guard let place = lowered.firstRange(of: folder) else { continue }
      return arxivIdentifier(Array(lowered[place.upperBound...].utf8), at: 0).map {
        Identifier(.arxiv, $0.value)
      }
    }
    return nil
  }

  private static func openReviewURL(_ url: String, _ lowered: String) -> Identifier? {
    guard ["forum?", "pdf?", "attachment?"].contains(where: { lowered.hasPrefix("openreview.net/" + $0) }),
      let place = url.firstRange(of: "id=")
    else { return nil }
    let value = url[place.upperBound...].prefix { $0 != "&" && $0 != "#" }
    return value.isEmpty ? nil : Identifier(.openReview, String(value))
  }

  private static func aclURL(_ url: String, _ lowered: String) -> Identifier? {
    for host in ["aclanthology.org/", "aclanthology.info/papers/", "aclweb.org/anthology/"]
    where lowered.hasPrefix(host) {
      var value = url.dropFirst(host.count)
      if let cut = value.firstIndex(where: { $0 == "/" || $0 == "?" || $0 == "#" }) { value = value[..<cut] }
      for suffix in [".pdf", ".bib"] where value.hasSuffix(suffix) { value = value.dropLast(suffix.count) }
      guard value.contains(where: \.isNumber) else { return nil }
      return Identifier(.acl, String(value))
    }
    return nil
  }

  private static func pmlrURL(_ url: String, _ lowered: String) -> Identifier? {
    guard lowered.hasPrefix("proceedings.mlr.press/v") || lowered.hasPrefix("jmlr.org/proceedings/papers/v")
    else { return nil }
    let parts = lowered.split(separator: "/")
    guard let volume = parts.firstIndex(where: { $0.first == "v" && $0.dropFirst().allSatisfy(\.isNumber) }),
      volume + 1 < parts.count
    else { return nil }
    let paper = parts[volume + 1].prefix { $0 != "." && $0 != "#" && $0 != "?" }
    return paper.isEmpty ? nil : Identifier(.pmlr, "\(parts[volume])/\(paper)")
  }

  /// An arXiv identifier that starts exactly at `offset`: new style `YYMM.NNNNN` or old style `archive/YYMMNNN`,
  /// without its version.
  private static func arxivIdentifier(_ bytes: [UInt8], at offset: Int) -> (value: String, end: Int)? {
    func digits(_ start: Int) -> Int { bytes[start...].prefix(while: \.isDigit).count }
    guard offset < bytes.count else { return nil }
    if digits(offset) == 4, offset + 4 < bytes.count, bytes[offset + 4] == UInt8(ascii: ".") {
      let count = digits(offset + 5)
      guard (4...5).contains(count) else { return nil }
      let end = offset + 5 + count
      return (String(decoding: bytes[offset..<end], as: UTF8.self), end)
    }
    let archive = bytes[offset...].prefix {
      $0.isLetter || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".")
    }
    let slash = archive.endIndex
    guard archive.count >= 2, slash < bytes.count, bytes[slash] == UInt8(ascii: "/"), digits(slash + 1) == 7
    else { return nil }
    let name = archive.prefix { $0 != UInt8(ascii: ".") }.map(\.lowercased)
    let value = String(decoding: name + bytes[slash..<(slash + 8)], as: UTF8.self)
    return (value, slash + 8)
  }

  private static func labelledArXiv(_ bytes: [UInt8]) -> Identifier? {
    let label = Array("arxiv".utf8)
    var offset = 0
    while offset + label.count < bytes.count {
      // A letter that is rare in prose rules out most places.
      guard bytes[offset + 2].lowercased == label[2],
        bytes[offset..<(offset + label.count)].lazy.map(\.lowercased).elementsEqual(label)
      else {
        offset += 1
        continue
      }
      offset += label.count
      var start = offset
      while start < bytes.count, bytes[start] == UInt8(ascii: ":") || bytes[start] == 0x20 { start += 1 }
      if start > offset, let found = arxivIdentifier(bytes, at: start) {
        return Identifier(.arxiv, found.value)
      }
    }
    return nil
  }

  /// The first `10.NNNN/suffix` in the bytes, in lower case; a suffix ends at white space, a quote, `?`, `#`, or a
  /// closing bracket that it did not open. arXiv's own DOIs become arXiv identifiers.
  private static func doi(in bytes: [UInt8]) -> Identifier? {
    var offset = 0
    while offset + 7 < bytes.count {
      defer { offset += 1 }
      guard bytes[offset] == UInt8(ascii: "1"), bytes[offset + 1] == UInt8(ascii: "0"),
        bytes[offset + 2] == UInt8(ascii: "."), offset == 0 || !bytes[offset - 1].isAlphanumeric
      else { continue }
      let registrant = bytes[(offset + 3)...].prefix(10).prefix { $0.isDigit || $0 == UInt8(ascii: ".") }
      guard (4...9).contains(registrant.count), registrant.endIndex < bytes.count,
        bytes[registrant.endIndex] == UInt8(ascii: "/")
      else { continue }
      let suffix = doiSuffix(bytes, from: registrant.endIndex + 1)
      guard !suffix.isEmpty else { continue }
      let value = String(
        decoding: (bytes[offset...registrant.endIndex] + suffix).map(\.lowercased), as: UTF8.self)
      let arxivPrefix = "10.48550/arxiv."
      if value.hasPrefix(arxivPrefix),
        let found = arxivIdentifier(Array(value.dropFirst(arxivPrefix.count).utf8), at: 0)
      {
        return Identifier(.arxiv, found.value)
      }
      return Identifier(.doi, value)
    }
    return nil
  }

  private static func doiSuffix(_ bytes: [UInt8], from start: Int) -> ArraySlice<UInt8> {
    var depth = 0
    var end = start
    scan: while end < bytes.count, bytes[end] > 0x20, bytes[end] < 0x7F {
      switch bytes[end] {
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
    var suffix = bytes[start..<end]
    while let last = suffix.last,
      last == UInt8(ascii: ".") || last == UInt8(ascii: ";") || last == UInt8(ascii: "/")
    {
      suffix.removeLast()
    }
    for ending in [".pdf", ".full", "/full", "/abstract", "/pdf"]
    where suffix.map(\.lowercased).suffix(ending.utf8.count).elementsEqual(ending.utf8) {
      suffix.removeLast(ending.utf8.count)
    }
    return suffix
  }
}
