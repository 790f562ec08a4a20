internal import FrontMatter
internal import ReadingsCatalog
internal import SourceText

/// A rule, or a family of closely alike ones, that looks at all posts together.
protocol LibraryRule: SendableMetatype {
  /// In the order of the documentation.
  static var rules: [Rule] { get }
  /// Reports what the rules find in a library.
  static func check(_ library: LibraryContext, _ report: inout LibraryFindings)
}

/// All that rules ask of a library once its posts have been judged one by one.
struct LibraryContext: Sendable {
  /// One file with its sessions and front matter.
  struct Post: Sendable {
    let file: SourceFile
    let matter: FrontMatter
    let sessions: [Session]

    /// The path up to the last `/`; empty at the top of the library.
    var folder: Substring {
      slash.map { file.path[..<$0] } ?? ""
    }

    /// The path behind the last `/`.
    var name: Substring {
      slash.map { file.path[file.path.utf8.index(after: $0)...] } ?? file.path[...]
    }

    private var slash: String.Index? { file.path.utf8.lastIndex(of: UInt8(ascii: "/")) }
  }

  /// Files that hold sessions, by path.
  let posts: [Post]
  /// Files with front matter that hold none, by path.
  let others: [Post]
  let configuration: LibraryConfiguration
  let source: any LibrarySource
}

/// What the library rules found.
struct LibraryFindings {
  private(set) var findings: [Finding] = []
  private let levels: RuleLevels

  init(_ levels: RuleLevels) {
    self.levels = levels
  }

  /// Whether findings of a rule are of any use.
  func isOn(_ rule: Rule) -> Bool { levels[rule.id] != .off }

  /// Adds a finding, unless its rule is off.
  mutating func add(
    _ rule: Rule, _ message: @autoclosure () -> String, in file: SourceFile, at span: SourceSpan,
    related: @autoclosure () -> [Finding.Related] = [], fix: @autoclosure () -> Diagnostic.Fix? = nil
  ) {
    guard let severity = levels.severity(of: rule.id) else { return }
    let related = related()
    let notes = related.filter { $0.file.path == file.path }.map { Diagnostic.Note($0.message, at: $0.span) }
    findings.append(
      Finding(
        in: file, Diagnostic(severity, rule.id, message(), at: span, notes: notes, fix: fix()),
        related: related.filter { $0.file.path != file.path }))
  }
}
