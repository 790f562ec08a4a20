/// Questions of a seminar.
enum QuestionTranscripts {
  static let text = #"""
    $ list 'tag:serving author:"tri dao" date:2024..'
    2024-02-13  Model Serving
                2024-02-13-serving · 2024-spring · W4 · Serving, Efficiency
      req  FlashAttention-2: Faster Attention with Better      2023  Dao  2307.08691
             Parallelism and Work Partitioning
    1 reading in 1 session
    $ list role:required -has:link
    2024-02-13  Model Serving
                2024-02-13-serving · 2024-spring · W4 · Serving, Efficiency
      req  A Survey of Schedulers  Ré, Álvarez
    1 reading in 1 session
    $ list lead:team-6 --sessions
    2024-02-13  Model Serving  4 readings  2024-spring  W4  2024-02-13-serving
    1 session
    $ list team:team-6 --sessions
    2024-02-13  Model Serving   4 readings  2024-spring  W4  2024-02-13-serving
    undated     Planning Ahead  0 readings                   planned
    2 sessions
    $ list is:duplicate --unique --columns title,sessions
    title                                      sessions
    FlashAttention-2: Faster Attention with…   2024-02-13-serving; 2025-01-21-memory
    1 paper
    $ list 'tag:serving -role:optional "key value cache" (term:2024-spring or term:2025-spring)'
    2024-02-13  Model Serving
                2024-02-13-serving · 2024-spring · W4 · Serving, Efficiency
      req  Efficient Memory Management for Large       Kwon et al.  10.1145/3600006…
             Language Model Serving
             tags: paging
    1 reading in 1 session
    $ list tag:serving -role:optional --count
    3
    3 readings in 1 session
    $ list is:next
    2025-01-21  Memory of Machines
                2025-01-21-memory · 2025-spring · W1 · Memory, long context
      req  Neural Turing Machines                                  2015  1410.5401
      req  注意力机制综述                                                example.org
      opt  FlashAttention-2: Faster Attention with Better                2307.08691
             Parallelism and Work Partitioning
    3 readings in 1 session
    $ list kind:software
    2024-02-13  Model Serving
                2024-02-13-serving · 2024-spring · W4 · Serving, Efficiency
      opt  vLLM  github.com
    1 reading in 1 session
    $ export --unique author:dao --format bibtex
    @misc{dao2023flashattention,
      author = {Dao, Tri},
      title = {{FlashAttention-2}: Faster Attention with Better Parallelism and Work Partitioning},
      year = {2023},
      month = jul,
      eprint = {2307.08691},
      archiveprefix = {arXiv},
      url = {https://arxiv.org/abs/2307.08691},
      keywords = {Serving, Efficiency},
      abstract = {A rewrite of the earlier kernel that spends more time in matrix products and spreads one head over many blocks.},
    }
    1 paper
    $ search ragged batches
    Model Serving
      session · 2024-02-13 · 2024-02-13-serving · posts/2024-02-13-serving.md:37
      *Ragged batches* were the surprise of the week: a batch need not be a
      rectangle.
    0 readings and 1 session
    $ search value cache --tag serving
    Efficient Memory Management for Large Language Model Serving
      Kwon et al. · 10.1145/3600006.3613165 · in 2024-02-13-serving
      Pages keep the key *value cache* free of gaps, so that a machine serves two to
      four times as many requests.
    1 reading
    $ search 'cach* -role:optional' --in abstract
    Efficient Memory Management for Large Language Model Serving
      Kwon et al. · 10.1145/3600006.3613165 · in 2024-02-13-serving
      Pages keep the key value *cache* free of gaps, so that a machine serves two to
      four times as many requests.
    1 reading
    $ tag add twice --where is:duplicate --sessions --dry-run
    --- a/posts/2024-02-13-serving.md
    +++ b/posts/2024-02-13-serving.md
    @@ -1,6 +1,6 @@
     ---
     title: Model Serving
    -tags: [Serving, Efficiency]
    +tags: [Serving, Efficiency, twice]
     categories: [Systems]
     term: 2024-spring
     desc: W4
    --- a/posts/2025-01-21-memory.md
    +++ b/posts/2025-01-21-memory.md
    @@ -1,6 +1,6 @@
     ---
     title: Memory of Machines
    -tags: [Memory, long context]
    +tags: [Memory, long context, twice]
     categories: [Architecture]
     term: 2025-spring
     desc: W1
    would add 'twice' to 2 sessions (2 files)
    $ index is:duplicate --by tag --detail none
    # Readings by Tag

    ## Efficiency

    | No. | Read Date | Title and Information | We Read @ |
    | --: | --- | --- | --- |
    | 1 | 2024, Feb, 13 | Model Serving | W4 |

    ## long context

    | No. | Read Date | Title and Information | We Read @ |
    | --: | --- | --- | --- |
    | 1 | 2025, Jan, 21 | Memory of Machines | W1 |

    ## Memory

    | No. | Read Date | Title and Information | We Read @ |
    | --: | --- | --- | --- |
    | 1 | 2025, Jan, 21 | Memory of Machines | W1 |

    ## Serving

    | No. | Read Date | Title and Information | We Read @ |
    | --: | --- | --- | --- |
    | 1 | 2024, Feb, 13 | Model Serving | W4 |

    2 readings in 2 sessions
    """#
}
