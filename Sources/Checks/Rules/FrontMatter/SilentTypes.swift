internal import ReadingsCatalog
internal import FrontMatter
internal import SourceText

/// Values that YAML takes for something else than the text they look like.
enum SilentTypes: PostRule {
  static let boolean = Rule(
    "boolean-word", .warning, .frontMatter, fix: .safe,
    meaning: "a word such as 'no' or 'on' is read as true or false",
    explanation:
      "For Jekyll's YAML the words yes, no, on, off, true and false are truth values, so a tag 'on' becomes 'true'. "
      + "Reported for keys that hold text; put the word in quotes.",
    examples: [
      RuleExample(text("title: ⟦No⟧"), fixed: text("title: 'No'")),
      RuleExample(text("title: Maps\ntags: [atlas, ⟦on⟧]"), fixed: text("title: Maps\ntags: [atlas, 'on']")),
      .sound(text("title: Maps\ntoc: yes")),
    ])

  static let number = Rule(
    "number-loses-digits", .warning, .frontMatter, fix: .safe,
    meaning: "a value is read as a number and loses digits of what is written",
    explanation:
      "'2401.00010' becomes 2401.0001, '007' becomes 7 and '1_000' becomes 1000: fine for amounts, wrong for "
      + "identifiers and versions. Put it in quotes.",
    examples: [
      RuleExample(
        text("title: Maps\narxiv_id: ⟦2401.00010⟧"), fixed: text("title: Maps\narxiv_id: '2401.00010'")),
      RuleExample(text("title: Maps\nlecture: ⟦007⟧"), fixed: text("title: Maps\nlecture: '007'")),
      .sound(text("title: Maps\narxiv_id: 2401.00011\nweight: 10\nlecture: 008")),
    ])

  static let time = Rule(
    "time-as-number", .warning, .frontMatter, fix: .safe,
    meaning: "a time such as '12:30' is read as a number",
    explanation:
      "YAML 1.1, which Jekyll reads, takes '12:30' for a number to the base of 60: 750. Put it in quotes.",
    examples: [RuleExample(text("title: Maps\ntime: ⟦12:30⟧"), fixed: text("title: Maps\ntime: '12:30'"))])

  static let comment = Rule(
    "comment-cuts-value", .warning, .frontMatter, fix: .unsafe,
    meaning: "' #' in a value starts a comment that cuts it",
    explanation:
      "In YAML '#' behind a space starts a comment: 'title: C # rocks' is the title 'C'. Put the value in quotes when "
      + "the text belongs to it. Reported for titles and other text; a comment with a space behind its '#' is taken "
      + "for one where the value is more than a word.",
    examples: [
      RuleExample(text("title: C ⟦# rocks⟧"), fixed: text("title: 'C # rocks'")),
      RuleExample(text("title: Maps in C and ⟦#lang⟧"), fixed: text("title: 'Maps in C and #lang'")),
      .sound(text("title: Maps of the sea  # a working title")),
    ])

  static let null = Rule(
    "null-in-list", .warning, .frontMatter, meaning: "an item of a list is empty or null",
    explanation:
      "The item is no tag here and an empty one on the pages. Take the item out, or put '~' or 'null' in "
      + "quotes when the word is meant.",
    examples: [
      RuleExample(text("title: Maps\ntags: [atlas, ⟦null⟧]")), .sound(text("title: Maps\ntags:\nnotes:")),
    ])

  static let rules = [boolean, number, time, comment, null]

  private static func text(_ lines: String) -> String { "---\n\(lines)\n---\n" }

  /// Keys that hold text, whatever it looks like.
  private static let textKeys: Set<String> = [
    "title", "subtitle", "desc", "description", "term", "lecture", "extraContent", "notes", "video", "tags",
    "tag",
    "categories", "category", "keywords", "authors", "author", "speaker", "venue", "booktitle", "journal",
    "abstract",
    "summary", "excerpt", "paper",
  ]
  private static let listKeys: Set<String> = ["tags", "categories", "keywords", "authors"]

