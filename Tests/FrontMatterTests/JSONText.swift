import Foundation

/// JSON texts in a form that can be compared.
enum JSONText {
  /// The value with sorted keys and numbers as Foundation prints them.
  static func normal(_ text: [UInt8]) throws -> String {
    let value = try JSONSerialization.jsonObject(with: Data(text), options: .fragmentsAllowed)
    let data = try JSONSerialization.data(withJSONObject: [value], options: .sortedKeys)
    return String(decoding: data, as: UTF8.self)
  }

  /// The values that stand one behind another in a text.
  static func split(_ text: String) -> [String] {
    var result: [String] = []
    var current = ""
    var depth = 0
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      current += line + "\n"
      depth += line.count { "[{".contains($0) && line.last == $0 }
      depth -= line.trimmingPrefix(while: { $0 == " " }).first.map { "]}".contains($0) } == true ? 1 : 0
      if depth == 0, !current.allSatisfy(\.isWhitespace) {
        result.append(current)
        current = ""
      }
    }
    return result
  }
}
