package import Publishing

/// Where a command writes, and what it may know of the place.
///
/// Everything comes from outside, so that a test can run a command and read what it wrote.
package struct Console {
  package let output: ConsoleStream
  package let errors: ConsoleStream
  /// The columns of the terminal that output goes to; nil when it goes elsewhere.
  package let terminalWidth: Int?
  /// The value of an environment variable.
  package let environment: (String) -> String?

  package init(
    output: ConsoleStream, errors: ConsoleStream, terminalWidth: Int? = nil,
    environment: @escaping (String) -> String? = { _ in nil }
  ) {
    self.output = output
    self.errors = errors
    self.terminalWidth = terminalWidth
    self.environment = environment
  }

  /// The columns to fill: the terminal's, else `COLUMNS`, else 80; never fewer than 20.
  package var width: Int {
    max(20, terminalWidth ?? environment("COLUMNS").flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil } ?? 80)
  }
}

/// A buffered stream of bytes to a terminal, file or pipe.
///
/// Once a write fails, what follows is dropped; ``state`` says why.
package final class ConsoleStream {
  package enum State: Equatable {
    case open
    /// Nobody reads any more (`EPIPE`).
    case closed
    case failed(reason: String)
  }

  package let isTerminal: Bool
  /// Whether styles are written as colours.
  package var usesColor = false
  package private(set) var state = State.open
  private let sink: ([UInt8]) -> State
  private var buffer: [UInt8] = []
  private static let bufferLimit = 1 << 16

  /// `sink` writes all the bytes it is given and returns the state after that.
  package init(isTerminal: Bool, sink: @escaping ([UInt8]) -> State) {
    self.isTerminal = isTerminal
    self.sink = sink
  }

  package func write(_ bytes: [UInt8]) {
    guard state == .open else { return }
    buffer += bytes
    if buffer.count >= ConsoleStream.bufferLimit { flush() }
  }

  /// Writes a line and a line feed; the text is trusted to hold no control characters.
  package func writeLine(_ text: String = "") {
    write(Array((text + "\n").utf8))
  }

  package func write(_ lines: [StyledLine]) {
    for line in lines {
      guard state == .open else { return }
      writeLine(usesColor ? ANSIStyle.render(line) : line.text)
    }
  }

  package func flush() {
    guard state == .open, !buffer.isEmpty else { return }
    state = sink(buffer)
    buffer.removeAll(keepingCapacity: true)
  }
}
