/// A work's name in a registry, normalised when made so that equal works compare equal.
package struct Identifier: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The registries that are recognised, strongest first: the first kind that a reading has gives its key.
  package enum Scheme: String, Sendable, Hashable, CaseIterable {
    case arxiv
    case doi
    case openReview = "openreview"
    case acl
    case pmlr
  }

  /// The registry.
  package let scheme: Scheme
  /// arXiv: without version (`2205.14135`, `cs/0112017`); DOI: bare and in lower case; OpenReview: the forum id;
  /// ACL Anthology: the paper id (`2020.acl-main.463`); PMLR: volume and paper (`v48/zaremba16`).
  package let value: String

  /// Takes a value that is normalised already, as ``IdentifierScanner`` gives it.
  package init(_ scheme: Scheme, _ value: String) {
    self.scheme = scheme
    self.value = value
  }

  package var description: String { "\(scheme.rawValue):\(value)" }

  package static func < (left: Identifier, right: Identifier) -> Bool {
    let ranks = Scheme.allCases
    let leftRank = ranks.firstIndex(of: left.scheme) ?? 0
    let rightRank = ranks.firstIndex(of: right.scheme) ?? 0
    return (leftRank, left.value) < (rightRank, right.value)
  }
}
