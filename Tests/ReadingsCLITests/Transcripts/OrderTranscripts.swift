/// Every sort key and every way to group.
enum OrderTranscripts {
  static let text = #"""
    $ list --sort title --template '{title}'
    A Survey of Schedulers
    Efficient Memory Management for Large Language Model Serving
    FlashAttention-2: Faster Attention with Better Parallelism and Work Partitioning
    FlashAttention-2: Faster Attention with Better Parallelism and Work Partitioning
    Measuring the Effects of Data Parallelism
    Mixed Precision Training
    Neural Turing Machines
    vLLM
    注意力机制综述
    9 readings in 3 sessions
    $ list --sort title- --template '{title}'
    注意力机制综述
    vLLM
    Neural Turing Machines
    Mixed Precision Training
    Measuring the Effects of Data Parallelism
    FlashAttention-2: Faster Attention with Better Parallelism and Work Partitioning
    FlashAttention-2: Faster Attention with Better Parallelism and Work Partitioning
    Efficient Memory Management for Large Language Model Serving
    A Survey of Schedulers
    9 readings in 3 sessions
    $ list --sort date- --template '{date} {session} {key}'
    2025-01-21 2025-01-21-memory 1410.5401
    2025-01-21 2025-01-21-memory 注意力机制综述
    2025-01-21 2025-01-21-memory 2307.08691
    2024-02-13 2024-02-13-serving 2307.08691
    2024-02-13 2024-02-13-serving 10.1145/3600006.3613165
    2024-02-13 2024-02-13-serving a-survey-of-schedulers
    2024-02-13 2024-02-13-serving vllm
     highly-cited mixed-precision-training
     highly-cited measuring-the-effects-of-data-parallelism
    9 readings in 4 sessions
    $ list --sort year,title --template '{year} {title}'
    2015 Neural Turing Machines
    2023 FlashAttention-2: Faster Attention with Better Parallelism and Work Partitioning
     A Survey of Schedulers
     Efficient Memory Management for Large Language Model Serving
     FlashAttention-2: Faster Attention with Better Parallelism and Work Partitioning
     Measuring the Effects of Data Parallelism
     Mixed Precision Training
     vLLM
     注意力机制综述
    9 readings in 3 sessions
    $ list --sort author --template '{authors}'
    Tri Dao
    Woosuk Kwon; Zhuohan Li; Ion Stoica
    Christopher Ré; José Álvarez






