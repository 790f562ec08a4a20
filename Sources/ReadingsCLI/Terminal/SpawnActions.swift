#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// Starts another program, with its descriptors arranged before it runs.
struct SpawnActions {
  private enum Action {
    case duplicate(Int32, onto: Int32)
    case close(Int32)
  }

  private var actions: [Action] = []

  mutating func duplicate(_ descriptor: Int32, onto target: Int32) {
    actions.append(.duplicate(descriptor, onto: target))
  }

  mutating func close(_ descriptor: Int32) {
    actions.append(.close(descriptor))
  }

  /// Starts a program found by its path or, without a slash, in `PATH`; nil when it cannot be started.
  ///
  /// Signals that this program ignores have their default action there.
  ///
  /// - Parameters:
  ///   - arguments: without the program's name.
  ///   - environment: variables in the form `NAME=value`, besides this program's own.
  func spawn(_ program: String, _ arguments: [String], adding environment: [String] = []) -> pid_t? {
    #if canImport(Darwin)
      var fileActions: posix_spawn_file_actions_t?
      var attributes: posix_spawnattr_t?
    #else
      var fileActions = posix_spawn_file_actions_t()
      var attributes = posix_spawnattr_t()
    #endif
    posix_spawn_file_actions_init(&fileActions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&fileActions)
      posix_spawnattr_destroy(&attributes)
    }
    for action in actions {
      switch action {
      case .duplicate(let descriptor, let target):
        posix_spawn_file_actions_adddup2(&fileActions, descriptor, target)
      case .close(let descriptor): posix_spawn_file_actions_addclose(&fileActions, descriptor)
      }
    }
    var defaults = sigset_t()
    sigemptyset(&defaults)
    sigaddset(&defaults, SIGPIPE)
    sigaddset(&defaults, SIGINT)
    posix_spawnattr_setsigdefault(&attributes, &defaults)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
    var words = ([program] + arguments).map { strdup($0) } + [nil]
    var variables = (environment + SpawnActions.inherited).map { strdup($0) } + [nil]
    defer {
      for text in words + variables { free(text) }
    }
    var process: pid_t = 0
    return posix_spawnp(&process, program, &fileActions, &attributes, &words, &variables) == 0 ? process : nil
  }

  private static var inherited: [String] {
    var variables: [String] = []
    var next = environ
    while let variable = next.pointee {
      variables.append(String(cString: variable))
      next += 1
    }
    return variables
  }
}
