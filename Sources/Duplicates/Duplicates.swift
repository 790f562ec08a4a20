// This module will own which readings are the same paper, how sure that is, and why. It is empty so far; the
// catalog itself only lets readings with one identifier or one spelling of a title share a key.
