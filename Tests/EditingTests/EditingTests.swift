// The module has nothing to test yet.
