/// A line with places for fields: `{title} ({year}) <{url}>`.
///
/// `{{` and `}}` stand for braces, `\n` and `\t` for a line feed and a tab.
package struct Template<Element: Sendable>: Sendable {
  /// Why a text is no template.
  package enum Failure: Error, Hashable {
    /// A brace at a 1-based column, in characters, that is never closed.
    case unclosedBrace(column: Int)
    case unknownField(name: String)
  }

  private enum Part: Sendable {
    case text(String)
    case field(ListedField<Element>)
  }

  private let parts: [Part]

  /// Reads a template whose fields are those of `catalog`.
  package init(parsing text: String, fields catalog: FieldCatalog<Element>) throws(Failure) {
    let characters = Array(text)
    var parts: [Part] = []
    var literal = ""
    var index = 0
    while index < characters.count {
      let character = characters[index]
      let next = index + 1 < characters.count ? characters[index + 1] : nil
      index += 1
      switch (character, next) {
      case ("{", "{"), ("}", "}"), ("\\", "\\"): literal.append(character)
      case ("\\", "n"): literal.append("\n")
      case ("\\", "t"): literal.append("\t")
      case ("{", _):
        guard let end = characters[index...].firstIndex(of: "}") else { throw .unclosedBrace(column: index) }
        let name = String(characters[index..<end])
        guard let field = try? catalog.field(named: name) else { throw .unknownField(name: name) }
        parts += [.text(literal), .field(field)]
        literal = ""
        index = end
      default:
        literal.append(character)
        continue
      }
      index += 1
    }
    self.parts = parts + [.text(literal)]
  }

  /// The template filled in for each element, each followed by a line feed; absent values are empty.
  package func text(for elements: [Element]) -> [UInt8] {
    var bytes: [UInt8] = []
    for element in elements {
      for part in parts {
        switch part {
        case .text(let text): bytes += text.utf8
        case .field(let field): bytes += field.value(element).line.utf8
        }
      }
      bytes.append(0x0A)
    }
    return bytes
  }
}
