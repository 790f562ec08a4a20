/// Four posts that have every field a query knows between them.
enum TranscriptLibrary {
  /// Each with its path.
  static let posts: [(path: String, text: String)] = [
    (
      "posts/2024-02-13-serving.md",
      """
      ---
      title: Model Serving
      tags: [Serving, Efficiency]
      categories: [Systems]
      term: 2024-spring
      desc: W4
      lecture: L4-serving
      lectureVersion: current
      video: team-6
      notes: team-3
      speaker: Ada Lovelace
      ---

      ## Required Readings:

      #### FlashAttention-2: Faster Attention with Better Parallelism and Work Partitioning
      + Tri Dao
      + [Submitted on 17 Jul 2023]
      + https://arxiv.org/abs/2307.08691
      + A rewrite of the earlier kernel that spends more time in matrix products and spreads one head over many blocks.

      #### Efficient Memory Management for Large Language Model Serving
      + Woosuk Kwon, Zhuohan Li, Ion Stoica
      + https://doi.org/10.1145/3600006.3613165
      + Tags: paging
      + Pages keep the key value cache free of gaps, so that a machine serves two to four times as many requests.

      #### A Survey of Schedulers
      + Christopher Ré, José Álvarez

      ## More Readings:

      + vLLM: https://github.com/vllm-project/vllm

      # Blog: what we learned

      Ragged batches were the surprise of the week: a batch need not be a rectangle.

      """
    ),
    (
      "posts/2025-01-21-memory.md",
      """
      ---
      title: Memory of Machines
      tags: [Memory, long context]
      categories: [Architecture]
      term: 2025-spring
      desc: W1
      lectureVersion: next
      video: team-2
      ---

      ## Required Readings:

      | Presenter | Papers | Paper URL |
      | --- | --- | --- |
      | Team 2 | Neural Turing Machines, NIPS15 | https://arxiv.org/abs/1410.5401 |
      | Team 6 | 注意力机制综述 | https://example.org/zhuyi |

      ## Optional Readings:

      #### FlashAttention-2: Faster Attention with Better Parallelism and Work Partitioning
      + https://arxiv.org/abs/2307.08691v2

      """
    ),
    (
      "posts/highly-cited.md",
      """
      ---
      title: Highly cited
      term: 2025-reading-notes
      ---

      ### [1900] Mixed Precision Training [Google]
      - https://openreview.net/forum?id=r1gs9JgRZ
      - Paulius Micikevicius, Sharan Narang

      ### [440] Measuring the Effects of Data Parallelism

      """
    ),
    (
      "posts/planned.md",
      """
      ---
      title: Planning Ahead
      notes: team-6
      ---

      Nothing is chosen yet.

      """
    ),
  ]
}