  static func check(_ post: PostContext, _ report: inout PostReport) {
    guard post.matter.block?.format == .yaml else { return }
    for field in post.fields {
      let isText = textKeys.contains(field.key)
      if field.value.kind == .scalar {
        check(field.value, isText: isText, isFlow: false, post, &report)
      }
      for item in field.value.items where item.kind == .scalar {
        check(item, isText: isText, isFlow: field.value.style == .flow, post, &report)
        if listKeys.contains(field.key), item.isNull {
          report.add(
            null, "an item of '\(field.key)' must hold a text", at: item.isAbsent ? item.itemSpan : item.span)
        }
      }
    }
  }

  private static func check(
    _ value: FrontMatterValue, isText: Bool, isFlow: Bool, _ post: PostContext, _ report: inout PostReport
  ) {
    guard value.style == .plain, !value.span.isEmpty, value.tag == nil else { return }
    if isText { checkComment(value, isFlow: isFlow, post, &report) }
    let bytes = post.slice(value.span)
    guard bytes.count <= 40, mayBeNumber(bytes) || isText && bytes.count <= 5,
      let resolved = value.resolved(by: .jekyll)
    else { return }
    let written = String(decoding: bytes, as: UTF8.self)
    func fix() -> Diagnostic.Fix {
      Diagnostic.Fix("quote the value", edits: [TextEdit(value.span, "'\(written)'")])
    }
    switch resolved {
    case .bool(let truth) where isText:
      report.add(
        boolean, "'\(written)' is read as \(truth); a word must be quoted", at: value.span, fix: fix())
    case .int(let read):
      if bytes.contains(UInt8(ascii: ":")) {
        report.add(time, "'\(written)' is read as the number \(read)", at: value.span, fix: fix())
      } else if "\(read)" != written, "+\(read)" != written {
        report.add(number, "'\(written)' is read as the number \(read)", at: value.span, fix: fix())
      }
    case .float(let read) where losesDigits(bytes):
      report.add(number, "'\(written)' is read as the number \(read)", at: value.span, fix: fix())
    default: break
    }
  }

  /// Whether a scalar begins as numbers do, or as an alias of one; words that are read as something else are short.
  private static func mayBeNumber(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard let first = bytes.first else { return false }
    return first < UInt8(ascii: "A") && "0123456789+-.*".utf8.contains(first)
  }

  /// Whether the text of a number has digits that the number does not give back.
  private static func losesDigits(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard let point = bytes.firstIndex(of: UInt8(ascii: ".")) else {
      return bytes.allSatisfy { $0.isAlphanumeric }
    }
    let fraction = bytes[(point + 1)...]
    return (fraction.count > 1 && fraction.last == UInt8(ascii: "0")) || bytes.contains(UInt8(ascii: "_"))
      || fraction.count + (point - bytes.startIndex) > 16
  }

  private static func checkComment(
    _ value: FrontMatterValue, isFlow: Bool, _ post: PostContext, _ report: inout PostReport
  ) {
    guard !isFlow else { return }
    let line = post.lines.contentSpan(ofLine: post.lines.line(at: value.span.upperBound))
    var start = value.span.upperBound
    while start < line.upperBound, post.bytes[start].isSpaceOrTab { start += 1 }
    guard start > value.span.upperBound, start < line.upperBound, post.bytes[start] == UInt8(ascii: "#")
    else {
      return
    }
    var end = line.upperBound
    while post.bytes[end - 1].isSpaceOrTab { end -= 1 }
    let tail = post.bytes[start..<end]
    let isAdjoining = start == value.span.upperBound + 1
    let isHash =
      tail.count > 1 && !tail[tail.startIndex + 1].isSpaceOrTab
      && tail[tail.startIndex + 1] != UInt8(ascii: "#")
    let isWord = !post.slice(value.span).contains(where: \.isSpaceOrTab)
    guard isAdjoining, isHash || isWord, !tail.starts(with: "# readings:".utf8), tail.count > 1 else {
      return
    }
    let whole = SourceSpan(value.span.lowerBound, end)
    let text = String(decoding: post.slice(whole), as: UTF8.self)
    report.add(
      comment,
      "'#' behind a space starts a comment; the value is only '\(ShownText.cut(post.slice(value.span)))'",
      at: SourceSpan(start, end),
      fix: Diagnostic.Fix(
        "quote the whole value", edits: [TextEdit(whole, YAMLScalarEncoder.encode(text, context: .block))]))
  }
}
