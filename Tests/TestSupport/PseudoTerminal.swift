#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// A program that runs on a pseudo-terminal of its own, as if somebody sat before it.
package final class PseudoTerminal {
  /// Why no program runs.
  package enum Failure: Error {
    case noTerminal
    case notStarted(code: Int32)
  }

  /// How a program ended.
  package enum Ending: Equatable {
    case status(Int32)
    case signal(Int32)
    /// It did not end within the time that the test allows, and was killed.
    case timeout
  }

  /// Everything that the program wrote to the terminal so far; line ends are `\r\n`.
  package private(set) var screen = ""
  private let master: Int32
  private let process: pid_t
  private var bytes: [UInt8] = []
  private static let timeout: Int32 = 10_000
  #if canImport(Darwin)
    private static let newSession = POSIX_SPAWN_SETSID
  #else
    /// `POSIX_SPAWN_SETSID` of glibc 2.26 and later, which the module map does not show.
    private static let newSession: Int32 = 0x80
  #endif

  /// Starts a program; its session's terminal is the new one, which its three streams go to.
  ///
  /// - Parameter environment: all of it.
  package init(
    _ program: String, _ arguments: [String], environment: [String: String], folder: String, columns: Int,
    rows: Int
  ) throws {
    var (master, slave): (Int32, Int32) = (-1, -1)
    var name = [CChar](repeating: 0, count: 256)
    var size = winsize()
    size.ws_col = UInt16(columns)
    size.ws_row = UInt16(rows)
    guard openpty(&master, &slave, &name, nil, &size) == 0 else { throw Failure.noTerminal }
    defer { close(slave) }
    _ = fcntl(master, F_SETFD, FD_CLOEXEC)
    _ = fcntl(slave, F_SETFD, FD_CLOEXEC)
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
      var attributes: posix_spawnattr_t?
    #else
      var actions = posix_spawn_file_actions_t()
      var attributes = posix_spawnattr_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    // The leader of a new session gets the first terminal that it opens.
    posix_spawnattr_setflags(
      &attributes, Int16(PseudoTerminal.newSession | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))
    var signals = sigset_t()
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    // Threads of Dispatch block signals, and a program starts with the mask of the thread that starts it.
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    posix_spawn_file_actions_addopen(&actions, 0, name, O_RDWR, 0)
    posix_spawn_file_actions_adddup2(&actions, 0, 1)
    posix_spawn_file_actions_adddup2(&actions, 0, 2)
    let shell = "/bin/sh"
    var words =
      ([shell, "-c", "cd \"$0\" && exec \"$@\"", folder, program] + arguments).map { strdup($0) } + [nil]
    var variables = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer {
      for text in words + variables { free(text) }
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    var process: pid_t = 0
    let code = posix_spawn(&process, shell, &actions, &attributes, &words, &variables)
    guard code == 0 else { throw Failure.notStarted(code: code) }
    self.master = master
    self.process = process
  }

  deinit { close(master) }

  /// Types on the keyboard; `\u{3}` is Ctrl-C.
  package func type(_ text: String) {
    let bytes = Array(text.utf8)
    _ = bytes.withUnsafeBytes { write(master, $0.baseAddress, $0.count) }
  }

  /// Reads until the screen holds a text; false when the program ends before, or takes too long.
  @discardableResult
  package func wait(for text: String) -> Bool {
    while !screen.contains(text) {
      guard read() else { return screen.contains(text) }
    }
    return true
  }

  /// Reads to the end, and says how the program ended.
  package func waitForEnd() -> Ending {
    while read() {}
    var status: Int32 = 0
    if waitpid(process, &status, WNOHANG) == 0 {
      // The terminal is closed by now; the end of the process follows at once, unless it hangs.
      var attempts = 0
      while waitpid(process, &status, WNOHANG) == 0 {
        attempts += 1
        var nothing = pollfd()
        poll(&nothing, 0, 10)
        guard attempts < 500 else {
          kill(process, SIGKILL)
          waitpid(process, &status, 0)
          return .timeout
        }
      }
    }
    return status & 0x7F == 0 ? .status((status >> 8) & 0xFF) : .signal(status & 0x7F)
  }

  /// Types a text again and again until the program ends, since a program can throw away what was typed before it
  /// looks; says how it ended.
  package func typeUntilEnd(_ text: String) -> Ending {
    var request = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    for _ in 0..<50 {
      type(text)
      while poll(&request, 1, 200) > 0 {
        guard read() else { return waitForEnd() }
      }
    }
    return waitForEnd()
  }

  /// Takes what the program has written; false at the end, or when nothing comes for long.
  private func read() -> Bool {
    var request = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    guard poll(&request, 1, PseudoTerminal.timeout) > 0 else { return false }
    var chunk = [UInt8](repeating: 0, count: 4096)
    let count = chunk.withUnsafeMutableBytes { systemRead(master, $0.baseAddress, $0.count) }
    guard count > 0 else { return false }
    bytes += chunk[..<count]
    screen = String(decoding: bytes, as: UTF8.self)
    return true
  }
}

private func systemRead(_ descriptor: Int32, _ bytes: UnsafeMutableRawPointer?, _ count: Int) -> Int {
  read(descriptor, bytes, count)
}
