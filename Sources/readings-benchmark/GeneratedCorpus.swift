internal import SourceText

extension Corpus {
  /// Posts of made-up readings, 5 MB together; the same bytes in every call.
  static var generated: Corpus {
    var writer = PostWriter()
    var files: [SourceFile] = []
    var byteCount = 0
    while byteCount < 5_000_000 {
      let file = SourceFile(path: "post-\(files.count).md", text: writer.post(files.count))
      byteCount += file.bytes.count
      files.append(file)
    }
    return Corpus(files: files)
  }
}

/// Writes one post after the other from a stream of numbers.
private struct PostWriter {
  private var words = WordSource()

  mutating func post(_ number: Int) -> String {
    let year = 2010 + number % 15
    let (month, day) = (words.number(10...12), words.number(10...28))
    var text = """
      ---
      layout: post
      title: \(words.title(3...6))
      desc: W\(number % 14 + 1)
      date: \(year)-\(month)-\(day)
      term: \(year)-fall
      tags: [ \(words.capitalized()), \(words.capitalized()), \(words.capitalized()) ]
      categories:
        - \(words.word())
        - "\(words.title(2...2))"
      lecture: "L\(number)-\(words.word())"
      ---


      """
    for section in ["Required Readings:", "More Readings:", "Notes"] {
      text += "## \(section)\n\n"
      for _ in 0..<words.number(1...4) {
        text += section == "Notes" ? notes() : entry()
      }
    }
    return text
  }

  private mutating func entry() -> String {
    let authors = (0..<words.number(1...6)).map { _ in words.capitalized() + " " + words.capitalized() }
    let identifier = "\(words.number(1001...2412)).\(words.number(10000...19999))"
    var text = "### \(words.title(4...12))\n"
    text += "+ \(authors.joined(separator: ", "))\n"
    text += "+ Paper: [\(identifier)](https://arxiv.org/abs/\(identifier))\n"
    text += "+ https://github.com/\(words.word())/\(words.word())\n"
    return text + "+ \(paragraph(sentences: 3...7))\n\n"
  }

  private mutating func notes() -> String {
    switch words.number(0...5) {
    case 0:
      return
        "```python\nfor \(words.word()) in range(\(words.number(2...99))):\n    \(words.word())()\n```\n\n"
    case 1:
      let rows = (0..<4).map { _ in "| \(words.word()) | `\(words.word())` | \(words.number(1...999)) |\n" }
      return "| Name | Value | Count |\n|:---|---|---:|\n" + rows.joined() + "\n"
    case 2:
      return "> \(paragraph(sentences: 1...3))\n> \(words.sentence())\n\n"
    case 3:
      let items = (1...4).map { "\($0). \(words.sentence())\n   - \(words.sentence())\n" }
      return items.joined() + "\n"
    default:
      return paragraph(sentences: 2...6) + "\n\n"
    }
  }

  /// Prose with some markup in it, broken into lines.
  private mutating func paragraph(sentences: ClosedRange<Int>) -> String {
    (0..<words.number(sentences)).map { _ in
      switch words.number(0...9) {
      case 0:
        "See [\(words.title(2...4))](https://\(words.word()).example/\(words.word())). \(words.sentence())"
      case 1: "*\(words.capitalized()) \(words.word())* and **\(words.word())**: \(words.sentence())"
      case 2:
        "With `\(words.word())_\(words.word())` it is \(words.number(2...90))\\% &amp; more. \(words.sentence())"
      default: words.sentence()
      }
    }.joined(separator: words.number(0...2) == 0 ? "\n" : " ")
  }
}
