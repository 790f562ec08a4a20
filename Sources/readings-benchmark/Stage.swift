internal import FrontMatter
internal import Markdown
internal import ReadingsCatalog
internal import SourceText

/// One thing that is measured, from bytes to a result that is thrown away.
struct Stage: Sendable {
  /// As the report names it, kebab-case.
  let name: String
  let meaning: String
  /// The bytes of a file that the stage reads.
  private let part: @Sendable (CorpusFile) -> Int
  /// Does the work on one file and returns a count that depends on all of it, so that none is optimised away.
  private let work: @Sendable (CorpusFile) -> Int

  static let all: [Stage] = [
    Stage(name: "front-matter", meaning: "fences and YAML", part: { $0.body.lowerBound }) { file in
      FrontMatter(parsing: file.source.bytes).tree.nodes.count
    },
    Stage(name: "blocks", meaning: "Markdown, blocks only", part: { $0.body.count }) { file in
      file.document.blocks.count
    },
    Stage(name: "inlines", meaning: "Markdown, blocks and inlines", part: { $0.body.count }) { file in
      let document = file.document
      return document.blocks.indices.reduce(document.blocks.count) { count, index in
        document.blocks[index].kind.hasInlines ? count + document.inlines(of: index).nodes.count : count
      }
    },
    Stage(name: "html", meaning: "Markdown to HTML", part: { $0.body.count }) { file in
      HTMLRenderer().render(file.document).count
    },
    Stage(name: "posts", meaning: "posts to readings", part: { $0.source.bytes.count }) { file in
      let sessions = PostReader(readsPlainMarkdown: true).read(file.source).sessions
      return sessions.reduce(0) { $0 + 1 + $1.readings.count }
    },
  ]

  /// Runs the stage on all files, once to warm up and then `runs` times; nil when there is nothing for it to read.
  func measure(_ corpus: Corpus, runs: Int) -> Measurement? {
    let byteCount = corpus.files.reduce(0) { $0 + part($1) }
    guard byteCount > 0 else { return nil }
    let resultCount = corpus.files.reduce(0) { $0 + work($1) }
    let seconds = (0..<runs).map { _ in
      Measurement.seconds {
        let count = corpus.files.reduce(0) { $0 + work($1) }
        precondition(count == resultCount, "a stage must do the same work in every run")
      }
    }
    return Measurement(
      name: name, meaning: meaning, byteCount: byteCount, resultCount: resultCount, seconds: seconds.sorted())
  }
}

extension CorpusFile {
  /// The body parsed into blocks, anew each time.
  fileprivate var document: Document { Document(parsing: source.bytes, in: body) }
}