    9 readings in 3 sessions
    $ list --sort session- --template '{session} {key}'
    highly-cited mixed-precision-training
    highly-cited measuring-the-effects-of-data-parallelism
    2025-01-21-memory 1410.5401
    2025-01-21-memory 注意力机制综述
    2025-01-21-memory 2307.08691
    2024-02-13-serving 2307.08691
    2024-02-13-serving 10.1145/3600006.3613165
    2024-02-13-serving a-survey-of-schedulers
    2024-02-13-serving vllm
    9 readings in 4 sessions
    $ list --sort file --template '{file}:{line}'
    posts/2024-02-13-serving.md:16
    posts/2024-02-13-serving.md:22
    posts/2024-02-13-serving.md:28
    posts/2024-02-13-serving.md:33
    posts/2025-01-21-memory.md:15
    posts/2025-01-21-memory.md:16
    posts/2025-01-21-memory.md:20
    posts/highly-cited.md:6
    posts/highly-cited.md:10
    9 readings in 4 sessions
    $ list --sort term-,title --template '{term} {title}'
    2025-spring FlashAttention-2: Faster Attention with Better Parallelism and Work Partitioning
    2025-spring Neural Turing Machines
    2025-spring 注意力机制综述
    2025-reading-notes Measuring the Effects of Data Parallelism
    2025-reading-notes Mixed Precision Training
    2024-spring A Survey of Schedulers
    2024-spring Efficient Memory Management for Large Language Model Serving
    2024-spring FlashAttention-2: Faster Attention with Better Parallelism and Work Partitioning
    2024-spring vLLM
    9 readings in 4 sessions
    $ list --sort label --template '{label} {key}'
    W1 1410.5401
    W1 注意力机制综述
    W1 2307.08691
    W4 2307.08691
    W4 10.1145/3600006.3613165
    W4 a-survey-of-schedulers
    W4 vllm
     mixed-precision-training
     measuring-the-effects-of-data-parallelism
    9 readings in 4 sessions
    $ list --sort section,role --template '{section} {role}'
    More Readings optional
    Optional Readings optional
    Required Readings required
    Required Readings required
    Required Readings required
    Required Readings required
    Required Readings required
     unspecified
     unspecified
    9 readings in 3 sessions
    $ list --sort role,year- --template '{role} {year}'
    required 2023
    required 2015
    required 
    required 
    required 
    optional 
    optional 
    unspecified 
    unspecified 
    9 readings in 3 sessions
    $ list --sort kind --template '{kind} {key}'
    paper 2307.08691
    paper 10.1145/3600006.3613165
    paper a-survey-of-schedulers
    paper 1410.5401
    paper 2307.08691
    paper mixed-precision-training
    paper measuring-the-effects-of-data-parallelism
    software vllm
    web 注意力机制综述
    9 readings in 3 sessions
    $ list --sort submitted --template '{submitted} {key}'
    2023-07-17 2307.08691
     10.1145/3600006.3613165
     a-survey-of-schedulers
     vllm
     1410.5401
     注意力机制综述
     2307.08691
     mixed-precision-training
     measuring-the-effects-of-data-parallelism
    9 readings in 3 sessions
    $ list --sort venue --template '{venue} {key}'
    NIPS15 1410.5401
     2307.08691
     10.1145/3600006.3613165
     a-survey-of-schedulers
     vllm
     注意力机制综述
     2307.08691
     mixed-precision-training
     measuring-the-effects-of-data-parallelism
    9 readings in 3 sessions
    $ list --sort citations- --template '{citations} {key}'
    1900 mixed-precision-training
    440 measuring-the-effects-of-data-parallelism
     2307.08691
     10.1145/3600006.3613165
     a-survey-of-schedulers
     vllm
     1410.5401
     注意力机制综述
     2307.08691
    9 readings in 3 sessions
    $ list --sort key --template '{key}'
    10.1145/3600006.3613165
    1410.5401
    2307.08691
    2307.08691
    a-survey-of-schedulers
    measuring-the-effects-of-data-parallelism
    mixed-precision-training
    vllm
    注意力机制综述
    9 readings in 3 sessions
    $ list --sessions --sort date-,title --template '{date} {title}'
    2025-01-21 Memory of Machines
    2024-02-13 Model Serving
     Highly cited
     Planning Ahead
    4 sessions
    $ list --sort year- --limit 2 --template '{year} {title}'
    2023 FlashAttention-2: Faster Attention with Better Parallelism and Work Partitioning
    2015 Neural Turing Machines
    2 readings in 2 sessions
    $ list --group-by session --columns key,role
    key                                        role
    2307.08691                                 required
    10.1145/3600006.3613165                    required
    a-survey-of-schedulers                     required
    vllm                                       optional
    1410.5401                                  required
    注意力机制综述                             required
    2307.08691                                 optional
    mixed-precision-training                   unspecified
    measuring-the-effects-of-data-parallelism  unspecified
    9 readings in 4 sessions
    $ list --group-by tag --columns key
    group         key
    Efficiency    2307.08691
    Efficiency    10.1145/3600006.3613165
    Efficiency    a-survey-of-schedulers
    Efficiency    vllm
    long context  1410.5401
    long context  注意力机制综述
    long context  2307.08691
    Memory        1410.5401
    Memory        注意力机制综述
    Memory        2307.08691
    paging        10.1145/3600006.3613165
    Serving       2307.08691
    Serving       10.1145/3600006.3613165
    Serving       a-survey-of-schedulers
    Serving       vllm
                  mixed-precision-training
                  measuring-the-effects-of-data-parallelism
    9 readings in 4 sessions
    $ list --group-by category --columns key
    group         key
    Architecture  1410.5401
    Architecture  注意力机制综述
    Architecture  2307.08691
    Systems       2307.08691
    Systems       10.1145/3600006.3613165
    Systems       a-survey-of-schedulers
    Systems       vllm
                  mixed-precision-training
                  measuring-the-effects-of-data-parallelism
    9 readings in 4 sessions
    $ list --group-by term --columns key
    group               key
    2024-spring         2307.08691
    2024-spring         10.1145/3600006.3613165
    2024-spring         a-survey-of-schedulers
    2024-spring         vllm
    2025-reading-notes  mixed-precision-training
    2025-reading-notes  measuring-the-effects-of-data-parallelism
    2025-spring         1410.5401
    2025-spring         注意力机制综述
    2025-spring         2307.08691
    9 readings in 4 sessions
    $ list --group-by year --columns key
    group  key
    2015   1410.5401
    2023   2307.08691
           10.1145/3600006.3613165
           a-survey-of-schedulers
           vllm
           注意力机制综述
           2307.08691
           mixed-precision-training
           measuring-the-effects-of-data-parallelism
    9 readings in 4 sessions
    $ list --group-by author --columns key
    group           key
    José Álvarez    a-survey-of-schedulers
    Tri Dao         2307.08691
    Woosuk Kwon     10.1145/3600006.3613165
    Zhuohan Li      10.1145/3600006.3613165
    Christopher Ré  a-survey-of-schedulers
    Ion Stoica      10.1145/3600006.3613165
                    vllm
                    1410.5401
                    注意力机制综述
                    2307.08691
                    mixed-precision-training
                    measuring-the-effects-of-data-parallelism
    9 readings in 4 sessions
    $ list --group-by section --columns key
    group              key
    More Readings      vllm
    Optional Readings  2307.08691
    Required Readings  2307.08691
    Required Readings  10.1145/3600006.3613165
    Required Readings  a-survey-of-schedulers
    Required Readings  1410.5401
    Required Readings  注意力机制综述
                       mixed-precision-training
                       measuring-the-effects-of-data-parallelism
    9 readings in 4 sessions
    $ list --group-by role --columns key
    group     key
    required  2307.08691
    required  10.1145/3600006.3613165
    required  a-survey-of-schedulers
    required  1410.5401
    required  注意力机制综述
    optional  vllm
    optional  2307.08691
              mixed-precision-training
              measuring-the-effects-of-data-parallelism
    9 readings in 4 sessions
    $ list --group-by none --limit 2
      req  FlashAttention-2: Faster Attention  2023  Dao          2024-02-13-serving
             with Better Parallelism and Work
             Partitioning
      req  Efficient Memory Management for           Kwon et al.  2024-02-13-serving
             Large Language Model Serving
             tags: paging
    2 readings in 1 session
    $ list --group-by term role:optional
    2024-spring  1
      opt  vLLM                                       github.com  2024-02-13-serving

    2025-spring  1
      opt  FlashAttention-2: Faster Attention with    2307.08691  2025-01-21-memory
             Better Parallelism and Work
             Partitioning
    2 readings in 2 sessions
    $ list --unique --sort title --columns key,sessions
    key                                        sessions
    a-survey-of-schedulers                     2024-02-13-serving
    10.1145/3600006.3613165                    2024-02-13-serving
    2307.08691                                 2024-02-13-serving; 2025-01-21-memory
    measuring-the-effects-of-data-parallelism  highly-cited
    mixed-precision-training                   highly-cited
    1410.5401                                  2025-01-21-memory
    vllm                                       2024-02-13-serving
    注意力机制综述                             2025-01-21-memory
    8 papers
    """#
}
