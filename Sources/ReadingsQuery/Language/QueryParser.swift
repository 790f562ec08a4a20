internal import SourceText

/// Reads a query with a stack of its own, so that parentheses can be nested as deep as memory lasts.
///
///     query       = alternative, { "or", alternative } ;
///     alternative = factor, { [ "and" ], factor } ;
///     factor      = { "not" | "-" }, ( term | "(", query, ")" ) ;
struct QueryParser {
  /// What is open around the place that is read.
  private struct Group {
    /// The parenthesis that opened it; nil for the whole query.
    let opening: SourceSpan?
    /// Whether the group as a whole is negated.
    let isNegated: Bool
    /// Finished alternatives, as indices of nodes.
    var alternatives: [Int] = []
    /// The factors of the alternative that is read.
    var factors: [Int] = []
  }

  private var lexer: QueryLexer
  private var nodes: [Query.Node] = []
  private var outer: [Group] = []
  private var group = Group(opening: nil, isNegated: false)
  private var isNegated = false
  /// The operator that still lacks what stands on its right.
  private var pending: (name: String, span: SourceSpan)?

  static func parse(_ text: String) throws(QueryFailure) -> [Query.Node] {
    var parser = QueryParser(lexer: QueryLexer(text))
    try parser.run()
    return parser.nodes
  }

  private init(lexer: QueryLexer) {
    self.lexer = lexer
  }

  private mutating func run() throws(QueryFailure) {
    while true {
      let token = try lexer.nextToken()
      switch token.kind {
      case .term(let term):
        nodes.append(.term(term))
        addFactor()
      case .not:
        isNegated.toggle()
        pending = (token.span.count == 1 ? "-" : "not", token.span)
      case .and, .or: try separate(token)
      case .open:
        outer.append(group)
        group = Group(opening: token.span, isNegated: isNegated)
        (isNegated, pending) = (false, nil)
      case .close: try closeGroup(token.span)
      case .end: return try finish()
      }
    }
  }

  /// Takes the node made last as the next factor.
  private mutating func addFactor() {
    if isNegated { negate() }
    group.factors.append(nodes.count - 1)
    (isNegated, pending) = (false, nil)
  }

  /// Negates the node made last; twice is not at all.
  private mutating func negate() {
    if case .not = nodes[nodes.count - 1] {
      nodes.removeLast()
    } else {
      nodes.append(.not(nodes.count - 1))
    }
  }

  private mutating func separate(_ token: QueryLexer.Token) throws(QueryFailure) {
    var name = "and"
    if case .or = token.kind { name = "or" }
    try checkPending()
    guard !group.factors.isEmpty else {
      throw QueryFailure(
        "missing-term", "'\(name)' has nothing on its left; the word itself goes in quotation marks",
        token.span)
    }
    if name == "or" { endAlternative() }
    pending = (name, token.span)
  }

  private func checkPending() throws(QueryFailure) {
    guard let pending else { return }
    let hint = pending.name == "-" ? "" : "; the word itself goes in quotation marks"
    throw QueryFailure("missing-term", "'\(pending.name)' has nothing on its right\(hint)", pending.span)
  }

  private mutating func endAlternative() {
    if group.factors.count > 1 {
      nodes.append(.all(group.factors))
      group.alternatives.append(nodes.count - 1)
    } else {
      group.alternatives += group.factors
    }
    group.factors = []
  }

  private mutating func closeGroup(_ closing: SourceSpan) throws(QueryFailure) {
    guard let opening = group.opening, let enclosing = outer.popLast() else {
      throw QueryFailure("unbalanced-parenthesis", "this parenthesis was never opened", closing)
    }
    try checkPending()
    if group.factors.isEmpty {
      let span = SourceSpan(opening.lowerBound, closing.upperBound)
      throw QueryFailure("missing-term", "there is nothing between the parentheses", span)
    }
    endGroup()
    isNegated = group.isNegated
    group = enclosing
    addFactor()
  }

  private mutating func endGroup() {
    endAlternative()
    if group.alternatives.count > 1 { nodes.append(.any(group.alternatives)) }
  }

  private mutating func finish() throws(QueryFailure) {
    if let opening = group.opening {
      throw QueryFailure("unbalanced-parenthesis", "this parenthesis is never closed", opening)
    }
    try checkPending()
    endGroup()
  }
}
