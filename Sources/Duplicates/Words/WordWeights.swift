/// The weight of a word by its rarity (an inverse document frequency between 0.1 and 1).
struct WordWeights {
  private let total: Double
  /// As many titles of a usual library are counted beside the records.
  private static let usualCount = 1000.0

  init(recordCount: Int) {
    total = Double(recordCount) + WordWeights.usualCount
  }

  /// - Parameter usual: how many of a thousand titles have the word.
  func weight(recordCount: UInt32, usual: Double, _ traits: WordTraits) -> Float {
    if traits.contains(.stop) { return 0.1 }
    let count = Double(max(1, recordCount)) + usual
    return Float(min(1, max(0.15, NaturalLogarithm.of(total / count) / NaturalLogarithm.of(total))))
  }
}
