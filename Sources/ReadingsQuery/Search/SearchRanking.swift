#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// How much a document answers the terms of a search.
///
/// BM25F (Robertson and Zaragoza, The Probabilistic Relevance Framework, 2009, 3.6): the counts of a term in each
/// field are weighted and set against the length of the field, then added up before they saturate. Half of what a term
/// is worth is given for being there at all, so that what has all words comes before what has one of them often, and a
/// misspelt word never comes before the word itself.
struct SearchRanking: Sendable {
  /// The documents that have each term, misspelt ones only where those count.
  let documentCounts: [Int]
  /// The terms that are found with mistakes alone.
  let onlyMisspelt: [Bool]
  /// How telling each term is: the fewer documents have it, the more.
  let rarities: [Double]
  /// The terms whose misspellings count: few documents have them as they are sought.
  let forgives: [Bool]

  private let terms: [SearchTerm]
  /// The terms that make a document a hit by themselves: not pairs, and not those that nearly everything has beside
  /// others that tell something, such as the 'of' in 'chain of thought'.
  private let makesHit: [Bool]
  private let averages: [SearchDocument.Lengths]

  /// How fast more of the same word counts less, and how much the length of a field counts.
  private static let saturation = 1.2
  private static let lengthShare = 0.75
  /// The number of documents from which on a word is taken to be spelt as it was meant.
  private static let fewDocuments = 3
  private static let worthOfPair = 0.5
  /// The share of the rarity of the rarest word from which on another one tells something.
  private static let tellingShare = 0.2

  init(terms: [SearchTerm], _ count: SearchCount) {
    self.terms = terms
    averages = SearchDocument.Kind.allCases.map { kind in
      var average = SearchDocument.Lengths(repeating: 1)
      let (total, counts) = (count.totals[kind.rawValue], count.fieldCounts[kind.rawValue])
      // Over the documents that have the field, since an absent abstract does not make the others long.
      for field in Search.Field.allCases where counts[field.rawValue] > 0 {
        average[field.rawValue] = total[field.rawValue] / counts[field.rawValue]
      }
      return average
    }
    let exact = SearchRanking.exactCounts(terms, count)
    let forgives = SearchRanking.forgives(terms, exact)
    self.forgives = forgives
    documentCounts = terms.indices.map { term in
      forgives[term]
        ? count.documents.count { $0.tally.presence(of: term) > 0 || $0.tally.isMisspelt(term) } : exact[term]
    }
    let documentCounts = documentCounts
    onlyMisspelt = terms.indices.map { exact[$0] == 0 && documentCounts[$0] > 0 }
    let rarities = terms.indices.map { term in
      let found = Double(documentCounts[term])
      let worth = terms[term].kind == .pair ? SearchRanking.worthOfPair : 1
      return worth * log(1 + (Double(count.documentCount) - found + 0.5) / (found + 0.5))
    }
    self.rarities = rarities
    let words = terms.indices.filter { terms[$0].kind != .pair }
    let rarest = words.filter { documentCounts[$0] > 0 }.map { rarities[$0] }.max() ?? 0
    makesHit = terms.indices.map {
      terms[$0].kind != .pair && rarities[$0] >= SearchRanking.tellingShare * rarest
    }
  }

  /// For each term, whether so few documents have it that mistakes in it are forgiven.
  static func forgives(_ terms: [SearchTerm], _ count: SearchCount) -> [Bool] {
    forgives(terms, exactCounts(terms, count))
  }

  private static func exactCounts(_ terms: [SearchTerm], _ count: SearchCount) -> [Int] {
    terms.indices.map { term in count.documents.count { $0.tally.presence(of: term) > 0 } }
  }

  private static func forgives(_ terms: [SearchTerm], _ exactCounts: [Int]) -> [Bool] {
    zip(terms, exactCounts).map { $0.editLimit > 0 && $1 < fewDocuments }
  }

  /// 0 when the document has none of the words, or lacks a phrase.
  func score(_ document: SearchDocument) -> Double {
    var score = 0.0
    var isHit = false
    for (index, term) in terms.enumerated() {
      let presence = document.tally.presence(of: index)
      if term.kind == .phrase, presence == 0 { return 0 }
      let saturated = saturated(index, document)
      guard saturated > 0 else { continue }
      score += rarities[index] * (presence + saturated) / 2
      if makesHit[index] { isHit = true }
    }
    return isHit ? score : 0
  }

  private func saturated(_ term: Int, _ document: SearchDocument) -> Double {
    var frequency = 0.0
    let average = averages[document.kind.rawValue]
    for field in Search.Field.allCases {
      var count = document.tally.frequency(of: term, in: field, misspelt: false)
      if forgives[term] { count += document.tally.frequency(of: term, in: field, misspelt: true) }
      guard count > 0 else { continue }
      let length = document.lengths[field.rawValue] / average[field.rawValue]
      frequency += field.weight * count / (1 - SearchRanking.lengthShare + SearchRanking.lengthShare * length)
    }
    return frequency / (SearchRanking.saturation + frequency)
  }
}

extension Search.Field {
  fileprivate var weight: Double {
    switch self {
    case .title: 8
    case .authors: 5
    case .abstract: 1
    case .notes: 0.5
    }
  }
}
