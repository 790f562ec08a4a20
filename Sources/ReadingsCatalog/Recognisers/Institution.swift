/// Recognises the names of institutions, by the words that only they have.
enum Institution {
  /// Whether a phrase names one or several institutions and nothing else: `Adobe Research & NEC Labs`.
  static func isList(_ phrase: ByteText) -> Bool {
    let parts = phrase.split { "&,;/+".utf8.contains($0) }.flatMap(splitAtAnd)
    guard !parts.isEmpty, parts.allSatisfy({ !$0.hasWords(8) && !$0.startsLowercase }) else { return false }
    let count = parts.count(where: isInstitution)
    return count > 0 && count * 2 >= parts.count
  }

  private static func splitAtAnd(_ text: ByteText) -> [ByteText] {
    text.words.split { $0 == "and" }.map { ByteText(joining: $0, separator: " ") }
  }

  private static func isInstitution(_ part: ByteText) -> Bool {
    FormWords(part).contains { names.contains($0) || kinds.contains($0) }
  }

  /// Whether the words are the name of a company or university known for publishing: `Google`, `Microsoft Research`.
  static func isKnown(_ text: ByteText) -> Bool {
    FormWords(text).contains(where: names.contains)
      && FormWords(text).allSatisfy {
        names.contains($0) || kinds.contains($0) || fillers.contains($0)
      }
  }

  private static let fillers: WordSet = ["research", "ai", "brain", "asia", "lab"]

  private static let kinds: WordSet = [
    "university", "universite", "universitat", "universidad", "institute", "institut", "college", "academy",
    "labs",
    "laboratory", "laboratories", "inc", "corporation", "corp", "polytechnic", "eth", "inria", "epfl",
    "kaist", "max",
  ]

  private static let names: WordSet = [
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
