import SourceText

/// The rules by which plain text stands for a value.
package enum ScalarSchema: Sendable {
  /// YAML 1.2.2, 10.3.2, and dates.
  case core
  /// What Jekyll's readers take on top of it, from YAML 1.1: `yes`, `off`, `0123` as octal, `1_000`, `12:30`.
  case jekyll
}

/// What the text of a plain scalar stands for.
package enum ResolvedScalar: Sendable, Hashable {
  case null
  case bool(Bool)
  case int(Int)
  /// Also a whole number too large for `int`.
  case float(Double)
  case timestamp(Timestamp)
  case string(String)

  /// Resolves the text of a plain scalar.
  init(resolving text: [UInt8], schema: ScalarSchema) {
    self = ResolvedScalar.nonString(text, schema) ?? .string(String(decoding: text, as: UTF8.self))
  }

  private static func nonString(_ text: [UInt8], _ schema: ScalarSchema) -> ResolvedScalar? {
    guard let first = text.first else { return .null }
    switch first {
    case 0x30...0x39, 0x2B, 0x2D, 0x2E:
      let number =
        switch schema {
        case .core: ScalarNumber.core(text)
        case .jekyll: ScalarNumber.jekyll(text)
        }
      return number ?? Timestamp(parsing: text).map { .timestamp($0) }
    default:
      // The longest word is `false`.
      guard text.count <= 5 else { return nil }
      return word(String(decoding: text, as: UTF8.self), schema)
    }
  }

  private static func word(_ text: String, _ schema: ScalarSchema) -> ResolvedScalar? {
    switch text {
    case "~", "null", "Null", "NULL": return .null
    case "true", "True", "TRUE": return .bool(true)
    case "false", "False", "FALSE": return .bool(false)
    case "yes", "Yes", "YES", "on", "On", "ON": return schema == .jekyll ? .bool(true) : nil
    case "no", "No", "NO", "off", "Off", "OFF": return schema == .jekyll ? .bool(false) : nil
    default: return nil
    }
  }
}

extension YAMLTree {
  /// What a scalar stands for: by its tag, else by its style, else by its text.
  func resolved(_ node: Int32, _ schema: ScalarSchema) -> ResolvedScalar {
    let record = nodes[Int(node)]
    let text = textBytes(of: node)
    let isString = record.style != .plain || record.flags.contains(.verbatim) || isStringTag(node)
    if isTOML {
      return TOMLScalar.resolved(text, isString: isString)
    }
    return isString
      ? .string(String(decoding: text, as: UTF8.self)) : ResolvedScalar(resolving: text, schema: schema)
  }

  private func isStringTag(_ node: Int32) -> Bool {
    guard nodes[Int(node)].properties >= 0, let tag = tag(of: node) else { return false }
    return tag == "!" || tag == "tag:yaml.org,2002:str"
  }
}
