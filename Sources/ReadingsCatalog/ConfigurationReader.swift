internal import FrontMatter
internal import SourceText

/// Turns the YAML of `readings.yml` into a ``LibraryConfiguration``.
struct ConfigurationReader {
  private(set) var configuration = LibraryConfiguration()

  mutating func read(_ file: SourceFile) {
    configuration.file = file
    let matter = FrontMatter(parsingYAMLFile: file.bytes)
    configuration.diagnostics = matter.diagnostics
    guard let root = matter.root, !root.isNull else { return }
    for (key, value) in root.entries {
      switch key.text {
      case "site": readSite(value)
      case "roles": readRoles(value)
      case "check": readCheck(value)
      case "papers": readPapers(value)
      default: reportUnknown(key, in: nil, known: ["site", "roles", "check", "papers"])
      }
    }
  }

  private mutating func readSite(_ section: FrontMatterValue) {
    for (key, value) in entries(of: section, named: "site") {
      guard ["title", "url", "description", "author"].contains(key.text ?? "") else {
        reportUnknown(key, in: "site", known: ["title", "url", "description", "author"])
        continue
      }
      guard let name = key.text, let text = text(of: value, named: "site.\(name)") else { continue }
      switch name {
      case "title": configuration.siteTitle = text
      case "url": configuration.siteURL = ByteText(text).trimmingEnd("/").string
      case "description": configuration.siteDescription = text
      default: configuration.siteAuthor = text
      }
    }
  }

  private mutating func readRoles(_ section: FrontMatterValue) {
    for (key, value) in entries(of: section, named: "roles") {
      let roles = ReadingRole.allCases.filter { $0 != .unspecified }
      guard let role = roles.first(where: { $0.rawValue == key.text }) else {
        reportUnknown(key, in: "roles", known: roles.map(\.rawValue))
        continue
      }
      for words in list(of: value, named: "roles.\(role.rawValue)") {
        configuration.roleWords.append(.init(role: role, words: words))
      }
    }
  }

  private mutating func readCheck(_ section: FrontMatterValue) {
    for (key, value) in entries(of: section, named: "check") {
      switch key.text {
      case "rules": readRules(value)
      case "known-keys": configuration.knownKeys += list(of: value, named: "check.known-keys")
      default: reportUnknown(key, in: "check", known: ["rules", "known-keys"])
      }
    }
  }

  private mutating func readRules(_ section: FrontMatterValue) {
    let levels = LibraryConfiguration.RuleLevel.allCases
    for (key, value) in entries(of: section, named: "check.rules") {
      guard let rule = key.text else { continue }
      guard let level = levels.first(where: { $0.rawValue == value.text }) else {
        let words = levels.map { "'\($0.rawValue)'" }.joined(separator: ", ")
        report("bad-setting", "the level of a rule must be one of \(words)", value)
        continue
      }
      configuration.ruleSettings.append(.init(rule: rule, level: level, span: key.span))
      add("check.rules.\(rule)", level.rawValue, value)
    }
  }

  private mutating func readPapers(_ section: FrontMatterValue) {
    for (key, value) in entries(of: section, named: "papers") {
      switch key.text {
      case "same": configuration.sameWorks += groups(of: value, named: "papers.same")
      case "distinct": configuration.distinctWorks += groups(of: value, named: "papers.distinct")
      default: reportUnknown(key, in: "papers", known: ["same", "distinct"])
      }
    }
  }

  // MARK: Values

  /// The entries of a section; none, and a diagnostic unless nothing is written, when it is no mapping.
  private mutating func entries(
    of section: FrontMatterValue, named name: String
  ) -> [(key: FrontMatterValue, value: FrontMatterValue)] {
    if section.kind != .mapping, !section.isNull {
      report("bad-setting", "'\(name)' must hold settings of its own, indented below it", section)
    }
    return section.entries
  }

  private mutating func text(of value: FrontMatterValue, named name: String) -> String? {
    if value.isNull { return nil }
    guard let text = value.byteText?.collapsingWhitespace.string, !text.isEmpty else {
      report("bad-setting", "'\(name)' must be a text", value)
      return nil
    }
    guard !name.hasSuffix(".url") || text.hasPrefix("https://") || text.hasPrefix("http://") else {
      report("bad-setting", "'\(name)' must start with 'https://' or 'http://'", value)
      return nil
    }
    add(name, text, value)
    return text
  }

  /// The texts of a list; a text alone counts as a list of one.
  private mutating func list(of value: FrontMatterValue, named name: String) -> [String] {
    if value.isNull { return [] }
    let items = value.kind == .sequence ? value.items : [value]
    let texts = items.compactMap { $0.byteText?.collapsingWhitespace.string }.filter { !$0.isEmpty }
    if texts.count < items.count { report("bad-setting", "'\(name)' must be a list of texts", value) }
    if !texts.isEmpty { add(name, texts.joined(separator: ", "), value) }
    return texts
  }

  /// Lists of keys, two or more each.
  private mutating func groups(of value: FrontMatterValue, named name: String) -> [[String]] {
    if value.kind != .sequence, !value.isNull {
      report("bad-setting", "'\(name)' must be a list of lists of keys: '- [KEY, KEY]'", value)
    }
    var groups: [[String]] = []
    for item in value.items {
      let keys = item.items.compactMap { $0.byteText?.collapsingWhitespace.string }.filter { !$0.isEmpty }
      guard item.kind == .sequence, keys.count == item.items.count, keys.count >= 2 else {
        report("bad-setting", "'\(name)' takes two keys or more in each item: '- [KEY, KEY]'", item)
        continue
      }
      groups.append(keys)
      add(name, keys.joined(separator: ", "), item)
    }
    return groups
  }

  private mutating func add(_ name: String, _ value: String, _ node: FrontMatterValue) {
    configuration.settings.append(.init(name: name, value: value, span: node.span))
  }

  // MARK: Problems

  private mutating func report(_ id: String, _ message: String, _ value: FrontMatterValue) {
    configuration.diagnostics.append(Diagnostic(.warning, id, message, at: value.span))
  }

  private mutating func reportUnknown(_ key: FrontMatterValue, in section: String?, known: [String]) {
    let place = section.map { "'\($0)'" } ?? LibraryConfiguration.fileName
    let list = known.map { "'\($0)'" }.joined(separator: ", ")
    report("unknown-setting", "unknown setting '\(key.text ?? "")'; \(place) takes \(list)", key)
  }
}
