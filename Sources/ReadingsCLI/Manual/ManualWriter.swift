/// Writes the mdoc language (mdoc(7)): a line for each macro, text escaped and a sentence a line.
struct ManualWriter {
  /// The page so far.
  private(set) var text = ""
  private static let lineLength = 76

  /// A macro line; the arguments are macros and words of the page's own.
  mutating func macro(_ line: String) {
    text += "." + line + "\n"
  }

  /// A macro line whose last argument is one text, whatever is in it.
  mutating func macro(_ line: String, text argument: String) {
    // A sign at its end would be taken for punctuation around it.
    let end = argument.last.map { ".,:;)]?!".contains($0) } == true ? "\\&" : ""
    macro("\(line) \"\(ManualWriter.escaped(argument))\(end)\"")
  }

  /// Running text.
  mutating func paragraph(_ paragraph: String) {
    for sentence in ManualWriter.sentences(paragraph) {
      var line = ""
      for word in sentence.split(separator: " ").map({ ManualWriter.escaped(String($0)) }) {
        if !line.isEmpty, line.count + 1 + word.count > ManualWriter.lineLength {
          write(line)
          line = ""
        }
        line += line.isEmpty ? word : " " + word
      }
      write(line)
    }
  }

  /// Lines that are shown as they are.
  mutating func literal(_ lines: [String]) {
    macro("Bd -literal -offset indent")
    for line in lines { write(ManualWriter.escaped(line)) }
    macro("Ed")
  }

  private mutating func write(_ line: String) {
    text += (line.hasPrefix(".") ? "\\&" : "") + line + "\n"
  }

  /// A text without meaning to roff; ASCII signs that it would set as others keep their form (groff_char(7)).
  static func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "\\": result += "\\e"
      case "-": result += "\\-"
      case "'": result += "\\(aq"
      case "\"": result += "\\(dq"
      case "`": result += "\\(ga"
      case "^": result += "\\(ha"
      case "~": result += "\\(ti"
      default: result.append(character)
      }
    }
    return result
  }

  /// The sentences of a text, since roff wants each to start a line.
  private static func sentences(_ text: String) -> [String] {
    var sentences: [String] = []
    var sentence = ""
    var endsSentence = false
    for word in text.split(separator: " ") {
      if endsSentence, word.first?.isLowercase != true {
        sentences.append(sentence)
        sentence = ""
      }
      sentence += sentence.isEmpty ? word : " " + word
      endsSentence = word.hasSuffix(".") || word.hasSuffix("?") || word.hasSuffix("!")
    }
    if !sentence.isEmpty { sentences.append(sentence) }
    return sentences
  }
}
