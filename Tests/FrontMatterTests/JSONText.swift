import Foundation

/// JSON texts in a form that can be compared.
enum JSONText {
  /// The value with sorted keys and numbers as Foundation prints them.
  static func normal(_ text: [UInt8]) throws -> String {
    let value = try JSONSerialization.jsonObject(with: Data(text), options: .fragmentsAllowed)
    let data = try JSONSerialization.data(withJSONObject: [value], options: .sortedKeys)
    return String(decoding: data, as: UTF8.self)
  }

  /// The values that stand one behind another in a text, each ending at the end of a line.
  static func split(_ text: String) -> [String] {
    var result: [String] = []
    var current = ""
    for line in text.split(separator: "\n") {
      current += line + "\n"
      if (try? normal(Array(current.utf8))) != nil {
        result.append(current)
        current = ""
      }
    }
    return result
  }
}
