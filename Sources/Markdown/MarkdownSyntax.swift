/// The constructs beyond CommonMark that a parse recognises.
package struct MarkdownSyntax: OptionSet, Sendable, Hashable {
  /// One bit for each construct.
  package let rawValue: UInt8

  /// The constructs whose bits are set.
  package init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Pipe tables (GFM 4.10).
  package static let tables = MarkdownSyntax(rawValue: 1 << 0)
  /// `~one~` and `~~two~~` tildes (GFM 6.5).
  package static let strikethrough = MarkdownSyntax(rawValue: 1 << 1)
  /// `- [ ]` and `- [x]` at the start of a list item (GFM 5.3).
  package static let taskLists = MarkdownSyntax(rawValue: 1 << 2)
  /// Bare `www.`, `http://`, `https://`, `ftp://` and e-mail addresses (GFM 6.9).
  package static let autolinks = MarkdownSyntax(rawValue: 1 << 3)
  /// `[^label]` and `[^label]: text`, as on GitHub.
  package static let footnotes = MarkdownSyntax(rawValue: 1 << 4)
  /// `{{ ... }}` and `{% ... %}` on one line as opaque atoms, as Jekyll replaces them before Markdown is
  /// read.
  package static let liquid = MarkdownSyntax(rawValue: 1 << 5)

  /// CommonMark 0.31.2 and nothing else.
  package static let commonMark: MarkdownSyntax = []
  /// GitHub Flavored Markdown 0.29.
  package static let gfm: MarkdownSyntax = [.tables, .strikethrough, .taskLists, .autolinks]
  /// What a seminar's posts are written in: GitHub's Markdown with footnotes and Liquid.
  package static let post: MarkdownSyntax = [.gfm, .footnotes, .liquid]
}
