#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// What another program wrote, once it has ended.
struct ChildOutput {
  let output: [UInt8]
  let errors: String
  /// Its exit status; 128 and the signal when one ended it.
  let status: Int32

  /// Runs a program and waits for its end; nil when it cannot be started.
  init?(_ program: String, _ arguments: [String]) {
    var output: [Int32] = [0, 0]
    var errors: [Int32] = [0, 0]
    guard pipe(&output) == 0 else { return nil }
    guard pipe(&errors) == 0 else {
      for descriptor in output { close(descriptor) }
      return nil
    }
    for descriptor in output + errors { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
    var actions = SpawnActions()
    actions.duplicate(output[1], onto: 1)
    actions.duplicate(errors[1], onto: 2)
    let process = actions.spawn(program, arguments)
    close(output[1])
    close(errors[1])
    defer {
      close(output[0])
      close(errors[0])
    }
    guard let process else { return nil }
    // What goes to the error stream is short, and waits in its pipe.
    self.output = (try? FileBytes.contents(ofDescriptor: output[0])) ?? []
    self.errors = String(decoding: (try? FileBytes.contents(ofDescriptor: errors[0])) ?? [], as: UTF8.self)
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    self.status = status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F)
  }
}
