package import SourceText

/// A span for a value made by hand, whose bytes no test looks at.
package let anySpan = SourceSpan(0, 0)

/// The position of a value made by hand.
package func position(_ line: Int, _ column: Int = 1) -> SourcePosition {
  SourcePosition(line: line, column: column)
}
