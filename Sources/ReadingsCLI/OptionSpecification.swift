/// One option as the parser, the help and the completions know it.
struct OptionSpecification: Sendable, Equatable {
  /// Under which heading help lists the option.
  enum Topic: String, Sendable, CaseIterable {
    case filter = "Which readings"
    case presentation = "How they are shown"
    case paper = "The paper"
    case writing = "What is written"
    case library = "Library"
    case general = "General"
  }

  /// What an option takes.
  struct Value: Sendable, Equatable {
    /// What the texts are, for checking and completing them.
    enum Kind: Sendable, Equatable {
      case text, number, yearRange, sorting, folder
      case tag, category, term, author, query
      /// The key of a session or paper, or of a session.
      case key, session
      /// Names of fields, separated by commas.
      case fields
      case file
      /// One of these and nothing else.
      case choice([String])
    }

    /// What help calls it, in capitals.
    let name: String
    let kind: Kind
    /// Whether the words behind it, up to the next option, are values as well.
    var takesMore = false

    /// The values it takes, or its name where any will do.
    var choiceList: String {
      if case .choice(let choices) = kind { choices.joined(separator: ", ") } else { name }
    }
  }

  /// Without dashes.
  let name: String
  let shortName: Character?
  /// Nil for an option that is only there or not.
  let value: Value?
  /// One line, a lowercase phrase.
  let meaning: String
  let topic: Topic
  /// Whether several of them add up; else the last one counts.
  let isRepeatable: Bool

  init(
    _ name: String, _ shortName: Character? = nil, _ value: Value? = nil, meaning: String, topic: Topic,
    isRepeatable: Bool = false
  ) {
    self.name = name
    self.shortName = shortName
    self.value = value
    self.meaning = meaning
    self.topic = topic
    self.isRepeatable = isRepeatable
  }
}

extension OptionSpecification.Value {
  static func choice<Choice: CaseIterable & RawRepresentable<String>>(
    _ name: String, of type: Choice.Type
  ) -> OptionSpecification.Value {
    OptionSpecification.Value(name: name, kind: .choice(type.allCases.map(\.rawValue)))
  }
}
