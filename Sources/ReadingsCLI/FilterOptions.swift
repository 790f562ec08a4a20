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
    return try sorting(text, ofSessions: ofSessions)
  }

  static func sorting(_ text: String, ofSessions: Bool) throws(CommandFailure) -> Sorting {
    let fields = Sorting.Field.allCases.filter { !ofSessions || $0.sortsSessions }.map(\.rawValue)
    let sorting: Sorting
    do throws(Sorting.UnknownField) {
      sorting = try Sorting(parsing: text)
    } catch {
      let suggestion = Suggestion.closest(to: error.name, among: fields)
      if suggestion != nil {
        throw .unknown("field '\(error.name)' for '--sort'", suggestion: suggestion)
      }
      let list = fields.joined(separator: ", ")
      throw CommandFailure("unknown field '\(error.name)' for '--sort'; it takes \(list)")
    }
    if ofSessions, let key = sorting.keys.first(where: { !$0.field.sortsSessions }) {
      throw CommandFailure(
        "sessions cannot be sorted by '\(key.field.rawValue)', only by \(fields.joined(separator: ", "))")
    }
    return sorting
  }
}
