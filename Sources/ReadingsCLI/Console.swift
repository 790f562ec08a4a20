package import Publishing
package import ReadingsCatalog

/// Where a command writes, and what it may know of the place.
///
/// Everything comes from outside, so that a test can run a command and read what it wrote.
package struct Console {
  /// For data.
  package let output: ConsoleStream
  /// For counts, problems of posts and errors.
  package let errors: ConsoleStream
  /// Reads all of the standard input.
  package let input: () throws(ReadFailure) -> [UInt8]
  /// The next line of the standard input without its line end; nil when there is none.
  package let readLine: () -> String?
  /// The columns of the terminal that output goes to; nil when it goes elsewhere.
  package let terminalWidth: Int?
  /// The value of an environment variable.
  package let environment: (String) -> String?

  /// A console that is no terminal and has an empty environment and no input, unless told otherwise.
  package init(
    output: ConsoleStream, errors: ConsoleStream,
    input: @escaping () throws(ReadFailure) -> [UInt8] = { () throws(ReadFailure) in [] },
    readLine: @escaping () -> String? = { nil }, terminalWidth: Int? = nil,
    environment: @escaping (String) -> String? = { _ in nil }
  ) {
    self.output = output
    self.errors = errors
    self.input = input
    self.readLine = readLine
    self.terminalWidth = terminalWidth
    self.environment = environment
  }

  /// The columns to fill: `COLUMNS`, else the terminal's, else 80; never fewer than 20.
  package var width: Int {
    max(20, environment("COLUMNS").flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil } ?? terminalWidth ?? 80)
  }
}

/// Why a file or stream was not read.
package struct ReadFailure: Error, Equatable {
  /// The system's reason in lower case, such as `is a directory`.
  package let reason: String
  /// Whether there is no such file.
  package let isMissing: Bool

  /// A failure for a reason that the system or a limit gives.
  package init(reason: String, isMissing: Bool = false) {
    self.reason = reason
    self.isMissing = isMissing
  }
}

/// A buffered stream of bytes to a terminal, file or pipe.
///
/// Once a write fails, what follows is dropped; ``state`` says why.
package final class ConsoleStream {
  /// What a write came to.
  package enum State: Equatable {
    case open
    /// Nobody reads any more (`EPIPE`).
    case closed
    case failed(reason: String)
  }

  /// Whether a person reads the stream as it is written.
  package let isTerminal: Bool
  /// Whether styles are written as colours.
  package var usesColor = false
  /// Whether a long output may be shown page by page.
  package var usesPager = true
  /// Open until a write fails.
  package private(set) var state = State.open
  private let sink: (_ bytes: [UInt8], _ usesPager: Bool) -> State
  private let end: () -> State
  private var buffer: [UInt8] = []
  private static let bufferLimit = 1 << 16

  /// `sink` writes all the bytes it is given and returns the state after that.
  package convenience init(isTerminal: Bool, sink: @escaping ([UInt8]) -> State) {
    self.init(isTerminal: isTerminal, pagingSink: { bytes, _ in sink(bytes) }, end: { .open })
  }

  /// `pagingSink` is told whether it may page what it writes; `end` waits until a reader has left the pages.
  init(
    isTerminal: Bool, pagingSink: @escaping (_ bytes: [UInt8], _ usesPager: Bool) -> State,
    end: @escaping () -> State
  ) {
    self.isTerminal = isTerminal
    sink = pagingSink
    self.end = end
  }

  /// Adds bytes to the buffer, and writes the buffer out when it is full.
  package func write(_ bytes: [UInt8]) {
    guard state == .open else { return }
    if bytes.count >= ConsoleStream.bufferLimit {
      flush()
      if state == .open { state = sink(bytes, usesPager) }
      return
    }
    buffer += bytes
    if buffer.count >= ConsoleStream.bufferLimit { flush() }
  }

  /// Writes a line and a line feed; the text is trusted to hold no control characters.
  package func writeLine(_ text: String = "") {
    guard state == .open else { return }
    buffer += text.utf8
    write([0x0A])
  }

  /// Writes a text to the byte; on a terminal, lines with their control and hidden characters made visible.
  package func writeText(_ bytes: [UInt8]) {
    guard isTerminal else { return write(bytes) }
    var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    write(lines.map { StyledLine(String(decoding: $0, as: UTF8.self)) })
  }

  /// Writes lines in their styles, as colours where the stream has them.
  package func write(_ lines: [StyledLine]) {
    write(ANSIStyle.bytes(of: lines, inColor: usesColor))
  }

  /// Writes bytes as they are made, piece by piece; no more of them are made once nobody reads.
  package func write(_ pieces: some Sequence<[UInt8]>) {
    for piece in pieces {
      guard state == .open else { return }
      write(piece)
    }
  }

  /// Writes lines as they are made, which all processors do.
  package func write(_ pieces: PiecesInParallel<[StyledLine]>) {
    write(pieces.followed { [usesColor] lines in ANSIStyle.bytes(of: lines, inColor: usesColor) })
  }

  /// Writes out what the buffer holds.
  package func flush() {
    guard state == .open, !buffer.isEmpty else { return }
    state = sink(buffer, usesPager)
    buffer.removeAll(keepingCapacity: true)
  }

  /// Writes out what the buffer holds, and waits until it has been read where it is shown page by page.
  package func finish() {
    flush()
    let last = end()
    if state == .open { state = last }
  }
}
