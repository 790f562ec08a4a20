import SourceText

extension YAMLParser {
  /// The number of keys up to which each is compared with those before it.
  private static let pairwiseLimit = 64

  /// YAML 1.2.2, 3.2.1.1: the keys of a mapping are unique. Compares scalar keys by their text.
  ///
  /// Nearly all mappings are done after one look at each key: no two keys share a fingerprint.
  mutating func checkDuplicateKeys(in mapping: Int32) {
    var seen: UInt64 = 0
    var collides = false
    var keyCount = 0
    var key = nodes[Int(mapping)].link
    while key >= 0 {
      if nodes[Int(key)].kind == .scalar {
        let mark = fingerprint(nodes[Int(key)])
        if seen & mark != 0 { collides = true }
        seen |= mark
        keyCount += 1
      }
      key = nextKey(key)
    }
    guard collides else { return }
    if keyCount <= YAMLParser.pairwiseLimit {
      compareKeys(of: mapping)
    } else {
      tabulateKeys(of: mapping)
    }
  }

  private func nextKey(_ key: Int32) -> Int32 {
    let value = nodes[Int(key)].nextSibling
    return value >= 0 ? nodes[Int(value)].nextSibling : -1
  }

  /// One of 64 bits, the same for keys with the same text.
  private func fingerprint(_ node: YAMLNode) -> UInt64 {
    if node.flags.contains(.encoded) { return fingerprint(keyText(node), 0, nil) }
    let quote = node.style == .plain ? 0 : 1
    return fingerprint(bytes, Int(node.start) + quote, Int(node.end) - quote)
  }

  private func fingerprint(_ text: [UInt8], _ start: Int, _ end: Int?) -> UInt64 {
    let end = end ?? text.count
    guard start < end else { return 1 }
    let mix = (end - start) &* 7 &+ Int(text[start]) &* 3 &+ Int(text[end - 1]) &* 5
    return 1 << UInt64(truncatingIfNeeded: mix & 63)
  }

  private mutating func compareKeys(of mapping: Int32) {
    var seen: UInt64 = 0
    let first = nodes[Int(mapping)].link
    var key = first
    while key >= 0 {
      let node = nodes[Int(key)]
      if node.kind == .scalar {
        let mark = fingerprint(node)
        if seen & mark != 0 {
          var match: Int32 = -1
          var earlier = first
          while earlier != key {
            if nodes[Int(earlier)].kind == .scalar, isSameKey(nodes[Int(earlier)], node) { match = earlier }
            earlier = nextKey(earlier)
          }
          if match >= 0 { addDuplicate(match, node) }
        }
        seen |= mark
      }
      key = nextKey(key)
    }
  }

  private func isSameKey(_ one: YAMLNode, _ other: YAMLNode) -> Bool {
    if one.flags.contains(.encoded) || other.flags.contains(.encoded) || one.style != other.style {
      return keyText(one) == keyText(other)
    }
    guard one.end - one.start == other.end - other.start else { return false }
    var left = Int(one.start)
    var right = Int(other.start)
    while left < Int(one.end) {
      if bytes[left] != bytes[right] { return false }
      left += 1
      right += 1
    }
    return true
  }

  private func keyText(_ node: YAMLNode) -> [UInt8] {
    YAMLScalarText.decode(node, in: bytes, end: end)
  }

  private mutating func tabulateKeys(of mapping: Int32) {
    var seen: [[UInt8]: Int32] = [:]
    var key = nodes[Int(mapping)].link
    while key >= 0 {
      let node = nodes[Int(key)]
      if node.kind == .scalar, let earlier = seen.updateValue(key, forKey: keyText(node)) {
        addDuplicate(earlier, node)
      }
      key = nextKey(key)
    }
  }

  private mutating func addDuplicate(_ earlier: Int32, _ later: YAMLNode) {
    let earlierSpan = nodes[Int(earlier)].span
    let text = keyText(later)
    problems.add(
      .error, "duplicate-key",
      "key '\(String(decoding: text, as: UTF8.self))' stands twice; the last one counts", at: later.span,
      notes: [Diagnostic.Note("the other place", at: earlierSpan)])
  }
}
