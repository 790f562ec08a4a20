/// Small operations on the text of titles and lines, by Unicode scalar.
extension StringProtocol {
  /// Without white space at both ends; inner runs of white space become one space.
  var collapsingWhitespace: String {
    var result = String.UnicodeScalarView()
    var pendingSpace = false
    for scalar in unicodeScalars {
      if scalar.properties.isWhitespace || scalar == "\u{200B}" || scalar == "\u{FEFF}" {
        pendingSpace = !result.isEmpty
      } else {
        if pendingSpace { result.append(" ") }
        pendingSpace = false
        result.append(scalar)
      }
    }
    return String(result)
  }

  /// Without the given scalars, and white space, at both ends.
  func trimming(_ scalars: Set<Unicode.Scalar>) -> String {
    let isDropped = { (scalar: Unicode.Scalar) in scalars.contains(scalar) || scalar.properties.isWhitespace }
    let view = unicodeScalars
    guard let first = view.firstIndex(where: { !isDropped($0) }),
      let last = view.lastIndex(where: { !isDropped($0) })
    else { return "" }
    return String(String.UnicodeScalarView(view[first...last]))
  }

  /// Without the given scalars, and white space, at the end.
  func trimmingEnd(_ scalars: Set<Unicode.Scalar>) -> String {
    let isDropped = { (scalar: Unicode.Scalar) in scalars.contains(scalar) || scalar.properties.isWhitespace }
    guard let last = unicodeScalars.lastIndex(where: { !isDropped($0) }) else { return "" }
    return String(String.UnicodeScalarView(unicodeScalars[...last]))
  }

  /// The pieces between spaces, none empty.
  var words: [Substring] {
    Substring(self).split(omittingEmptySubsequences: true) { $0.isWhitespace }
  }

  /// Whether the text ends like a sentence rather than a name.
  var endsLikeASentence: Bool {
    guard let last = trimming(["\"", "”", "’", ")", "'"]).unicodeScalars.last else { return false }
    return last == "." || last == "…" || last == "!"
  }
}

/// The comparison form of a title: lower case, only letters and digits, words joined by one space.
func comparisonForm(_ title: some StringProtocol) -> String {
  var result = String.UnicodeScalarView()
  var pendingSpace = false
  for scalar in title.lowercased().unicodeScalars {
    if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
      if pendingSpace, !result.isEmpty { result.append(" ") }
      pendingSpace = false
      result.append(scalar)
    } else {
      pendingSpace = true
    }
  }
  return String(result)
}

/// A file-name-safe name for a title: lower case ASCII letters, digits and hyphens (other scripts keep their
/// letters), at most 60 scalars, cut between words.
package func slug(of title: String) -> String {
  let words = comparisonForm(title).split(separator: " ")
  var result = ""
  for word in words {
    let next =
      result.isEmpty ? String(word.unicodeScalars.prefix(60).map(Character.init)) : result + "-" + word
    if next.unicodeScalars.count > 60 { break }
    result = next
  }
  return result.isEmpty ? "untitled" : result
}
