/// Every kind of mistake, with its place and what may have been meant.
enum ErrorTranscripts {
  static let text = #"""
    $ list tga:serving
    query:1:1: error: unknown field 'tga'; did you mean 'tag'? [unknown-field]
    tga:serving
    ^~~
    [status 2]
    $ list tags:serving
    query:1:1: error: unknown field 'tags'; did you mean 'tag'? [unknown-field]
    tags:serving
    ^~~~
    [status 2]
    $ list https://arxiv.org/abs/2307.08691
    query:1:1: error: an address is no field; papers are found by 'arxiv:' and 'doi:' [unknown-field]
    https://arxiv.org/abs/2307.08691
    ^~~~~
    [status 2]
    $ list :serving
    query:1:1: error: a field must stand before the colon [unknown-field]
    :serving
    ^
    [status 2]
    $ list kind:papr
    query:1:6: error: unknown value 'papr' for 'kind:'; did you mean 'paper'? [unknown-value]
    kind:papr
         ^~~~
    [status 2]
    $ list role:needed
    query:1:6: error: unknown value 'needed' for 'role:'; it is one of required, optional, background, unspecified [unknown-value]
    role:needed
         ^~~~~~
    [status 2]
    $ list has:links
    query:1:5: error: unknown value 'links' for 'has:'; did you mean 'link'? [unknown-value]
    has:links
        ^~~~~
    [status 2]
    $ list has:pdf
    query:1:5: error: unknown value 'pdf' for 'has:'; it is one of link, abstract, authors, id, date, tags, venue, year [unknown-value]
    has:pdf
        ^~~
    [status 2]
    $ list is:duplicated
    query:1:4: error: unknown value 'duplicated' for 'is:'; did you mean 'duplicate'? [unknown-value]
    is:duplicated
       ^~~~~~~~~~
    [status 2]
    $ list is:required
    query:1:4: error: unknown value 'required' for 'is:'; did you mean 'role:required'? [unknown-value]
    is:required
       ^~~~~~~~
    [status 2]
    $ list is:software
    query:1:4: error: unknown value 'software' for 'is:'; did you mean 'kind:software'? [unknown-value]
    is:software
       ^~~~~~~~
    [status 2]
    $ list is:unread
    query:1:4: error: unknown value 'unread' for 'is:'; it is one of next, current, duplicate [unknown-value]
    is:unread
       ^~~~~~
    [status 2]
    $ list year:soon
    query:1:6: error: 'soon' is not a year or a range of years; write 2022, 2022..2024, 2022.., ..2024 or >=2022 [unknown-value]
    year:soon
         ^~~~
    [status 2]
    $ list year:2024..2022
    query:1:6: error: the range '2024..2022' ends before it starts [unknown-value]
    year:2024..2022
         ^~~~~~~~~~
    [status 2]
    $ list year:20*
    query:1:6: error: 'year:' takes whole values, not the start of one [unknown-value]
    year:20*
         ^~~
    [status 2]
    $ list citations:many
    query:1:11: error: 'many' is not a number; write 100, 10..100 or >100 [unknown-value]
    citations:many
              ^~~~
    [status 2]
    $ list date:2024-13
    query:1:6: error: '2024-13' is not a date; write 2024, 2024-01, 2024-01-31, 2024-01..2024-06 or >=2024 [unknown-value]
    date:2024-13
         ^~~~~~~
    [status 2]
    $ list date:yesterday
    query:1:6: error: 'yesterday' is not a date; write 2024, 2024-01, 2024-01-31, 2024-01..2024-06 or >=2024 [unknown-value]
    date:yesterday
         ^~~~~~~~~
    [status 2]
    $ list submitted:May
    query:1:11: error: 'May' is not a date; write 2024, 2024-01, 2024-01-31, 2024-01..2024-06 or >=2024 [unknown-value]
    submitted:May
              ^~~
    [status 2]
    $ list title:!!
    query:1:7: error: the title '!!' has no letters to look for [unknown-value]
    title:!!
          ^~
    [status 2]
    $ list author:...
    query:1:8: error: the author '...' has no letters to look for [unknown-value]
    author:...
           ^~~
    [status 2]
    $ list abstract:-
    query:1:10: error: the abstract '-' has no letters to look for [unknown-value]
    abstract:-
             ^
    [status 2]
    $ list section:?
    query:1:9: error: the section '?' has no letters to look for [unknown-value]
    section:?
            ^
    [status 2]
    $ list venue:()
    query:1:1: error: 'venue:' takes one value; write (venue:a or venue:b) for several [missing-value]
    venue:()
    ^~~~~~~
    [status 2]
    $ list 'venue:!'
    query:1:7: error: the venue '!' has no letters to look for [unknown-value]
    venue:!
          ^
    [status 2]
    $ list presenter:!
    query:1:11: error: the presenter '!' has no letters to look for [unknown-value]
    presenter:!
              ^
    [status 2]
    $ list meta.speaker:!
    query:1:14: error: the value '!' has no letters to look for [unknown-value]
    meta.speaker:!
                 ^
    [status 2]
    $ list !!
    query:1:1: error: the text '!!' has no letters to look for [unknown-value]
    !!
    ^~
    [status 2]
    $ list tag:
    query:1:1: error: 'tag:' needs a value right after the colon [missing-value]
    tag:
    ^~~~
    [status 2]
    $ list 'tag: serving'
    query:1:1: error: 'tag:' needs a value right after the colon [missing-value]
    tag: serving
    ^~~~
    [status 2]
    $ list '(tag:)'
    query:1:2: error: 'tag:' needs a value right after the colon [missing-value]
    (tag:)
     ^~~~
    [status 2]
    $ list 'tag:""'
    query:1:5: error: 'tag:' needs a value [unknown-value]
    tag:""
        ^~
    [status 2]
    $ list 'tag:(serving or memory)'
    query:1:1: error: 'tag:' takes one value; write (tag:a or tag:b) for several [missing-value]
    tag:(serving or memory)
    ^~~~~
    [status 2]
    $ list 'serving "value cache'
    query:1:9: error: this quotation mark is never closed [unclosed-quote]
    serving "value cache
            ^
    [status 2]
    $ list 'serving (value or cache'
    query:1:9: error: this parenthesis is never closed [unbalanced-parenthesis]
    serving (value or cache
            ^
    [status 2]
    $ list 'serving) value'
    query:1:8: error: this parenthesis was never opened [unbalanced-parenthesis]
    serving) value
           ^
    [status 2]
    $ list 'serving ()'
    query:1:9: error: there is nothing between the parentheses [missing-term]
    serving ()
            ^~
    [status 2]
    $ list '""'
    query:1:1: error: there is nothing between the quotation marks [unknown-value]
    ""
    ^~
    [status 2]
    $ list 'serving or'
    query:1:9: error: 'or' has nothing on its right; the word itself goes in quotation marks [missing-term]
    serving or
            ^~
    [status 2]
    $ list 'or serving'
    query:1:1: error: 'or' has nothing on its left; the word itself goes in quotation marks [missing-term]
    or serving
    ^~
    [status 2]
    $ list 'serving and or cache'
    query:1:9: error: 'and' has nothing on its right; the word itself goes in quotation marks [missing-term]
    serving and or cache
            ^~~
    [status 2]
    $ list not
    query:1:1: error: 'not' has nothing on its right; the word itself goes in quotation marks [missing-term]
    not
    ^~~
    [status 2]
    $ list 'serving (not)'
    query:1:10: error: 'not' has nothing on its right; the word itself goes in quotation marks [missing-term]
    serving (not)
             ^~~
    [status 2]
    $ list 'serving -'
    query:1:9: error: '-' has nothing on its right [missing-term]
    serving -
            ^
    [status 2]
    $ list -role:needed
    query:1:7: error: unknown value 'needed' for 'role:'; it is one of required, optional, background, unspecified [unknown-value]
    -role:needed
          ^~~~~~
    [status 2]
    $ list -tags:serving
    query:1:2: error: unknown field 'tags'; did you mean 'tag'? [unknown-field]
    -tags:serving
     ^~~~
    [status 2]
    $ list -survey
    readings: error: unknown field 'urvey' for '--sort'; it takes title, date, year, author, session, file, term, label, section, role, kind, submitted, venue, citations, key
      '-survey' was taken for options; to leave out a word, write 'not survey', or '--' before the query
    [status 2]
    $ list -xyz
    readings: error: unknown option '-x' for 'list'; see 'readings help list'
      '-xyz' was taken for options; to leave out a word, write 'not xyz', or '--' before the query
    [status 2]
    $ list --sort datum
    readings: error: unknown field 'datum' for '--sort'; it takes title, date, year, author, session, file, term, label, section, role, kind, submitted, venue, citations, key
    [status 2]
    $ list --sort size
    readings: error: unknown field 'size' for '--sort'; it takes title, date, year, author, session, file, term, label, section, role, kind, submitted, venue, citations, key
    [status 2]
    $ list --sessions --sort author
    readings: error: sessions cannot be sorted by 'author', only by title, date, year, session, file, term, label, key
    [status 2]
    $ list --group-by team
    readings: error: unknown value 'team' for '--group-by'; did you mean 'term'?
    [status 2]
    $ list --format xls
    readings: error: unknown value 'xls' for '--format'; it takes table, plain, json, jsonl, csv, tsv, markdown, markdown-table, paths, bibtex, biblatex, csl-json, ris
    [status 2]
    $ list --columns titel
    readings: error: unknown field 'titel' for '--columns'; did you mean 'title'?
      fields: key, title, authors, year, venue, url, urls, arxiv, doi, openreview,
      role, kind, section, tags, submitted, citations, affiliation, presenter,
      abstract, session, sessions, session-title, session-tags, categories, date,
      term, label, lecture, lead, blog, file, line, column, group, meta.KEY
    [status 2]
    $ list --columns meta.
    readings: error: unknown field 'meta.' for '--columns'; did you mean 'meta.KEY'?
      fields: key, title, authors, year, venue, url, urls, arxiv, doi, openreview,
      role, kind, section, tags, submitted, citations, affiliation, presenter,
      abstract, session, sessions, session-title, session-tags, categories, date,
      term, label, lecture, lead, blog, file, line, column, group, meta.KEY
    [status 2]
    $ list --template '{titel}'
    readings: error: unknown field 'titel' for '--template'; did you mean 'title'?
      fields: key, title, authors, year, venue, url, urls, arxiv, doi, openreview,
      role, kind, section, tags, submitted, citations, affiliation, presenter,
      abstract, session, sessions, session-title, session-tags, categories, date,
      term, label, lecture, lead, blog, file, line, column, group, meta.KEY
    [status 2]
    $ list --template '{title'
    readings: error: the brace in column 1 of '--template' is never closed; '{{' stands for one
    [status 2]
    $ list --json title --format csv
    readings: error: '--json' does not go with '--format csv'
    [status 2]
    $ search tag:serving
    readings: error: there is no word to rank by outside of fields and groups; 'readings list' takes such a query
    [status 2]
    $ search cache --in titles
    readings: error: unknown field 'titles' for '--in'; did you mean 'title'?
    [status 2]
    $ export tga:serving
    query:1:1: error: unknown field 'tga'; did you mean 'tag'? [unknown-field]
    tga:serving
    ^~~
    [status 2]
    $ index tga:serving
    query:1:1: error: unknown field 'tga'; did you mean 'tag'? [unknown-field]
    tga:serving
    ^~~
    [status 2]
    """#
}
