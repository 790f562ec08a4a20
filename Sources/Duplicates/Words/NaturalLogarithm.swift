#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// The logarithm of the C library, the one thing this module needs of it.
enum NaturalLogarithm {
  static func of(_ number: Double) -> Double { log(number) }
}
