// The page's style and script. No library: the file must open anywhere, years from now.

extension HTMLReport {
  static let style = """
    :root { color-scheme: light dark; --line: #d0d0d0; --soft: #f4f4f4; --link: #0072b2; }
    @media (prefers-color-scheme: dark) { :root { --line: #444; --soft: #222; --link: #56b4e9; } }
    body { margin: 0; font: 16px/1.5 system-ui, sans-serif; }
    main { max-width: 68rem; margin: 0 auto; padding: 1rem 1.2rem 4rem; }
    h1, h2, h3 { line-height: 1.25; } h2 { margin-top: 2.2em; border-bottom: 1px solid var(--line); }
    a { color: var(--link); } li { margin: .35em 0; }
    img { max-width: 100%; height: auto; background: #fff; }
    .wide { overflow-x: auto; }
    table { border-collapse: collapse; font-size: .88em; font-variant-numeric: tabular-nums; }
    th, td { padding: .25em .6em; border-bottom: 1px solid var(--line); text-align: left;
      vertical-align: top; }
    th { background: var(--soft); cursor: pointer; } th:focus-visible { outline: 2px solid var(--link); }
    th[aria-sort=ascending]::after { content: " \\2191"; }
    th[aria-sort=descending]::after { content: " \\2193"; }
    .n { text-align: right; white-space: nowrap; }
    code { font-family: ui-monospace, monospace; font-size: .92em; overflow-wrap: anywhere; }
    details { margin: .5em 0; } summary { cursor: pointer; color: var(--link); }
    form { display: flex; flex-wrap: wrap; gap: .6em 1.2em; margin: .8em 0; }
    input[type=number] { width: 6em; } #questions td:nth-child(4) { min-width: 22em; }
    @page { size: A4; margin: 16mm 14mm; }
    @media print {
      :root { color-scheme: light; --line: #d0d0d0; --soft: #f4f4f4; --link: #0072b2; }
      body { font-size: 10.5pt; } main { max-width: none; padding: 0; } .wide { overflow: visible; }
      table { font-size: .72em; } tr, img { break-inside: avoid; } h2, h3 { break-after: avoid; }
      summary { list-style: none; color: inherit; font-weight: bold; }
    }
    """

