internal import FrontMatter

/// What somebody says of some papers: that they are one, or that they are not.
package struct PaperVerdict: Sendable, Hashable {
  /// What is said; the raw value is the list of `readings.yml` that keeps it.
  package enum Kind: String, Sendable {
    case same, distinct
  }

  package let kind: Kind
  /// At least two keys of papers.
  package let keys: [String]

  /// A verdict on two keys or more.
  package init(_ kind: Kind, _ keys: [String]) {
    self.kind = kind
    self.keys = keys
  }

  /// The keys as one item of a list, in YAML: `[2205.14135, flash-attention]`.
  package var item: String {
    "[\(keys.map { YAMLScalarEncoder.encode($0, context: .flow) }.joined(separator: ", "))]"
  }
}
