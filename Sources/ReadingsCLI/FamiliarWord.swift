/// A word that people try as a command, because another program has a command of that name or what they want is
/// called so.
enum FamiliarWord {
  /// The command line that does what the word says, without the program's name; nil for a word that nobody tries.
  static func commandLine(for word: String) -> String? {
    switch word.lowercased() {
    case "ls", "readings": "list"
    case "sessions", "lectures", "posts": "list --sessions"
    case "papers": "list --unique"
    case "authors": "list --group-by author"
    case "find", "grep", "query", "lookup": "search WORD..."
    case "view", "open", "cat", "info": "show KEY"
    case "dups", "dupes", "dedupe", "repeats": "duplicates"
    case "create", "post": "new TITLE..."
    case "rename": "tag rename OLD NEW"
    case "untag": "tag remove TAG..."
    case "revert", "restore": "undo"
    case "lint", "validate", "verify": "check"
    case "fix", "repair": "check --fix"
    case "publish", "build", "html", "web", "website": "site --output DIR"
    case "page": "index --by FIELD"
    case "bibtex", "bib", "bibliography": "export --format bibtex"
    case "json": "export"
    case "settings", "configuration": "config"
    case "man": "manual"
    case "version": "--version"
    default: nil
    }
  }
}
