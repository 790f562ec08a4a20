#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// A terminal whose long outputs go through a program that shows them page by page.
///
/// The program is started when the first bytes are longer than the screen, so that a short output costs nothing.
final class Pager {
  private let descriptor: Int32
  private let columns: Int
  private let rows: Int
  /// Nil when output is never paged.
  private let command: String?
  private var running: (process: pid_t, pipe: Int32)?
  /// What the pager was given, kept to be written to the terminal when there turns out to be no such program.
  private var shown: [UInt8] = []

  /// What is run when no variable names a pager.
  static let standardCommand = "less -FRX"

  init(descriptor: Int32, columns: Int, rows: Int, environment: (String) -> String?) {
    self.descriptor = descriptor
    self.columns = columns
    self.rows = environment("LINES").flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil } ?? rows
    command = Pager.command(environment)
  }

  /// `READINGS_PAGER`, else `PAGER`, else the standard one; nil when the variable is empty or says `cat`, and on a
  /// terminal that cannot be paged.
  static func command(_ environment: (String) -> String?) -> String? {
    if environment("TERM") == "dumb" { return nil }
    let command = environment("READINGS_PAGER") ?? environment("PAGER") ?? standardCommand
    return command.allSatisfy(\.isWhitespace) || command == "cat" ? nil : command
  }

  func write(_ bytes: [UInt8]) -> ConsoleStream.State {
    if running == nil, let command, rows > 1, isLong(bytes) { start(command) }
    guard let running else { return FileBytes.put(bytes, into: descriptor) }
    shown += bytes
    return FileBytes.put(bytes, into: running.pipe)
  }

  /// Waits until the pager is left; the next output starts anew.
  func finish() -> ConsoleStream.State {
    guard let (process, pipe) = running else { return .open }
    close(pipe)
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    signal(SIGINT, SIG_DFL)
    running = nil
    defer { shown = [] }
    // A shell ends with 126 or 127 when it cannot run what it was told; nothing was shown then.
    let code = status & 0x7F == 0 ? (status >> 8) & 0xFF : 0
    return code == 126 || code == 127 ? FileBytes.put(shown, into: descriptor) : .open
  }

  /// Whether the text takes more lines of the screen than leave room for the prompt.
  private func isLong(_ bytes: [UInt8]) -> Bool {
    var count = 0
    var width = 0
    var isEscape = false
    for byte in bytes {
      switch byte {
      case 0x0A:
        count += 1 + max(0, width - 1) / columns
        width = 0
        if count >= rows { return true }
      case 0x1B: isEscape = true
      case UInt8(ascii: "m") where isEscape: isEscape = false
      // Continuation bytes of UTF-8 take no columns.
      case let byte where !isEscape && byte & 0xC0 != 0x80: width += 1
      default: break
      }
    }
    return false
  }

  private func start(_ command: String) {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { return }
    _ = fcntl(ends[1], F_SETFD, FD_CLOEXEC)
    var actions = SpawnActions()
    actions.duplicate(ends[0], onto: 0)
    actions.close(ends[0])
    // Without a flag of its own, less would show the codes of colours and stay on a short text.
    let isSet = getenv("LESS") != nil
    let process = actions.spawn("/bin/sh", ["-c", command], adding: isSet ? [] : ["LESS=FRX"])
    close(ends[0])
    guard let process else {
      close(ends[1])
      return
    }
    // Ctrl-C is for the pager; the program ends when it does.
    signal(SIGINT, SIG_IGN)
    running = (process, ends[1])
  }
}
