import SourceText

extension YAMLParser {
  /// YAML 1.2.2, 3.2.1.1: the keys of a mapping are unique. Compares scalar keys by their text.
  mutating func checkDuplicateKeys(in mapping: Int32) {
    var keys: [Int32] = []
    var key = nodes[Int(mapping)].link
    while key >= 0 {
      if nodes[Int(key)].kind == .scalar { keys.append(key) }
      let value = nodes[Int(key)].nextSibling
      key = value >= 0 ? nodes[Int(value)].nextSibling : -1
    }
    if keys.count < 2 { return }
    if keys.count <= 16 {
      compareEachKey(keys)
    } else {
      hashEachKey(keys)
    }
  }

  private mutating func compareEachKey(_ keys: [Int32]) {
    for index in 1..<keys.count {
      let later = nodes[Int(keys[index])]
      for earlier in keys[..<index].reversed() where isSameKey(nodes[Int(earlier)], later) {
        addDuplicate(earlier, later)
        break
      }
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

  private mutating func hashEachKey(_ keys: [Int32]) {
    var seen: [[UInt8]: Int32] = [:]
    seen.reserveCapacity(keys.count)
    for key in keys {
      let text = keyText(nodes[Int(key)])
      if let earlier = seen.updateValue(key, forKey: text) { addDuplicate(earlier, nodes[Int(key)]) }
    }
  }

  private mutating func addDuplicate(_ earlier: Int32, _ later: YAMLNode) {
    let name = String(decoding: keyText(later), as: UTF8.self)
    problems.add(
      .error, "duplicate-key", "key '\(name)' stands twice; the last one counts", at: later.span,
      notes: [Diagnostic.Note("the other place", at: nodes[Int(earlier)].span)])
  }
}
