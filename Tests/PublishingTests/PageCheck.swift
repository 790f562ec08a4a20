import Foundation

/// What stands in a page between `<` and `>`, and what is wrong with it for a page that shows other people's text.
struct PageCheck {
  struct Tag {
    let name: String
    let attributes: [(name: String, value: String)]
  }

  /// Start tags in order; the contents of comments do not count.
  let tags: [Tag]

  /// Elements that the program writes itself.
  private static let elements: Set<String> = [
    "html", "head", "meta", "title", "link", "script", "style", "body", "header", "nav", "main", "footer",
    "section",
    "article", "aside", "h1", "h2", "h3", "h4", "h5", "h6", "p", "a", "ul", "ol", "li", "dl", "dt", "dd",
    "div", "span",
    "small", "strong", "em", "del", "b", "i", "u", "br", "hr", "code", "pre", "table", "thead", "tbody", "tr",
    "th",
    "td", "details", "summary", "time", "form", "label", "input", "figure", "figcaption", "svg", "desc",
    "line", "rect",
    "circle", "text", "path", "noscript", "img", "sub", "sup", "blockquote", "cite", "q", "s", "kbd", "mark",
    "samp",
    "var", "ins",
  ]
  private static let scripts: Set<String> = ["site.js", "search.js", "search-data.js"]

  init(_ page: String) {
    // Pieces between '<' and '>' by one split, since a page is long and its tags are short.
    tags = page.utf8.split(separator: UInt8(ascii: "<")).dropFirst(page.hasPrefix("<") ? 0 : 1).compactMap {
      piece in
      let bytes = Array(piece.prefix { $0 != UInt8(ascii: ">") })
      return bytes.first.map(PageCheck.isLetter) == true ? PageCheck.tag(bytes) : nil
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  /// A start tag without its angle brackets.
  private static func tag(_ bytes: [UInt8]) -> Tag {
    var index = 0
    func scan(while condition: (UInt8) -> Bool) -> String {
      let start = index
      while index < bytes.count, condition(bytes[index]) { index += 1 }
      return String(decoding: bytes[start..<index], as: UTF8.self)
    }
    let name = scan { isLetter($0) || (0x30...0x39).contains($0) || $0 == 0x2D }.lowercased()
    var attributes: [(String, String)] = []
    while index < bytes.count {
      if bytes[index] <= 0x20 || bytes[index] == 0x2F {
        index += 1
        continue
      }
      let attribute = scan { $0 > 0x20 && $0 != 0x3D && $0 != 0x2F }.lowercased()
      guard index < bytes.count, bytes[index] == 0x3D else {
        attributes.append((attribute, ""))
        if attribute.isEmpty { index += 1 }
        continue
      }
      index += 1
      guard index < bytes.count, bytes[index] == 0x22 else {
        attributes.append((attribute, "unquoted"))
        continue
      }
      index += 1
      attributes.append((attribute, decoded(scan { $0 != 0x22 })))
      index += 1
    }
    return Tag(name: name, attributes: attributes)
  }

  /// The values of an attribute in order.
  func values(of attribute: String) -> [String] {
    tags.flatMap { tag in tag.attributes.filter { $0.name == attribute }.map(\.value) }
  }

  /// What could run, load or send something.
  var dangers: [String] {
    tags.flatMap { tag -> [String] in
      var found: [String] = []
      if !PageCheck.elements.contains(tag.name) { found.append("<\(tag.name)>") }
      let source = tag.attributes.first { $0.name == "src" }?.value
      if tag.name == "script",
        !PageCheck.scripts.contains(source?.split(separator: "/").last.map(String.init) ?? "")
      {
        found.append("<script src=\(source ?? "nothing")>")
      }
      for (name, value) in tag.attributes {
        if name.hasPrefix("on") || name == "style" || name == "srcdoc" || value == "unquoted" {
          found.append("\(tag.name) \(name)=\(value)")
        }
        if ["href", "src", "action", "formaction", "xlink:href"].contains(name), !PageCheck.isHarmless(value)
        {
          found.append("\(tag.name) \(name)=\(value)")
        }
      }
      return found
    }
  }

  private static func isHarmless(_ address: String) -> Bool {
    let scheme = address.unicodeScalars.filter { $0.value > 0x20 }.prefix {
      !"/?#".unicodeScalars.contains($0)
    }
    guard let colon = scheme.firstIndex(of: ":") else { return true }
    let name = String(String.UnicodeScalarView(scheme[..<colon])).lowercased()
    return ["http", "https", "mailto"].contains(name)
  }

  static func decoded(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
    return text.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
      .replacing("&#x27;", with: "'").replacing("&amp;", with: "&")
  }
}
