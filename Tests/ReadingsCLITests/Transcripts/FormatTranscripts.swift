/// Every format, of readings, sessions and what a search finds.
enum FormatTranscripts {
  static let text = #"""
    $ list author:dao
    2024-02-13  Model Serving
                2024-02-13-serving · 2024-spring · W4 · Serving, Efficiency
      req  FlashAttention-2: Faster Attention with Better      2023  Dao  2307.08691
             Parallelism and Work Partitioning
    1 reading in 1 session
    $ list author:dao --format table
    2024-02-13  Model Serving
                2024-02-13-serving · 2024-spring · W4 · Serving, Efficiency
      req  FlashAttention-2: Faster Attention with Better      2023  Dao  2307.08691
             Parallelism and Work Partitioning
    1 reading in 1 session
    $ list author:dao --format plain
    2024-02-13  Model Serving  [2024-02-13-serving; 2024-spring; W4; Serving, Efficiency]
      required: FlashAttention-2: Faster Attention with Better Parallelism and Work Partitioning (2023)  Tri Dao  https://arxiv.org/abs/2307.08691
    1 reading in 1 session
    $ list key:vllm --format json
    [
    {"key":"vllm","title":"vLLM","section":"More Readings","role":"optional","kind":"software","urls":["https://github.com/vllm-project/vllm"],"arxiv":null,"doi":null,"openreview":null,"authors":[],"submitted":null,"year":null,"venue":null,"citations":null,"affiliation":null,"abstract":null,"tags":[],"presenter":null,"file":"posts/2024-02-13-serving.md","line":33,"column":3,"session":{"key":"2024-02-13-serving","title":"Model Serving","date":"2024-02-13","term":"2024-spring","label":"W4","lecture":"L4-serving","tags":["Serving","Efficiency"],"categories":["Systems"]}}
    ]
    1 reading in 1 session
    $ list key:vllm --format jsonl
    {"key":"vllm","title":"vLLM","section":"More Readings","role":"optional","kind":"software","urls":["https://github.com/vllm-project/vllm"],"arxiv":null,"doi":null,"openreview":null,"authors":[],"submitted":null,"year":null,"venue":null,"citations":null,"affiliation":null,"abstract":null,"tags":[],"presenter":null,"file":"posts/2024-02-13-serving.md","line":33,"column":3,"session":{"key":"2024-02-13-serving","title":"Model Serving","date":"2024-02-13","term":"2024-spring","label":"W4","lecture":"L4-serving","tags":["Serving","Efficiency"],"categories":["Systems"]}}
    1 reading in 1 session
    $ list tag:paging --format csv
    key,title,authors,year,venue,url,role,kind,section,session,date,term,file,line
    10.1145/3600006.3613165,Efficient Memory Management for Large Language Model Serving,Woosuk Kwon; Zhuohan Li; Ion Stoica,,,https://doi.org/10.1145/3600006.3613165,required,paper,Required Readings,2024-02-13-serving,2024-02-13,2024-spring,posts/2024-02-13-serving.md,22
    1 reading in 1 session
    $ list tag:paging --format tsv
    key	title	authors	year	venue	url	role	kind	section	session	date	term	file	line
    10.1145/3600006.3613165	Efficient Memory Management for Large Language Model Serving	Woosuk Kwon; Zhuohan Li; Ion Stoica			https://doi.org/10.1145/3600006.3613165	required	paper	Required Readings	2024-02-13-serving	2024-02-13	2024-spring	posts/2024-02-13-serving.md	22
    1 reading in 1 session
    $ list section:more or author:dao --format markdown
    ## Model Serving (2024-02-13)

