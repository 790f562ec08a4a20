extension SiteAssets {
  /// One style sheet for all pages: system fonts, light and dark, from 320 pixels to paper. Every text has a contrast of at
  /// least 4.5 to 1 in both schemes (WCAG 2.2, 1.4.3).
  static let style: StaticString = #"""
    :root {
      color-scheme: light dark;
      --paper: #fdfcfa;
      --sheet: #f4f2ee;
      --ink: #1d2125;
      --quiet: #5b6269;
      --line: #dedad3;
      --accent: #175b68;
      --accent-soft: #e3eef0;
      --bar-one: #2b7a89;
      --bar-two: #d19a4b;
      --mark: #8a3b12;
      --mark-soft: #f8e9dc;
      --serif: "Iowan Old Style", "Palatino Linotype", Palatino, "Source Serif 4", Charter, Georgia, serif;
      --sans: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", Ubuntu, Cantarell, sans-serif;
      --mono: ui-monospace, "SF Mono", "Cascadia Mono", "DejaVu Sans Mono", Consolas, monospace;
    }
    @media (prefers-color-scheme: dark) {
      :root {
        --paper: #15181b;
        --sheet: #1d2226;
        --ink: #e5e3de;
        --quiet: #a3a9af;
        --line: #343a40;
        --accent: #86c9d6;
        --accent-soft: #1d3338;
        --bar-one: #4fa3b3;
        --bar-two: #d6a45c;
        --mark: #f0b78e;
        --mark-soft: #3a2618;
      }
    }
    *, ::before, ::after { box-sizing: border-box; }
    html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; scroll-padding-top: 1rem; }
    body {
      margin: 0;
      background: var(--paper);
      color: var(--ink);
      font: 1rem/1.6 var(--sans);
      overflow-wrap: break-word;
      text-rendering: optimizeLegibility;
    }
    .top, main, .foot { max-width: 64rem; margin-inline: auto; padding-inline: clamp(1rem, 4vw, 2.5rem); }
    a { color: var(--accent); text-decoration-thickness: .06em; text-underline-offset: .18em; }
    a:hover { text-decoration-thickness: .12em; }
    :focus-visible { outline: .18rem solid var(--accent); outline-offset: .15rem; border-radius: .15rem; }
    main:focus { outline: none; }
    small { font-size: .875em; color: var(--quiet); font-weight: normal; }
    .hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
    .skip { position: absolute; left: 1rem; top: -4rem; background: var(--accent); color: var(--paper); padding: .5rem 1rem; }
    .skip:focus { top: 0; z-index: 1; }

    /* The head of every page */
    .top {
      display: flex; flex-wrap: wrap; align-items: center; gap: .25rem 1.5rem;
      padding-block: 1.1rem .9rem;
    }
    .brand { padding-block: .2rem; font: 600 1.05rem/1.3 var(--serif); color: var(--ink); text-decoration: none; }
    .top nav { flex: 1 1 auto; }
    .top nav ul { display: flex; flex-wrap: wrap; gap: 0 1.05rem; margin: 0; padding: 0; list-style: none; }
    .top nav a {
      display: block; padding: .35rem 0; font-size: .925rem; color: var(--quiet); text-decoration: none;
      border-bottom: .12rem solid transparent;
    }
    .top nav a:hover { color: var(--ink); }
    .top nav a[aria-current] { color: var(--ink); border-bottom-color: var(--accent); }
    .find input {
      width: 8.5rem; max-width: 100%; font: inherit; font-size: .925rem; color: inherit; background: var(--sheet);
      border: 1px solid var(--line); border-radius: 1rem; padding: .3rem .85rem;
    }
    .find input::placeholder { color: var(--quiet); opacity: 1; }
    .find.large { margin-top: 1.25rem; max-width: 42rem; }
    .find.large input { width: 100%; font-size: 1.15rem; padding: .6rem 1.2rem; border-radius: 1.6rem; }

    main { padding-block: 0 3rem; }
    main::before { content: ""; display: block; border-top: 1px solid var(--line); margin-bottom: 1.75rem; }
    h1, h2, h3 { font-family: var(--serif); line-height: 1.22; font-weight: 600; text-wrap: balance; }
    h1 { font-size: clamp(1.65rem, 1.2rem + 2.2vw, 2.5rem); margin: 0; letter-spacing: -.01em; max-width: 24em; }
    h2 { font-size: 1.3rem; margin: 2.75rem 0 .9rem; }
    h3 { font-size: 1.1rem; margin: 0; }
    p { margin: .6rem 0; max-width: 42rem; }
    .head { margin-bottom: 2rem; }
    .home { padding-top: 1rem; }
    .kicker { margin: 0 0 .35rem; font-size: .9rem; color: var(--quiet); }
    .kicker a { color: inherit; }
    .kicker::first-letter { text-transform: uppercase; }
    .lead { font-size: 1.05rem; color: var(--quiet); }
    .meta { font-size: .925rem; color: var(--quiet); margin: .3rem 0 0; max-width: none; }
    .authors { margin: .2rem 0 0; font-size: .95rem; color: var(--quiet); }
    .authors a { color: inherit; text-decoration: none; }
    .authors a:hover { color: var(--accent); text-decoration: underline; }
    .head .authors { margin-top: .8rem; font-size: 1rem; }
    .more { font-size: .95rem; margin-top: 1rem; }
    .empty { color: var(--quiet); }
    .out { margin-right: .6rem; white-space: nowrap; }
    .role {
      display: inline-block; padding: 0 .5rem; border-radius: .3rem; background: var(--sheet); font-size: .85rem;
      border: 1px solid var(--line);
    }
    .role.required { background: var(--mark-soft); border-color: transparent; color: var(--mark); }

    /* Facts and figures */
    .facts { display: flex; flex-wrap: wrap; gap: .5rem 2rem; margin: 1.1rem 0 0; }
    .facts dt, .counts dt { font-size: .825rem; color: var(--quiet); }
    .facts dd { margin: 0; overflow-wrap: anywhere; }
    .counts { display: flex; flex-wrap: wrap; gap: 1rem 2.75rem; margin: 1.5rem 0 0; }
    .counts div { display: flex; flex-direction: column-reverse; }
    .counts dd { margin: 0; font: 600 1.7rem/1.1 var(--serif); font-variant-numeric: lining-nums; }

    /* Lists */
    .chips { display: flex; flex-wrap: wrap; gap: .4rem; margin: 1rem 0 0; padding: 0; list-style: none; }
    .chips a {
      display: block; padding: .1rem .7rem; border-radius: 1rem; background: var(--accent-soft); color: var(--accent);
      text-decoration: none; font-size: .875rem; overflow-wrap: anywhere;
    }
    .chips a:hover { text-decoration: underline; }
    .chips .category a { background: none; box-shadow: inset 0 0 0 1px var(--line); color: var(--ink); }
    .reading .chips { margin-top: .5rem; }
    .papers, .rows, .latest, .results, .ranks { margin: 0; padding: 0; list-style: none; }
    .papers li { padding: .28rem 0; max-width: 46rem; }
    .papers a { text-decoration: none; }
    .papers a:hover { text-decoration: underline; }
    .rows li { display: flex; justify-content: space-between; gap: 1rem; padding: .25rem 0; }
    .rows li + li { border-top: 1px solid var(--line); }
    .rows a { min-width: 1.5rem; text-decoration: none; overflow-wrap: anywhere; }
    .rows small { white-space: nowrap; }
    .ranks { columns: 16rem; }
    .ranks li { padding: .15rem 0; break-inside: avoid; }
    .latest li, .results li { padding: .9rem 0; border-top: 1px solid var(--line); }
    .latest li:first-child { border-top: 0; padding-top: 0; }
    .latest h3 a, .results h2 a { text-decoration: none; }
    .latest h3 a:hover, .results h2 a:hover { text-decoration: underline; }
    .teaser { font-size: .925rem; color: var(--quiet); margin: .3rem 0 0; }
    .results h2 { font-size: 1.1rem; margin: 0; }
    .results mark { background: var(--mark-soft); color: inherit; border-radius: .15rem; }
    .block { margin: 1.6rem 0; }
    .block h2, .block h3 { font-size: 1.05rem; margin: 0 0 .3rem; }
    .jump ul { display: flex; flex-wrap: wrap; gap: .35rem; margin: 0 0 1.5rem; padding: 0; list-style: none; }
    .jump a {
      display: block; min-width: 2.1rem; text-align: center; padding: .15rem .55rem; border: 1px solid var(--line);
      border-radius: .4rem; text-decoration: none; font-size: .925rem;
    }
    .jump a[aria-current] { background: var(--accent); color: var(--paper); border-color: var(--accent); }
    .columns { display: grid; grid-template-columns: minmax(0, 1fr); gap: 1rem 4rem; }
    .columns h2 { margin-top: 1.25rem; }
    @media (min-width: 52rem) { .columns { grid-template-columns: minmax(0, 1fr) 17rem; } }

    /* Readings of a session, sessions of a paper */
    .reading { padding: 1.1rem 0; border-top: 1px solid var(--line); max-width: 46rem; }
    .reading h3 a { text-decoration: none; }
    .reading h3 a:hover { text-decoration: underline; }
    details { margin-top: .5rem; }
    summary { cursor: pointer; padding-block: .1rem; color: var(--quiet); font-size: .925rem; width: fit-content; }
    summary:hover { color: var(--ink); }
    .reading details p, .abstract { font-family: var(--serif); font-size: 1.02rem; line-height: 1.62; }
    .wide { overflow-x: auto; }
    table { border-collapse: collapse; width: 100%; font-size: .95rem; }
    th, td { text-align: left; vertical-align: top; padding: .5rem 1.25rem .5rem 0; border-bottom: 1px solid var(--line); }
    thead th { font-size: .825rem; font-weight: normal; color: var(--quiet); }
    tbody th { font-weight: normal; min-width: 12rem; overflow-wrap: anywhere; }
    tbody th a { text-decoration: none; }
    tbody th a:hover { text-decoration: underline; }
    .date, .label { white-space: nowrap; }
    td.date, td.label { color: var(--quiet); }
    .number { text-align: right; font-variant-numeric: tabular-nums; padding-right: .25rem; }
    .number + td, .number + th { padding-left: 1.25rem; }
    .deck { overflow-wrap: anywhere; }
    .here td { background: var(--mark-soft); color: var(--mark); padding-left: .75rem; }
    .turn { display: flex; flex-wrap: wrap; gap: 1rem 2rem; margin-top: 3rem; padding-top: 1.25rem; border-top: 1px solid var(--line); }
    .turn a { flex: 1 1 14rem; text-decoration: none; }
    .turn a:hover span { text-decoration: underline; }
    .turn small { display: block; }
    .turn [rel="next"] { text-align: right; }
    .copy { max-width: 46rem; }
    pre {
      font: .875rem/1.55 var(--mono); background: var(--sheet); border: 1px solid var(--line); border-radius: .5rem;
      padding: .9rem 1rem; margin: 0; white-space: pre-wrap; overflow-wrap: anywhere;
    }
    .copy button {
      font: inherit; font-size: .9rem; color: var(--accent); background: var(--paper); border: 1px solid var(--line);
      border-radius: .4rem; padding: .25rem .9rem; margin-top: .6rem; cursor: pointer;
    }
    .copy button:hover { border-color: var(--accent); }

    /* Charts */
    .chart { margin: 2.5rem 0 3rem; max-width: 48rem; }
    .chart h2 { margin: 0; }
    .chart figcaption p { color: var(--quiet); margin: .3rem 0 1rem; font-size: .95rem; }
    .chart svg { display: block; width: 100%; min-width: 42rem; height: auto; }
    .chart .grid { stroke: var(--line); stroke-width: 1; }
    .chart text { font: 12px var(--sans); fill: var(--quiet); }
    .chart .name { fill: var(--ink); }
    .bar.s1 { fill: var(--bar-one); }
    .bar.s2 { fill: var(--bar-two); }
    .legend { display: flex; gap: 1.25rem; margin: 0 0 .75rem; padding: 0; list-style: none; font-size: .925rem; }
    .legend li { display: flex; align-items: center; gap: .45rem; }
    .legend svg { width: .85rem; height: .85rem; min-width: 0; }

    .foot {
      display: flex; flex-wrap: wrap; justify-content: space-between; gap: .25rem 2rem; padding-block: 0 2rem; font-size: .9rem; color: var(--quiet);
    }
    .foot::before { content: ""; flex-basis: 100%; border-top: 1px solid var(--line); margin-bottom: .8rem; }
    .foot p { margin: 0; }
    .foot ul { display: flex; gap: 1.25rem; margin: 0; padding: 0; list-style: none; }
    .foot a { color: inherit; }

    @media (max-width: 40rem) {
      .top { gap: .1rem 1rem; padding-block: .8rem .4rem; }
      .top nav { order: 3; flex-basis: 100%; }
      .top nav ul { gap: 0 1rem; }
      .brand { flex: 1 1 auto; }
      .find:not(.large) input { width: 8rem; }
      .find.large input { font-size: 1rem; }
      .counts { gap: .9rem 1.1rem; justify-content: space-between; }
      .counts dd { font-size: 1.35rem; }
      th, td { padding-right: .9rem; }
      .rowwise, .rowwise tbody { display: block; }
      .rowwise thead { position: absolute; clip-path: inset(50%); }
      .rowwise tr { display: flex; flex-wrap: wrap; gap: 0 .9rem; padding: .55rem 0; border-bottom: 1px solid var(--line); }
      .rowwise th, .rowwise td { padding: 0; border: 0; min-width: 0; text-align: left; font-size: .925rem; color: var(--quiet); }
      .rowwise td:empty, .rowwise .number:not([data-label]) { display: none; }
      .rowwise tbody th { flex: 0 0 100%; order: -1; font-size: 1rem; }
      .rowwise [data-label]::before { content: attr(data-label) " "; }
      .rowwise .here { border: 0; padding: 0; }
      .rowwise .here td { flex: 1; padding: .3rem .75rem; color: var(--mark); }
    }
    @media (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth; } }

    @media print {
      :root { --paper: #fff; --sheet: #fff; --ink: #000; --quiet: #444; --line: #bbb; --accent: #000; --accent-soft: #fff; --mark: #000; --mark-soft: #fff; color-scheme: light; }
      @page { margin: 18mm 16mm; }
      body { font-size: 10.5pt; }
      .top nav, .find, .skip, .turn, .jump, .copy button, .chart details, .foot ul, noscript { display: none; }
      .top, main, .foot { max-width: none; padding-inline: 0; }
      .top { padding-block: 0 .5rem; }
      h1 { font-size: 20pt; }
      h2, h3 { break-after: avoid; }
      .reading, tr, .papers li, figure { break-inside: avoid; }
      .wide { overflow: visible; }
      .chart svg { min-width: 0; }
      .chips a, .chips .category a, .role { padding: 0; background: none; border: 0; box-shadow: none; }
      .chips { gap: .2rem .9rem; }
      a { text-decoration: none; }
      .out::after { content: " <" attr(href) ">"; font-size: .85em; color: var(--quiet); overflow-wrap: anywhere; }
      .out { white-space: normal; }
      .bar { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
    }

    """#
}
