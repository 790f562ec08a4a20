// This module owns lossless changes to posts and is their only writer: edits of tags, the safe replacement of files
// by a plan, unified diffs, and what 'undo' needs. What is to be changed is decided elsewhere; the module prints
// nothing.
