internal import Foundation
#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif
internal import Synchronization

/// A server on 127.0.0.1 that gives every request the same answer over HTTP/1.1.
package final class LocalServer: Sendable {
  /// Why there is no server.
  package enum Failure: Error {
    case noSocket
  }

  /// `http://127.0.0.1:PORT`
  package let address: String
  private let socket: Int32
  private let requested = Mutex<[String]>([])

  /// The paths that were asked for, in order.
  package var paths: [String] { requested.withLock { $0 } }

  /// - Parameters:
  ///   - status: what follows `HTTP/1.1`, such as `200 OK`; nil never answers at all.
  package init(status: String?, body: String) throws {
    #if canImport(Darwin)
      let stream = SOCK_STREAM
    #else
      let stream = Int32(SOCK_STREAM.rawValue)
    #endif
    let socket = Self.socket(stream)
    guard socket >= 0 else { throw Failure.noSocket }
    var place = sockaddr_in()
    place.sin_family = sa_family_t(AF_INET)
    place.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isBound = withUnsafeMutablePointer(to: &place) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        bind(socket, address, size) == 0 && listen(socket, 8) == 0 && getsockname(socket, address, &size) == 0
      }
    }
    guard isBound else {
      close(socket)
      throw Failure.noSocket
    }
    self.socket = socket
    address = "http://127.0.0.1:\(UInt16(bigEndian: place.sin_port))"
    let thread = Thread { [weak self] in
      while true {
        let connection = accept(socket, nil, nil)
        guard connection >= 0, let self else { return }
        self.answer(connection, status, body)
      }
    }
    thread.start()
  }

  deinit {
    shutdown(socket, Int32(SHUT_RDWR))
    close(socket)
  }

  private static func socket(_ type: Int32) -> Int32 {
    #if canImport(Darwin)
      return Darwin.socket(AF_INET, type, 0)
    #else
      return Glibc.socket(AF_INET, type, 0)
    #endif
  }

  private func answer(_ connection: Int32, _ status: String?, _ body: String) {
    var chunk = [UInt8](repeating: 0, count: 8192)
    let count = chunk.withUnsafeMutableBytes { recv(connection, $0.baseAddress, $0.count, 0) }
    let request = String(decoding: chunk[..<max(0, count)], as: UTF8.self)
    let path = request.split(separator: " ").dropFirst().first.map(String.init)
    if let path { requested.withLock { $0.append(path) } }
    if let status {
      let head = "HTTP/1.1 \(status)\r\nContent-Length: \(body.utf8.count)\r\nConnection: close\r\n\r\n"
      let bytes = Array((head + body).utf8)
      _ = bytes.withUnsafeBytes { send(connection, $0.baseAddress, $0.count, 0) }
    }
    close(connection)
  }
}
