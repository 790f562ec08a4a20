extension ReadingKind {
  /// What a link leads to, judged by host and path alone: `.paper` at a publisher or archive, `.software` at a host of
  /// code. Nil when they do not tell.
  package init?(ofLink url: String) {
    guard let kind = KindClassifier.kind(ofURL: ByteText(url)) else { return nil }
    self = kind
  }
}
