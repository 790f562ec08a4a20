internal import ReadingsCatalog
internal import ReadingsQuery

/// The options and words that say which readings, as one query: several of one option mean any of them, different
/// options mean all, and the words of the query narrow that further.
enum FilterOptions {
  /// What the options and the words of the query ask for together.
  static func query(_ arguments: ParsedArguments) throws(CommandFailure) -> Query {
    try query(arguments, words: arguments.positionals)
  }

  /// What the options and `words` ask for together.
  static func query(_ arguments: ParsedArguments, words: [String]) throws(CommandFailure) -> Query {
    let options: [(option: OptionSpecification, field: QueryField.Name)] = [
      (.tag, .tag), (.category, .category), (.term, .term), (.author, .author), (.role, .role),
      (.kind, .kind), (.year, .year),
    ]
    var queries: [Query] = []
    for (option, field) in options {
      var values: [Query] = []
      for value in arguments.values(option) {
        do throws(CommandFailure) {
          values.append(Query(try term(field, value)))
        } catch {
          throw error.adding(details: arguments.advice(on: option))
        }
      }
      queries.append(.any(values))
    }
    let text = words.joined(separator: " ")
    do throws(QueryFailure) {
      return .all(queries + [try Query(parsing: text)])
    } catch {
      throw CommandFailure(error, in: text)
    }
  }

  /// The term that the value of an option stands for; a `*` at its end makes it a prefix, as in a query.
  private static func term(_ field: QueryField.Name, _ value: String) throws(CommandFailure) -> QueryTerm {
    let isPrefix = value.utf8.last == UInt8(ascii: "*")
    do throws(QueryTerm.Failure) {
      return try QueryTerm(.named(field), isPrefix ? String(value.dropLast()) : value, isPrefix: isPrefix)
    } catch {
      throw CommandFailure(error.message)
    }
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
      let advice = arguments.advice(on: .sort)
      if suggestion != nil {
        throw .unknown("field '\(error.name)' for '--sort'", suggestion: suggestion, details: advice)
      }
      let list = fields.joined(separator: ", ")
      throw CommandFailure("unknown field '\(error.name)' for '--sort'; it takes \(list)", details: advice)
    }
    if ofSessions, let key = sorting.keys.first(where: { !$0.field.sortsSessions }) {
      throw CommandFailure(
        "sessions cannot be sorted by '\(key.field.rawValue)', only by \(fields.joined(separator: ", "))")
    }
    return sorting
  }

  /// Says of tags, categories and terms that no session has what may have been meant.
  static func hints(_ query: Query, _ catalog: Catalog) -> [String] {
    let kinds: [(field: QueryField.Name, isUsed: (Tag) -> Bool, names: () -> [String])] = [
      (
        .tag,
        { tag in
          catalog.sessions.contains {
            $0.tags.contains(tag) || $0.readings.contains { $0.tags.contains(tag) }
          }
        },
        { TagCount.count(.tags, in: catalog).map(\.spelling) }
      ),
      (
        .category, { tag in catalog.sessions.contains { $0.categories.contains(tag) } },
        { TagCount.count(.categories, in: catalog).map(\.spelling) }
      ),
      (
        .term,
        { tag in catalog.sessions.contains { session in session.term.map { Tag($0) == tag } ?? false } },
        { catalog.sessions.compactMap(\.term) }
      ),
    ]
    let terms = query.wantedTerms.filter { !$0.isPrefix }
    var hints: [String] = []
    for kind in kinds {
      let unused = terms.filter { $0.field == .named(kind.field) && !kind.isUsed(Tag($0.value)) }
      // Names are counted only for those who look for one.
      let names = unused.isEmpty ? [] : kind.names()
      for term in unused {
        let suggestion = Suggestion.closest(to: term.value, among: names)
        let question = suggestion.map { "; did you mean '\($0)'?" } ?? ""
        hints.append("no \(kind.field.rawValue) '\(term.value)'\(question)")
      }
    }
    return hints
  }
}
