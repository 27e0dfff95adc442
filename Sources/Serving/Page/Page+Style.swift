// Colours of series are Okabe and Ito's, as in the figures of reports; on dark paper the two darkest
// are lighter.

extension Page {
  static let style = """
    :root { color-scheme: light dark; --paper: #fff; --ink: #1c1e21; --soft: #656a70;
      --line: #dfe2e6; --fill: #f5f6f8; --link: #0072b2; --good: #00795a; --warn: #8a5a00;
      --bad: #b03a00; --c0: #0072b2; --c1: #d55e00; --c2: #009e73; --c3: #cc79a7; --c4: #e69f00;
      --c5: #56b4e9; }
    @media (prefers-color-scheme: dark) { :root { --paper: #15171a; --ink: #e4e6e9;
      --soft: #9aa1a9; --line: #33383e; --fill: #1e2125; --link: #6db7ea; --good: #3fc79a;
      --warn: #e0a93b; --bad: #ff8a5c; --c0: #4ba3e3; --c1: #ee7b2e; --c2: #22b78c; } }
    * { box-sizing: border-box; }
    body { margin: 0; background: var(--paper); color: var(--ink);
      font: 15px/1.5 system-ui, -apple-system, "Segoe UI", sans-serif; }
    header { display: flex; gap: .7em; align-items: baseline; padding: .6rem 1.5rem;
      border-bottom: 1px solid var(--line); }
    .home { font-weight: 700; color: var(--ink); text-decoration: none; letter-spacing: .02em; }
    #crumbs { flex: 1; overflow-wrap: anywhere; } #pulse { color: var(--soft); font-size: .85em; }
    main { max-width: 1240px; margin: 0 auto; padding: 1rem 1.5rem 4rem; }
    h1 { font-size: 1.45rem; line-height: 1.25; margin: .4rem 0; overflow-wrap: anywhere; }
    h2 { font-size: 1.05rem; margin: 1.8rem 0 .5rem; } h3 { font-size: .92rem; margin: 0 0 .2rem; }
    p { margin: .4rem 0; } .soft { color: var(--soft); font-size: .88em; }
    a { color: var(--link); }
    .error { color: var(--bad); overflow-wrap: anywhere; }
    .wide { overflow-x: auto; }
    table { border-collapse: collapse; width: 100%; font-size: .9em;
      font-variant-numeric: tabular-nums; }
    caption { text-align: left; color: var(--soft); padding-bottom: .3em; }
    th, td { padding: .34em .6em; border-bottom: 1px solid var(--line); text-align: left;
      vertical-align: top; }
    th { font-weight: 600; color: var(--soft); white-space: nowrap; }
    tbody tr:hover { background: var(--fill); }
    .n { text-align: right; white-space: nowrap; }
    td.name { overflow-wrap: anywhere; min-width: 8em; } .nowrap { white-space: nowrap; }
    .range { color: var(--soft); font-size: .88em; }
    code, pre { font-family: ui-monospace, "SF Mono", "DejaVu Sans Mono", monospace;
      font-size: .92em; overflow-wrap: anywhere; white-space: pre-wrap; }
    pre { background: var(--fill); padding: .6em .8em; border-radius: 6px; margin: .5rem 0; }
    .state { display: inline-block; white-space: nowrap; font-weight: 600; }
    .state::before { content: "\\25CF"; margin-right: .4em; }
    .running, .good { color: var(--good); } .finished { color: var(--link); }
    .waiting, .unknown, .stalled, .interrupted, .warn { color: var(--warn); }
    .killed, .failed, .bad { color: var(--bad); }
    .stalled::before, .interrupted::before, .waiting::before, .unknown::before
      { content: "\\25D0"; } .killed::before, .failed::before { content: "\\25A0"; }
    .facts { display: flex; flex-wrap: wrap; gap: .2em 1.6em; margin: .3rem 0; }
    .facts b { font-weight: 600; }
    .meters { display: grid; grid-template-columns: repeat(auto-fit, minmax(17rem, 1fr));
      gap: .6rem 1.6rem; margin: .8rem 0; }
    progress { width: 100%; height: .55rem; accent-color: var(--link); }
    .grid { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 30rem), 1fr));
      gap: 1.2rem 1.6rem; }
    figure { margin: 0; } figure svg { width: 100%; height: auto; display: block; }
    figcaption { font-size: .82em; color: var(--soft); }
    .legend { display: flex; flex-wrap: wrap; gap: .1em 1em; list-style: none; margin: 0;
      padding: 0; } .legend svg { width: 1.6em; height: .7em; display: inline-block;
      vertical-align: middle; margin-right: .35em; }
    .readout { min-height: 1.5em; font-variant-numeric: tabular-nums; }
    svg text { fill: var(--soft); font: 11px system-ui, sans-serif; }
    .axis { stroke: var(--line); } .zero { stroke: var(--soft); stroke-dasharray: 2 3; }
    .cursor { stroke: var(--soft); } .curve { fill: none; stroke-width: 1.6;
      stroke-linejoin: round; } .mark { stroke: var(--paper); }
    .s0 { stroke: var(--c0); } .s1 { stroke: var(--c1); } .s2 { stroke: var(--c2); }
    .s3 { stroke: var(--c3); } .s4 { stroke: var(--c4); } .s5 { stroke: var(--c5); }
    .f0 { fill: var(--c0); } .f1 { fill: var(--c1); } .f2 { fill: var(--c2); }
    .f3 { fill: var(--c3); } .f4 { fill: var(--c4); } .f5 { fill: var(--c5); }
    .spark { width: 110px; height: 22px; vertical-align: middle; }
    form.filters { display: flex; flex-wrap: wrap; gap: .6em 1.1em; align-items: end;
      margin: .8rem 0; } .filters label { font-size: .82em; color: var(--soft); }
    .filters label > * { display: block; margin-top: .15em; }
    .pair { display: flex !important; gap: .3em; }
    input, select, button { font: inherit; font-size: .93rem; color: var(--ink);
      background: var(--paper); border: 1px solid var(--line); border-radius: 5px;
      padding: .25em .5em; } input[type=number] { width: 6.2em; }
    input[type=search] { width: 15em; } input[type=checkbox] { margin: .25em 0 0; }
    button { cursor: pointer; background: var(--fill); } button:disabled { cursor: default;
      color: var(--soft); }
    :focus-visible { outline: 2px solid var(--link); outline-offset: 1px; }
    .bar { display: flex; gap: 1em; align-items: baseline; flex-wrap: wrap; margin: .6rem 0; }
    .question { min-width: 24em; }
    """
}
