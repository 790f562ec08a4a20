/// How a run ended, as the status of the process.
enum ExitStatus: Int32, Sendable {
  /// Done, also when nothing matched.
  case done = 0
  /// Done, and there is something to look at.
  case findings = 1
  /// The call is wrong, or a file cannot be read or written.
  case failed = 2
}