  static let script = #"""
    "use strict";
    // A cell's leading number, where it has one.
    const value = cell => {
      const match = /^[+\-−]?\d[\d\u202f]*(\.\d+)?(e[+\-]?\d+)?/i.exec(cell.textContent.trim());
      return match ? Number(match[0].replace(/\u202f/g, "").replace("−", "-")) : NaN;
    };
    const compare = (column, sign) => (a, b) => {
      const [x, y] = [value(a.cells[column]), value(b.cells[column])];
      if (Number.isNaN(x) !== Number.isNaN(y)) return Number.isNaN(x) ? 1 : -1;
      if (!Number.isNaN(x) && x !== y) return sign * (x - y);
      return sign * a.cells[column].textContent.localeCompare(b.cells[column].textContent);
    };
    const turn = header => {
      const down = header.getAttribute("aria-sort") === "ascending";
      for (const other of header.parentNode.cells) other.removeAttribute("aria-sort");
      header.setAttribute("aria-sort", down ? "descending" : "ascending");
      return down ? -1 : 1;
    };
    const onHeader = (table, act) => {
      for (const header of table.tHead.rows[0].cells) {
        header.tabIndex = 0;
        header.addEventListener("click", () => act(header));
        header.addEventListener("keydown", event => {
          if (event.key === "Enter" || event.key === " ") { event.preventDefault(); act(header); }
        });
      }
    };
    for (const table of document.querySelectorAll("table:not(#questions)")) {
      onHeader(table, header => {
        const rows = [...table.tBodies[0].rows].sort(compare(header.cellIndex, turn(header)));
        table.tBodies[0].append(...rows);
      });
    }
    const data = document.getElementById("data");
    if (data) {
      const all = JSON.parse(data.textContent);
      const form = document.getElementById("filters");
      const table = document.getElementById("questions");
      const count = document.getElementById("count");
      const more = document.getElementById("more");
      const word = flag => flag === undefined ? "–" : flag ? "yes" : "no";
      const columns = [
        q => q.by, q => q.seed, q => q.step ?? "–", q => q.question + (q.promoted ? " (promoted)" : ""),
        q => q.answer, q => word(q.wellPosed), q => word(q.correct), q => q.error ?? "–",
        q => q.reward === undefined ? "–" : (100 * q.reward).toFixed(1),
      ];
      const keys = [q => q.by, q => q.seed, q => q.step, q => q.question, q => q.answer,
        q => word(q.wellPosed), q => word(q.correct), q => q.error, q => q.reward];
      const labels = {
        good: q => q.wellPosed && q.correct, wrong: q => q.wellPosed && q.correct === false,
        ill: q => q.wellPosed === false, none: q => q.wellPosed === undefined,
      };
      for (const name of ["by", "seed"]) {
        for (const text of [...new Set(all.map(q => q[name]))]) form[name].add(new Option(text, text));
      }
      // Filters and order stand in the address, so that a view can be sent as a link.
      const address = new URLSearchParams(location.hash.slice(1));
      for (const [name, text] of address) if (form.elements[name]) form.elements[name].value = text;
      const sort = parseInt(address.get("sort"), 10);
      let order = sort >= 0 && sort < keys.length
        ? { column: sort, sign: address.get("down") === null ? 1 : -1 } : null;
      let found = [], shown = 0;
      const remember = filters => {
        const set = Object.entries(filters).filter(pair => pair[1] !== "");
        if (order) set.push(["sort", order.column]);
        if (order && order.sign < 0) set.push(["down", ""]);
        history.replaceState(null, "", "#" + new URLSearchParams(set));
      };
      const grow = () => {
        const next = found.slice(shown, shown + 100);
        for (const q of next) {
          const row = table.tBodies[0].insertRow();
          columns.forEach((text, index) => {
            const cell = row.insertCell();
            if ([1, 2, 8].includes(index)) cell.className = "n";
            if (index === 3 || index === 4) cell.appendChild(document.createElement("code"))
              .textContent = text(q);
            else cell.textContent = text(q);
          });
        }
        shown += next.length;
        count.textContent = `${found.length} questions, ${shown} shown`;
        more.hidden = shown >= found.length;
      };
      const update = () => {
        const f = Object.fromEntries(new FormData(form));
        const number = text => text === "" ? null : Number(text);
        const [from, to, reward] = [number(f.from), number(f.to), number(f.reward)];
        const text = f.text.toLowerCase();
        found = all.filter(q =>
          (!f.by || q.by === f.by) && (!f.seed || String(q.seed) === f.seed)
          && (!f.label || labels[f.label](q)) && (from === null || q.step >= from)
          && (to === null || q.step <= to) && (reward === null || 100 * q.reward >= reward)
          && (!text || q.question.toLowerCase().includes(text)
            || q.answer.toLowerCase().includes(text)));
        if (order) {
          const key = keys[order.column];
          found.sort((a, b) => {
            const [x, y] = [key(a), key(b)];
            if (x === undefined || y === undefined) return (x === undefined) - (y === undefined);
            return order.sign * (x < y ? -1 : x > y ? 1 : 0);
          });
        }
        table.tBodies[0].replaceChildren();
        shown = 0;
        grow();
      };
      const change = () => {
        update();
        remember(Object.fromEntries(new FormData(form)));
      };
      onHeader(table, header => {
        order = { column: header.cellIndex, sign: turn(header) };
        change();
      });
      form.addEventListener("input", change);
      form.addEventListener("submit", event => event.preventDefault());
      more.addEventListener("click", grow);
      update();
    }
    """#
}
