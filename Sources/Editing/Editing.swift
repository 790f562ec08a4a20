// This module will own lossless changes to posts and be their only writer. It is empty so far: nothing in the
// program changes a post.
