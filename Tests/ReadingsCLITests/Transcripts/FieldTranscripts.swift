/// Every field of the query language, and how terms are put together: `readings list` with each line, and
/// `--template '{key}'`.
enum FieldTranscripts {
  static let text = #"""
    $ tag:serving
    2307.08691
    10.1145/3600006.3613165
    a-survey-of-schedulers
    vllm
    4 readings in 1 session
    $ tag:Long-Context
    1410.5401
    注意力机制综述
    2307.08691
    3 readings in 1 session
    $ tag:"long context"
    1410.5401
    注意力机制综述
    2307.08691
    3 readings in 1 session
    $ tag:pag*
    10.1145/3600006.3613165
    1 reading in 1 session
    $ category:architecture
    1410.5401
    注意力机制综述
    2307.08691
    3 readings in 1 session
    $ term:2024-Spring
    2307.08691
    10.1145/3600006.3613165
    a-survey-of-schedulers
    vllm
    4 readings in 1 session
    $ term:2025*
    1410.5401
    注意力机制综述
    2307.08691
    mixed-precision-training
    measuring-the-effects-of-data-parallelism
    5 readings in 2 sessions
    $ label:w1
    1410.5401
    注意力机制综述
    2307.08691
    3 readings in 1 session
    $ session:2025-01-21-memory
    1410.5401
    注意力机制综述
    2307.08691
    3 readings in 1 session
    $ session:"model serving"
    2307.08691
    10.1145/3600006.3613165
    a-survey-of-schedulers
    vllm
    4 readings in 1 session
    $ team:team-6
    2307.08691
    10.1145/3600006.3613165
    a-survey-of-schedulers
    vllm
    4 readings in 2 sessions
    $ lead:team-6
    2307.08691
    10.1145/3600006.3613165
    a-survey-of-schedulers
    vllm
    4 readings in 1 session
    $ lead:"Team 2"
    1410.5401
    注意力机制综述
    2307.08691
    3 readings in 1 session
    $ file:highly-cited
    mixed-precision-training
    measuring-the-effects-of-data-parallelism
    2 readings in 1 session
    $ file:posts/2024*
    2307.08691
    10.1145/3600006.3613165
    a-survey-of-schedulers
    vllm
    4 readings in 1 session
    $ key:vllm
    vllm
    1 reading in 1 session
    $ arxiv:2307.08691
    2307.08691
    2307.08691
    2 readings in 2 sessions
    $ arxiv:https://arxiv.org/abs/2307.08691v2
    2307.08691
    2307.08691
    2 readings in 2 sessions
    $ doi:https://doi.org/10.1145/3600006.3613165
    10.1145/3600006.3613165
    1 reading in 1 session
    $ doi:*
    10.1145/3600006.3613165
    1 reading in 1 session
    $ title:attention
    2307.08691
    2307.08691
    2 readings in 2 sessions
    $ title:"neural turing"
    1410.5401
    1 reading in 1 session
    $ title:schedul*
    a-survey-of-schedulers
    1 reading in 1 session
    $ title:注意力
    注意力机制综述
    1 reading in 1 session
    $ author:dao
    2307.08691
    1 reading in 1 session
    $ author:"Dao, Tri"
    2307.08691
    1 reading in 1 session
    $ author:re
    a-survey-of-schedulers
    1 reading in 1 session
    $ author:alvarez
    a-survey-of-schedulers
    1 reading in 1 session
    $ abstract:"key value cache"
    10.1145/3600006.3613165
    1 reading in 1 session
    $ section:more
    vllm
    1 reading in 1 session
    $ venue:nips15
    1410.5401
    1 reading in 1 session
    $ presenter:"team 2"
    1410.5401
    1 reading in 1 session
    $ meta.speaker:lovelace
    2307.08691
    10.1145/3600006.3613165
    a-survey-of-schedulers
    vllm
    4 readings in 1 session
    $ META.Speaker:ada*
    2307.08691
    10.1145/3600006.3613165
    a-survey-of-schedulers
    vllm
    4 readings in 1 session
    $ machine
    10.1145/3600006.3613165
    1 reading in 1 session
    $ "value cache"
    10.1145/3600006.3613165
    1 reading in 1 session
    $ role:required
    2307.08691
    10.1145/3600006.3613165
    a-survey-of-schedulers
    1410.5401
    注意力机制综述
    5 readings in 2 sessions
    $ role:Optional
    vllm
    2307.08691
    2 readings in 2 sessions
    $ role:background
    0 readings in 0 sessions
    $ role:unspecified
    mixed-precision-training
    measuring-the-effects-of-data-parallelism
    2 readings in 1 session
    $ kind:paper
    2307.08691
    10.1145/3600006.3613165
    a-survey-of-schedulers
    1410.5401
    2307.08691
    mixed-precision-training
    measuring-the-effects-of-data-parallelism
    7 readings in 3 sessions
    $ kind:software
    vllm
    1 reading in 1 session
    $ kind:web
    注意力机制综述
    1 reading in 1 session
    $ kind:video
    0 readings in 0 sessions
    $ kind:slides
    0 readings in 0 sessions
    $ kind:book
    0 readings in 0 sessions
    $ kind:other
    0 readings in 0 sessions
    $ has:link
    2307.08691
    10.1145/3600006.3613165
    vllm
    1410.5401
    注意力机制综述
    2307.08691
    6 readings in 2 sessions
    $ has:abstract
    2307.08691
    10.1145/3600006.3613165
    2 readings in 1 session
    $ has:authors
    2307.08691
    10.1145/3600006.3613165
    a-survey-of-schedulers
    3 readings in 1 session
    $ has:id
    2307.08691
    10.1145/3600006.3613165
    1410.5401
    2307.08691
    4 readings in 2 sessions
    $ has:date
    2307.08691
    10.1145/3600006.3613165
    a-survey-of-schedulers
    vllm
    1410.5401
    注意力机制综述
    2307.08691
    7 readings in 2 sessions
    $ has:tags
    2307.08691
    10.1145/3600006.3613165
    a-survey-of-schedulers
    vllm
    1410.5401
    注意力机制综述
    2307.08691
    7 readings in 2 sessions
    $ has:venue
    1410.5401
    1 reading in 1 session
    $ has:year
    2307.08691
    1410.5401
    2 readings in 2 sessions
    $ is:current
    2307.08691
    10.1145/3600006.3613165
    a-survey-of-schedulers
    vllm
    4 readings in 1 session
    $ is:next
    1410.5401
    注意力机制综述
    2307.08691
    3 readings in 1 session
    $ is:duplicate
    2307.08691
    2307.08691
    2 readings in 2 sessions
    $ year:2023
    2307.08691
    1 reading in 1 session
    $ year:2015..2020
    1410.5401
    1 reading in 1 session
    $ year:2020..
    2307.08691
    1 reading in 1 session
    $ year:..2020
    1410.5401
    1 reading in 1 session
    $ year:<=2023
    2307.08691
    1410.5401
    2 readings in 2 sessions
    $ year:<2023
    1410.5401
    1 reading in 1 session
    $ citations:1900
    mixed-precision-training
    1 reading in 1 session
    $ citations:>=1000
    mixed-precision-training
    1 reading in 1 session
    $ date:2024-02-13
    2307.08691
    10.1145/3600006.3613165
    a-survey-of-schedulers
    vllm
    4 readings in 1 session
    $ date:2024-01..2024-06
    2307.08691
    10.1145/3600006.3613165
    a-survey-of-schedulers
    vllm
    4 readings in 1 session
    $ date:>2024-02-13
    1410.5401
    注意力机制综述
    2307.08691
    mixed-precision-training
    measuring-the-effects-of-data-parallelism
    5 readings in 2 sessions
    $ date:2025..
    1410.5401
    注意力机制综述
    2307.08691
    mixed-precision-training
    measuring-the-effects-of-data-parallelism
    5 readings in 2 sessions
    $ date:<2025
    2307.08691
    10.1145/3600006.3613165
    a-survey-of-schedulers
    vllm
    4 readings in 1 session
    $ submitted:2023-07
    2307.08691
    1 reading in 1 session
    $ submitted:2023-07-17..2024
    2307.08691
    1 reading in 1 session
    $ tag:serving author:dao
    2307.08691
    1 reading in 1 session
    $ tag:serving and not role:required
    vllm
    1 reading in 1 session
    $ kind:software or kind:web
    vllm
    注意力机制综述
    2 readings in 2 sessions
    $ (title:vllm or title:turing) -tag:memory
    vllm
    1 reading in 1 session
    $ -(role:required or role:optional)
    mixed-precision-training
    measuring-the-effects-of-data-parallelism
    2 readings in 2 sessions
    $ not not key:vllm
    vllm
    1 reading in 1 session
    """#
}
