/// Recognises the names of institutions, by the words that only they have.
enum Institution {
  /// Whether a phrase names one or several institutions and nothing else: `Adobe Research & NEC Labs`.
  static func isList(_ phrase: String) -> Bool {
    let parts = phrase.split { $0 == "&" || $0 == "," || $0 == ";" || $0 == "/" || $0 == "+" }
      .flatMap { String($0).components(separatedByWord: "and") }
      .filter { !$0.isEmpty }
    guard !parts.isEmpty, parts.allSatisfy({ $0.wordCount <= 7 && $0.first?.isLowercase == false }) else {
      return false
    }
    return parts.filter(isInstitution).count * 2 >= parts.count && parts.contains(where: isInstitution)
  }

  private static func isInstitution(_ part: String) -> Bool {
    let words = Set(comparisonForm(part).split(separator: " ").map(String.init))
    return !words.isDisjoint(with: names) || !words.isDisjoint(with: kinds)
  }

  /// Whether the words are the name of a company or university known for publishing: `Google`, `Microsoft Research`.
  static func isKnown(_ text: String) -> Bool {
    let words = comparisonForm(text).split(separator: " ").map(String.init)
    return words.contains(where: names.contains)
      && words.allSatisfy {
        names.contains($0) || kinds.contains($0) || ["research", "ai", "brain", "asia", "lab"].contains($0)
      }
  }

  private static let kinds: Set<String> = [
    "university", "universite", "universitat", "universidad", "institute", "institut", "college", "academy",
    "labs",
    "laboratory", "laboratories", "inc", "corporation", "corp", "polytechnic", "eth", "inria", "epfl",
    "kaist", "max",
  ]

  private static let names: Set<String> = [
    "adobe", "alibaba", "allenai", "amazon", "amd", "anthropic", "apple", "baidu", "berkeley", "bytedance",
    "caltech",
    "cmu", "cohere", "cornell", "cuhk", "databricks", "deepmind", "deepseek", "eth", "facebook", "fair",
    "google",
    "harvard", "huawei", "huggingface", "ibm", "intel", "megvii", "meta", "microsoft", "mit", "mistral",
    "msra", "nec",
    "nvidia", "openai", "oxford", "princeton", "qualcomm", "salesforce", "samsung", "sensetime", "snap",
    "stanford",
    "tencent", "tsinghua", "twitter", "uber", "ucb", "ucl", "ucla", "uiuc", "ustc", "uva", "uw", "xai",
  ]
}

extension String {
  fileprivate func components(separatedByWord word: String) -> [String] {
    words.split { $0 == word }.map { $0.joined(separator: " ") }
  }
}
