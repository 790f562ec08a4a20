/// Plain text written so that Markdown, and the Liquid that Jekyll runs before it, give it back as it is.
enum MarkdownEscape {
  /// Whether the text can be tried as it is: nothing in it is HTML, or would be run as Liquid.
  static func isHarmless(_ text: String) -> Bool {
    !text.contains("<") && !text.contains("{{") && !text.contains("{%")
  }

  /// The text with backslashes before what Markdown could take for its own.
  static func escaped(_ text: String) -> String {
    var result = ""
    for (index, character) in text.enumerated() {
      let begins = index == 0 && "#+-=:".contains(character)
      if begins || "\\`*_[]<>{}|~&".contains(character) { result += "\\" }
      result.append(character)
    }
    return escapingNumber(result)
  }

  /// The address as the target of a link.
  static func target(_ url: String) -> String {
    url.contains { "() <>".contains($0) } ? "<\(url)>" : url
  }

  /// `2. Title` would begin a numbered list.
  private static func escapingNumber(_ text: String) -> String {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    guard !digits.isEmpty, let sign = text.dropFirst(digits.count).first, sign == "." || sign == ")" else {
      return text
    }
    return String(digits) + "\\" + text.dropFirst(digits.count)
  }
}
