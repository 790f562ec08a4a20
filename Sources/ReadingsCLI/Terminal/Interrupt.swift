#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// What happens on Ctrl-C: the process ends by the signal, as a shell expects (status 130), and a terminal that was
/// being written in colour gets its own colour back.
enum Interrupt {
  /// Installs the action; needed only where colours are written to a terminal.
  static func restoreColors() {
    signal(SIGINT) { _ in
      // Only what is safe inside a signal handler: write(2), signal(2), raise(3).
      var reset: (UInt8, UInt8, UInt8, UInt8) = (0x1B, 0x5B, 0x30, 0x6D)
      _ = write(1, &reset, 4)
      signal(SIGINT, SIG_DFL)
      raise(SIGINT)
    }
  }
}
