/// What is asked of a catalog, as a tree of terms.
///
/// Equal queries are printed and read alike: reading what ``description`` writes gives the query again.
package struct Query: Sendable, Hashable, CustomStringConvertible {
  /// One place of the tree; the numbers are the places of what stands below, and smaller than its own.
  enum Node: Sendable, Hashable {
    case term(QueryTerm)
    case not(Int)
    /// At least two.
    case all([Int])
    /// At least two.
    case any([Int])
  }

  /// The root comes last; empty when everything is asked for.
  private let nodes: [Node]

  private init(nodes: [Node]) {
    self.nodes = nodes
  }

  /// The query that asks for everything.
  package static let everything = Query(nodes: [])

  /// A query of one term.
  package init(_ term: QueryTerm) {
    nodes = [.term(term)]
  }

  /// Reads a query; white space alone asks for everything. Linear in the length of the text.
  package init(parsing text: String) throws(QueryFailure) {
    nodes = try QueryParser.parse(text)
  }

  /// The query for what all of `queries` let pass; those that ask for everything drop out.
  package static func all(_ queries: [Query]) -> Query { join(queries) { .all($0) } }

  /// The query for what any of `queries` lets pass; those that ask for everything drop out.
  package static func any(_ queries: [Query]) -> Query { join(queries) { .any($0) } }

  private static func join(_ queries: [Query], by node: ([Int]) -> Node) -> Query {
    var nodes: [Node] = []
    var roots: [Int] = []
    for query in queries where !query.nodes.isEmpty {
      let shift = nodes.count
      nodes += query.nodes.map { shifted($0, by: shift) }
      roots.append(nodes.count - 1)
    }
    if roots.count > 1 { nodes.append(node(roots)) }
    return Query(nodes: nodes)
  }

  private static func shifted(_ node: Node, by shift: Int) -> Node {
    switch node {
    case .term: node
    case .not(let operand): .not(operand + shift)
    case .all(let operands): .all(operands.map { $0 + shift })
    case .any(let operands): .any(operands.map { $0 + shift })
    }
  }

  /// A word or phrase that a search ranks by.
  struct SoughtText {
    let term: QueryTerm
    /// Whether it is one of several joined by `or`.
    let isAlternative: Bool
  }

  /// The query cut in two for a search: the words and phrases without a field to rank by, and the query that narrows
  /// the answers. Words stand among the conjuncts, or in a group of nothing but words joined by `or`.
  func searchParts() -> (texts: [SoughtText], filter: Query) {
    var texts: [SoughtText] = []
    var filters: [Query] = []
    for part in conjuncts {
      if let terms = part.plainTerms {
        texts += terms.map { SoughtText(term: $0, isAlternative: part.nodes.count > 1) }
      } else {
        filters.append(part)
      }
    }
    return (texts, .all(filters))
  }

  /// The queries that must all hold, in order, none of them such a list itself. None, when everything is asked for.
  package var conjuncts: [Query] {
    var parts: [Query] = []
    var waiting = nodes.isEmpty ? [] : [0...(nodes.count - 1)]
    while let part = waiting.popLast() {
      if case .all(let operands) = nodes[part.upperBound] {
        let starts = [part.lowerBound] + operands.map { $0 + 1 }
        waiting += zip(starts, operands).map { $0...$1 }.reversed()
      } else {
        parts.append(Query(nodes: nodes[part].map { Query.shifted($0, by: -part.lowerBound) }))
      }
    }
    return parts
  }

  /// The terms of a query that is a text without a field, or several joined by `or`; nil for others.
  private var plainTerms: [QueryTerm]? {
    var terms: [QueryTerm] = []
    for node in nodes {
      switch node {
      case .term(let term) where term.field == .anywhere: terms.append(term)
      case .any: continue
      default: return nil
      }
    }
    return terms
  }

  /// The terms that a reading can match to pass, in order; those below an odd number of negations are left out.
  package var wantedTerms: [QueryTerm] {
    var isWanted = Array(repeating: true, count: nodes.count)
    for index in nodes.indices.reversed() {
      switch nodes[index] {
      case .term: break
      case .not(let operand): isWanted[operand] = !isWanted[index]
      case .all(let operands), .any(let operands):
        for operand in operands { isWanted[operand] = isWanted[index] }
      }
    }
    return nodes.indices.compactMap { index in
      if case .term(let term) = nodes[index], isWanted[index] { term } else { nil }
    }
  }
}

extension Query {
  /// The query as a filter, of a length linear in its own.
  package var filter: Filter {
    enum Step {
      case enter(Int)
      case negate
      case skip(whenever: Bool)
      /// The end of a group that so many skips lead to.
      case land(Int)
    }
    guard !nodes.isEmpty else { return .everything }
    var instructions: [Filter.Instruction] = []
    var skips: [(place: Int, condition: Bool)] = []
    var steps = [Step.enter(nodes.count - 1)]
    func enter(_ operands: [Int], stoppingAt value: Bool) {
      steps.append(.land(operands.count - 1))
      for (index, operand) in operands.enumerated().reversed() {
        steps.append(.enter(operand))
        if index > 0 { steps.append(.skip(whenever: value)) }
      }
    }
    while let step = steps.popLast() {
      switch step {
      case .enter(let index):
        switch nodes[index] {
        case .term(let term): instructions.append(.test(term.predicate))
        case .not(let operand): steps += [.negate, .enter(operand)]
        case .all(let operands): enter(operands, stoppingAt: false)
        case .any(let operands): enter(operands, stoppingAt: true)
        }
      case .negate: instructions.append(.negate)
      case .skip(let condition):
        skips.append((instructions.count, condition))
        instructions.append(.skip(whenever: condition, count: 0))
      case .land(let count):
        for skip in skips.suffix(count) {
          instructions[skip.place] = .skip(
            whenever: skip.condition, count: instructions.count - skip.place - 1)
        }
        skips.removeLast(count)
      }
    }
    return Filter(instructions)
  }

  /// The query as it can be read again, with as few parentheses as that takes.
  package var description: String {
    enum Step {
      case enter(Int, isInside: Node?)
      case write(String)
    }
    var text = ""
    var steps = nodes.isEmpty ? [] : [Step.enter(nodes.count - 1, isInside: nil)]
    while let step = steps.popLast() {
      switch step {
      case .write(let part): text += part
      case .enter(let index, let outer):
        let node = nodes[index]
        let needsParentheses = Query.needsParentheses(node, in: outer)
        if needsParentheses {
          text += "("
          steps.append(.write(")"))
        }
        switch node {
        case .term(let term): text += term.description
        case .not(let operand):
          text += "-"
          steps.append(.enter(operand, isInside: node))
        case .all(let operands), .any(let operands):
          var separator = " "
          if case .any = node { separator = " or " }
          for (place, operand) in operands.enumerated().reversed() {
            steps.append(.enter(operand, isInside: node))
            if place > 0 { steps.append(.write(separator)) }
          }
        }
      }
    }
    return text
  }

  /// `and` binds closer than `or`, and `-` closer than both; groups that the query has inside groups are kept.
  private static func needsParentheses(_ node: Node, in outer: Node?) -> Bool {
    switch (node, outer) {
    case (_, nil), (.term, _), (.not, _), (.all, .any): false
    default: true
    }
  }
}
