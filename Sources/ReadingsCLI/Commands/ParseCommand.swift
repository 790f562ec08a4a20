internal import FrontMatter
internal import Markdown
internal import ReadingsCatalog
internal import SourceText

/// `readings parse --to FORM FILE`
enum ParseCommand {
  static let specification = CommandSpecification(
    "parse", meaning: "show what the parsers make of one file",
    discussion: [
      "html is the text rendered: raw HTML is escaped, except for harmless tags, unless --unsafe-html is given. "
        + "tree has one line for each block and inline with its span, as 0-based byte offsets into the file. "
        + "Both skip the front matter of a post; with --syntax gfm or commonmark the whole input is Markdown.",
      "front-matter is the front matter as JSON, typed as Jekyll types it: null without front matter. yaml-json "
        + "reads a bare YAML stream and writes each document as JSON on a line of its own.",
      "FILE is '-' for the standard input. The status is 1 when YAML or front matter has errors.",
    ],
    positionals: [.init(name: "FILE", kind: .file, isRequired: true)],
    options: [.to, .syntax, .unsafeHTML],
    examples: [
      .init("readings parse --to html post.md", "the page that a post becomes"),
      .init("readings parse --to tree post.md", "its blocks and inlines, and where they stand"),
      .init("readings parse --to front-matter post.md", "its front matter as JSON"),
      .init("readings parse --to html --syntax commonmark -", "CommonMark from the standard input"),
      .init("readings parse --to yaml-json data.yml", "a YAML stream as JSON"),
    ],
    run: { (invocation) throws(CommandFailure) in try run(invocation) })

  private static func run(_ invocation: Invocation) throws(CommandFailure) -> ExitStatus {
    let target = try target(invocation.arguments)
    let file = try read(invocation)
    let console = invocation.console
    switch target {
    case .html:
      let renderer = HTMLRenderer(isUnsafe: invocation.arguments.has(.unsafeHTML))
      console.output.writeText(renderer.render(document(file, invocation.arguments)))
      return .done
    case .tree:
      console.output.writeText(Array(document(file, invocation.arguments).treeDump().utf8))
      return .done
    case .yamlJSON:
      return write(.stream(file.bytes), of: file, console)
    case .frontMatter:
      return write(.frontMatter(file.bytes), of: file, console)
    }
  }

  /// The form to write, once the options are known to fit it.
  private static func target(_ arguments: ParsedArguments) throws(CommandFailure) -> ParseTarget {
    guard let target = arguments.value(.to).flatMap({ ParseTarget(rawValue: $0) }) else {
      let forms = ParseTarget.allCases.map(\.rawValue).joined(separator: ", ")
      throw CommandFailure("'parse' needs '--to' with one of \(forms)")
    }
    if arguments.has(.syntax), !target.isMarkdown {
      throw CommandFailure("'--syntax' needs '--to html' or '--to tree'")
    }
    if arguments.has(.unsafeHTML), target != .html {
      throw CommandFailure("'--unsafe-html' needs '--to html'")
    }
    return target
  }

  private static func read(_ invocation: Invocation) throws(CommandFailure) -> SourceFile {
    let path = invocation.arguments.positionals.first ?? "-"
    do throws(ReadFailure) {
      if path == "-" { return SourceFile(path: "<stdin>", bytes: try invocation.console.input()) }
      return SourceFile(path: path, bytes: try FileBytes.contents(of: path))
    } catch {
      if error.isMissing { throw CommandFailure("there is no file '\(path)'") }
      throw CommandFailure("cannot read '\(path)': \(error.reason)")
    }
  }

  private static func document(_ file: SourceFile, _ arguments: ParsedArguments) -> Document {
    switch arguments.choice(.syntax, or: ParseSyntax.post) {
    case .post:
      let body = FrontMatter(parsing: file.bytes).body
      return Document(parsing: file.bytes, in: body.range, syntax: .post)
    case .gfm:
      return Document(parsing: file.bytes, syntax: [.gfm, .footnotes])
    case .commonmark:
      return Document(parsing: file.bytes, syntax: .commonMark)
    }
  }

  private static func write(_ values: JSONValues, of file: SourceFile, _ console: Console) -> ExitStatus {
    for value in values.texts { console.output.writeText(value + [0x0A]) }
    // On a terminal both streams are one page, and what is said of the values comes after them.
    console.output.flush()
    let problems = values.diagnostics.map { CatalogProblem(file: file, diagnostic: $0) }
    console.errors.write(DiagnosticPrinter(width: console.width).lines(for: problems))
    return values.diagnostics.contains { $0.severity == .error } ? .findings : .done
  }
}
