internal import FrontMatter
internal import SourceText

/// Writes a tag as a scalar of the front matter.
struct TagEncoder {
  let isTOML: Bool

  /// A tag on its own, quoted only where the language asks for it.
  func encode(_ tag: String, _ context: YAMLScalarEncoder.Context) -> String {
    isTOML ? TagEncoder.doubleQuoted(tag) : YAMLScalarEncoder.encode(tag, context: context)
  }

  /// A tag in the place of another, in quotes of the same kind where those of the other were its author's choice.
  func encode(_ tag: String, replacing old: FrontMatterValue, _ context: YAMLScalarEncoder.Context)
    throws(TagRefusal) -> String
  {
    let isPrintable = YAMLScalarEncoder.encode(tag, context: .flow).utf8.first != 0x22
    switch old.style {
    case .doubleQuoted where isPrintable: return TagEncoder.doubleQuoted(tag)
    case .singleQuoted where isTOML && isPrintable && !tag.utf8.contains(0x27): return "'\(tag)'"
    case .singleQuoted where !isTOML && isPrintable:
      // Quotes that the old text needed say nothing of the new one.
      let text = old.text ?? ""
      let needed = YAMLScalarEncoder.encode(text, context: context) != text
      return needed ? encode(tag, context) : TagEncoder.singleQuoted(tag)
    case .literal, .folded: throw TagRefusal("the tag is a text of several lines")
    default: return encode(tag, context)
    }
  }

  private static func singleQuoted(_ text: String) -> String {
    var result = "'"
    for scalar in text.unicodeScalars {
      result.unicodeScalars.append(scalar)
      if scalar == "'" { result.unicodeScalars.append(scalar) }
    }
    return result + "'"
  }

  /// The same in YAML and TOML, for text without control characters.
  private static func doubleQuoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      if scalar == "\"" || scalar == "\\" { result += "\\" }
      result.unicodeScalars.append(scalar)
    }
    return result + "\""
  }
}
