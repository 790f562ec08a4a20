internal import Publishing

/// Styles as ANSI escape sequences (ECMA-48, 8.3.117).
///
/// Only weight and the sixteen colours that every terminal theme defines for its own background; no yellow, which most
/// themes make too pale to read on white. Warnings are magenta as with gcc and clang, matches red as with grep.
enum ANSIStyle {
  /// The lines one below the other, as colours where those are wanted.
  static func bytes(of lines: [StyledLine], inColor usesColor: Bool) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(lines.reduce(0) { $0 + $1.bytes.count + 1 })
    for line in lines {
      bytes += usesColor ? Array(render(line).utf8) : line.bytes
      bytes.append(0x0A)
    }
    return bytes
  }

  private static func render(_ line: StyledLine) -> String {
    line.pieces.map { piece in
      codes(piece.style).map { "\u{1B}[\($0)m\(piece.text)\u{1B}[0m" } ?? piece.text
    }.joined()
  }

  private static func codes(_ style: TextStyle) -> String? {
    switch style {
    case .plain: nil
    case .strong: "1"
    case .quiet: "2"
    case .key: "36"
    case .emphasis: "32"
    case .match: "1;31"
    case .error: "1;31"
    case .warning: "1;35"
    case .note: "1"
    }
  }
}

/// Whether output is coloured.
enum ColorChoice: String, CaseIterable {
  case auto, always, never

  /// `--color` decides; left at `auto`, a `NO_COLOR` that is not empty, then a `CLICOLOR_FORCE` other than 0, then
  /// a `CLICOLOR` of 0, then whether the stream is a terminal that is not `TERM=dumb`.
  func colors(_ stream: ConsoleStream, environment: (String) -> String?) -> Bool {
    switch self {
    case .always: return true
    case .never: return false
    case .auto: break
    }
    if let value = environment("NO_COLOR"), !value.isEmpty { return false }
    if let value = environment("CLICOLOR_FORCE"), !value.isEmpty, value != "0" { return true }
    if environment("CLICOLOR") == "0" { return false }
    return stream.isTerminal && environment("TERM") != "dumb"
  }
}
