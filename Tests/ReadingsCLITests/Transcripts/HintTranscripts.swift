/// What is said when nothing is found.
enum HintTranscripts {
  static let text = #"""
    $ list tag:servng
    readings: no tag 'servng'; did you mean 'Serving'?
    0 readings in 0 sessions
    $ list 'author:doa'
    readings: no author 'doa'; did you mean 'Dao'?
    0 readings in 0 sessions
    $ list team:team-7
    readings: no team 'team-7'; there are team-2, team-3, team-6
    0 readings in 0 sessions
    $ list term:2024-sprig
    readings: no term '2024-sprig'; did you mean '2024-spring'?
    0 readings in 0 sessions
    $ list label:w9
    readings: no label 'w9'; there are W1, W4
    0 readings in 0 sessions
    $ list session:memry
    readings: no session 'memry'; there are 2024-02-13-serving, 2025-01-21-memory, highly-cited, planned
    0 readings in 0 sessions
    $ list venue:nips16
    readings: no venue 'nips16'; did you mean 'NIPS15'?
    0 readings in 0 sessions
    $ list presenter:team-3
    readings: no presenter 'team-3'; there are Team 2, Team 6
    0 readings in 0 sessions
    $ list key:2307.08692
    readings: no key '2307.08692'; did you mean '2307.08691'?
    0 readings in 0 sessions
    $ list tag:serving author:dao year:2024..
    readings: nothing has all of these; alone they have: tag:serving 4, author:dao 1, year:2024.. 0
    0 readings in 0 sessions
    $ list tag:serving date:2026..
    readings: nothing has all of these; alone they have: tag:serving 4, date:2026.. 0
    readings: 1 session has no date
    0 readings in 0 sessions
    $ list tag:memory or tag:memry --count
    3
    readings: no tag 'memry'; did you mean 'Memory'?
    3 readings in 1 session
    $ search attenton
    FlashAttention-2: Faster *Attention* with Better Parallelism and Work
    Partitioning
      Dao · 2023 · 2307.08691 · in 2024-02-13-serving, 2025-01-21-memory
    readings: nothing has 'attenton'; taken for 'attention'
    2 readings
    $ search memmory --count
    1
    readings: nothing has 'memmory'; taken for 'memory'
    1 reading
    $ search flashy tag:memory
    readings: of what the other terms let pass, nothing has 'flashy'
    0 readings
    $ search cache tag:srving
    readings: no tag 'srving'; did you mean 'Serving'?
    0 readings
    $ search nachines
    readings: nothing has 'nachines'; did you mean 'machines'?
    0 readings
    """#
}
