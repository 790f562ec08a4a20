internal import ReadingsCatalog
internal import ReadingsQuery

/// The options that say which readings, as a filter: several of one option mean any of them, different options
/// mean all.
enum FilterOptions {
  static func filter(_ arguments: ParsedArguments) throws(CommandFailure) -> Filter {
    var years: [Predicate] = []
    for text in arguments.values(.year) {
      do throws(YearRange.Failure) {
        years.append(.year(try YearRange(parsing: text)))
      } catch {
        throw CommandFailure(error.description)
      }
    }
    var authors: [Predicate] = []
    for name in arguments.values(.author) {
      let words = FoldedText.words(of: name)
      if words.isEmpty { throw CommandFailure("the author '\(name)' has no letters to look for") }
      authors.append(.author(words: words))
    }
    return Filter.allOfAny([
      arguments.values(.tag).map { .tag(Tag($0)) },
      arguments.values(.category).map { .category(Tag($0)) },
      arguments.values(.term).map { .term(Tag($0)) },
      authors,
      arguments.values(.role).compactMap { ReadingRole(rawValue: $0) }.map { .role($0) },
      arguments.values(.kind).compactMap { ReadingKind(rawValue: $0) }.map { .kind($0) },
      years,
    ])
  }

  /// The order that `--sort` asks for; nothing when it is not given.
  static func sorting(_ arguments: ParsedArguments, ofSessions: Bool) throws(CommandFailure) -> Sorting {
    guard let text = arguments.value(.sort) else { return Sorting([]) }
    let fields = Sorting.Field.allCases.filter { !ofSessions || $0.sortsSessions }.map(\.rawValue)
    let sorting: Sorting
    do throws(Sorting.UnknownField) {
      sorting = try Sorting(parsing: text)
    } catch {
      let suggestion = Suggestion.closest(to: error.name, among: fields)
      if suggestion != nil { throw .unknown("field '\(error.name)' for '--sort'", suggestion: suggestion) }
      let list = fields.joined(separator: ", ")
      throw CommandFailure("unknown field '\(error.name)' for '--sort'; it takes \(list)")
    }
    if ofSessions, let key = sorting.keys.first(where: { !$0.field.sortsSessions }) {
      throw CommandFailure(
        "sessions cannot be sorted by '\(key.field.rawValue)', only by \(fields.joined(separator: ", "))")
    }
    return sorting
  }

  /// Says of tags, categories and terms that no session has what may have been meant.
  static func hints(_ arguments: ParsedArguments, _ catalog: Catalog) -> [String] {
    let kinds: [(option: OptionSpecification, names: () -> [String])] = [
      (.tag, { TagCount.count(.tags, in: catalog).map(\.spelling) }),
      (.category, { TagCount.count(.categories, in: catalog).map(\.spelling) }),
      (.term, { catalog.sessions.compactMap(\.term) }),
    ]
    var hints: [String] = []
    for kind in kinds where arguments.has(kind.option) {
      let names = kind.names()
      let known = Set(names.map { Tag($0) })
      for value in arguments.values(kind.option) where !known.contains(Tag(value)) {
        let suggestion = Suggestion.closest(to: value, among: names)
        let question = suggestion.map { "; did you mean '\($0)'?" } ?? ""
        hints.append("no \(kind.option.name) '\(value)'\(question)")
      }
    }
    return hints
  }
}