    - [FlashAttention-2: Faster Attention with Better Parallelism and Work Partitioning](https://arxiv.org/abs/2307.08691). Tri Dao. 2023
    - [vLLM](https://github.com/vllm-project/vllm)
    2 readings in 1 session
    $ list author:dao --format markdown-table --columns title,year,url
    | title | year | url |
    | --- | --- | --- |
    | FlashAttention-2: Faster Attention with Better Parallelism and Work Partitioning | 2023 | https://arxiv.org/abs/2307.08691 |
    1 reading in 1 session
    $ list tag:memory --format paths
    posts/2025-01-21-memory.md
    3 readings in 1 session
    $ list tag:memory or key:vllm --format paths -0
    posts/2024-02-13-serving.md␀posts/2025-01-21-memory.md␀
    4 readings in 2 sessions
    $ list tag:paging --format bibtex
    @misc{kwonefficient,
      author = {Kwon, Woosuk and Li, Zhuohan and Stoica, Ion},
      title = {Efficient Memory Management for Large Language Model Serving},
      doi = {10.1145/3600006.3613165},
      url = {https://doi.org/10.1145/3600006.3613165},
      keywords = {paging, Serving, Efficiency},
      abstract = {Pages keep the key value cache free of gaps, so that a machine serves two to four times as many requests.},
    }
    1 reading in 1 session
    $ list tag:paging --format biblatex
    @misc{kwonefficient,
      author = {Kwon, Woosuk and Li, Zhuohan and Stoica, Ion},
      title = {Efficient Memory Management for Large Language Model Serving},
      doi = {10.1145/3600006.3613165},
      url = {https://doi.org/10.1145/3600006.3613165},
      keywords = {paging, Serving, Efficiency},
      abstract = {Pages keep the key value cache free of gaps, so that a machine serves two to four times as many requests.},
    }
    1 reading in 1 session
    $ list tag:paging --format csl-json
    [
    {"id":"kwonefficient","type":"document","title":"Efficient Memory Management for Large Language Model Serving","author":[{"family":"Kwon","given":"Woosuk"},{"family":"Li","given":"Zhuohan"},{"family":"Stoica","given":"Ion"}],"DOI":"10.1145/3600006.3613165","URL":"https://doi.org/10.1145/3600006.3613165","abstract":"Pages keep the key value cache free of gaps, so that a machine serves two to four times as many requests.","keyword":"paging, Serving, Efficiency"}
    ]
    1 reading in 1 session
    $ list tag:paging --format ris
    TY  - GEN
    ID  - kwonefficient
    TI  - Efficient Memory Management for Large Language Model Serving
    AU  - Kwon, Woosuk
    AU  - Li, Zhuohan
    AU  - Stoica, Ion
    DO  - 10.1145/3600006.3613165
    UR  - https://doi.org/10.1145/3600006.3613165
    KW  - paging
    KW  - Serving
    KW  - Efficiency
    AB  - Pages keep the key value cache free of gaps, so that a machine serves two to four times as many requests.
    ER  - 

    1 reading in 1 session
    $ list tag:serving --template '{title} ({year}) <{url}>'
    FlashAttention-2: Faster Attention with Better Parallelism and Work Partitioning (2023) <https://arxiv.org/abs/2307.08691>
    Efficient Memory Management for Large Language Model Serving () <https://doi.org/10.1145/3600006.3613165>
    A Survey of Schedulers () <>
    vLLM () <https://github.com/vllm-project/vllm>
    4 readings in 1 session
    $ list tag:serving --columns key,meta.speaker,lead
    key                      meta.speaker  lead
    2307.08691               Ada Lovelace  team-6
    10.1145/3600006.3613165  Ada Lovelace  team-6
    a-survey-of-schedulers   Ada Lovelace  team-6
    vllm                     Ada Lovelace  team-6
    4 readings in 1 session
    $ list tag:serving --columns key,year --format csv
    key,year
    2307.08691,2023
    10.1145/3600006.3613165,
    a-survey-of-schedulers,
    vllm,
    4 readings in 1 session
    $ list key:vllm --json title,year,url
    [
    {"title":"vLLM","year":null,"url":"https://github.com/vllm-project/vllm"}
    ]
    1 reading in 1 session
    $ list key:vllm --json title,year,url --format jsonl
    {"title":"vLLM","year":null,"url":"https://github.com/vllm-project/vllm"}
    1 reading in 1 session
    $ list tag:serving --count
    4
    4 readings in 1 session
    $ list tag:serving --count --sessions
    1
    1 session
    $ list --sessions
    2024-02-13  Model Serving       4 readings  2024-spring       2024-02-13-serving
    2025-01-21  Memory of Machines  3 readings  2025-spring       2025-01-21-memory
    undated     Highly cited        2 readings  2025-reading-no…  highly-cited
    undated     Planning Ahead      0 readings                    planned
    4 sessions
    $ list --sessions --format plain
    2024-02-13  Model Serving  4 readings  2024-spring  W4  2024-02-13-serving
    2025-01-21  Memory of Machines  3 readings  2025-spring  W1  2025-01-21-memory
    undated  Highly cited  2 readings  2025-reading-notes  highly-cited
    undated  Planning Ahead  0 readings  planned
    4 sessions
    $ list key:planned --sessions --format json
    [
    {"key":"planned","title":"Planning Ahead","date":null,"term":null,"label":null,"lecture":null,"tags":[],"categories":[],"lectureVersion":null,"leadTeam":null,"blogTeam":"team-6","file":"posts/planned.md","line":1,"readingCount":0}
    ]
    1 session
    $ list key:planned --sessions --format jsonl
    {"key":"planned","title":"Planning Ahead","date":null,"term":null,"label":null,"lecture":null,"tags":[],"categories":[],"lectureVersion":null,"leadTeam":null,"blogTeam":"team-6","file":"posts/planned.md","line":1,"readingCount":0}
    1 session
    $ list --sessions --format csv --columns key,date,lead,blog,readings
    key,date,lead,blog,readings
    2024-02-13-serving,2024-02-13,team-6,team-3,4
    2025-01-21-memory,2025-01-21,team-2,,3
    highly-cited,,,,2
    planned,,,team-6,0
    4 sessions
    $ list --sessions --format tsv --columns key,meta.speaker
    key	meta.speaker
    2024-02-13-serving	Ada Lovelace
    2025-01-21-memory	
    highly-cited	
    planned	
    4 sessions
    $ list --sessions --format markdown
    - Model Serving (2024-02-13, 2024-02-13-serving)
    - Memory of Machines (2025-01-21, 2025-01-21-memory)
    - Highly cited (highly-cited)
    - Planning Ahead (planned)
    4 sessions
    $ list --sessions --format markdown-table --columns key,title
    | key | title |
    | --- | --- |
    | 2024-02-13-serving | Model Serving |
    | 2025-01-21-memory | Memory of Machines |
    | highly-cited | Highly cited |
    | planned | Planning Ahead |
    4 sessions
    $ list --sessions --format paths
    posts/2024-02-13-serving.md
    posts/2025-01-21-memory.md
    posts/highly-cited.md
    posts/planned.md
    4 sessions
    $ list --sessions --template '{key}: {readings}'
    2024-02-13-serving: 4
    2025-01-21-memory: 3
    highly-cited: 2
    planned: 0
    4 sessions
    $ export key:vllm
    {"key":"vllm","title":"vLLM","section":"More Readings","role":"optional","kind":"software","urls":["https://github.com/vllm-project/vllm"],"arxiv":null,"doi":null,"openreview":null,"authors":[],"submitted":null,"year":null,"venue":null,"citations":null,"affiliation":null,"abstract":null,"tags":[],"presenter":null,"file":"posts/2024-02-13-serving.md","line":33,"column":3,"session":{"key":"2024-02-13-serving","title":"Model Serving","date":"2024-02-13","term":"2024-spring","label":"W4","lecture":"L4-serving","tags":["Serving","Efficiency"],"categories":["Systems"]}}
    1 reading in 1 session
    $ export --unique --json title,sessions is:duplicate
    {"title":"FlashAttention-2: Faster Attention with Better Parallelism and Work Partitioning","sessions":["2024-02-13-serving","2025-01-21-memory"]}
    1 paper
    $ search value cache
    Efficient Memory Management for Large Language Model Serving
      Kwon et al. · 10.1145/3600006.3613165 · in 2024-02-13-serving
      Pages keep the key *value cache* free of gaps, so that a machine serves two to
      four times as many requests.
    1 reading
    $ search value cache --format plain
    Efficient Memory Management for Large Language Model Serving  [Kwon et al.; 10.1145/3600006.3613165; in 2024-02-13-serving]  Pages keep the key *value cache* free of gaps, so that a machine serves two to four times as many requests.
    1 reading
    $ search value cache --format json --json key,title
    [
    {"key":"10.1145/3600006.3613165","title":"Efficient Memory Management for Large Language Model Serving"}
    ]
    1 reading
    $ search ragged value --format jsonl --columns key,title
    {"key":"10.1145/3600006.3613165","title":"Efficient Memory Management for Large Language Model Serving"}
    1 reading
    $ search attention --format csv --columns key,session
    key,session
    2307.08691,2024-02-13-serving
    2307.08691,2025-01-21-memory
    2 readings
    $ search attention --format tsv --columns key,session
    key	session
    2307.08691	2024-02-13-serving
    2307.08691	2025-01-21-memory
    2 readings
    $ search vllm --format markdown
    - [vLLM](https://github.com/vllm-project/vllm)
    1 reading
    $ search vllm --format markdown-table --columns key,title
    | key | title |
    | --- | --- |
    | vllm | vLLM |
    1 reading
    $ search attention --format paths
    posts/2024-02-13-serving.md
    posts/2025-01-21-memory.md
    2 readings
    $ search attention tag:memory --template '{title}'
    FlashAttention-2: Faster Attention with Better Parallelism and Work Partitioning
    1 reading
    $ search 注意力 --columns key,title
    key             title
    注意力机制综述  注意力机制综述
    1 reading
    $ search alvarez --count
    1
    1 reading
    """#
}
