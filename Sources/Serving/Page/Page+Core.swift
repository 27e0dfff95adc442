extension Page {
  /// Elements, numbers, requests. Text from stores enters the page as text nodes and attributes only.
  static let core = #"""
    "use strict";
    const fill = (node, attributes, children) => {
      for (const [name, value] of Object.entries(attributes || {})) {
        if (value === null || value === undefined || value === false) continue;
        if (typeof value === "function") node.addEventListener(name, value);
        else node.setAttribute(name, value === true ? "" : value);
      }
      for (const child of children.flat(3)) {
        if (child !== null && child !== undefined && child !== false) node.append(child);
      }
      return node;
    };
    const h = (tag, attributes, ...children) =>
      fill(document.createElement(tag), attributes, children);
    const s = (tag, attributes, ...children) =>
      fill(document.createElementNS("http://www.w3.org/2000/svg", tag), attributes, children);
    const main = document.getElementById("main");
    const pulse = document.getElementById("pulse");

    const isNumber = value => typeof value === "number" && Number.isFinite(value);
    const fixed = (value, digits) =>
      isNumber(value) ? value.toFixed(digits).replace("-", "\u2212") : "\u2013";
    const percent = value => isNumber(value) ? fixed(100 * value, 1) : "\u2013";
    // Rewards that are gains on hard-train are shown in points, others in their scheme's units. A probability
    // can gain thousandths of a point.
    const points = value => fixed(100 * value, value !== 0 && Math.abs(value) < 0.001 ? 4 : 2);
    const rewardText = (value, isGrounded) =>
      isGrounded ? (isNumber(value) ? points(value) : fixed(null, 2)) : fixed(value, 3);
    const count = value => isNumber(value) ? value.toLocaleString("en-US") : "\u2013";
    const when = text => text ? text.replace("T", " ").replace(/:\d\d(\.\d+)?Z$/, " UTC") : "\u2013";
    const duration = seconds => seconds < 60 ? `${Math.round(seconds)} s`
      : seconds < 3600 ? `${Math.round(seconds / 60)} min`
      : `${Math.floor(seconds / 3600)} h ${Math.round(seconds % 3600 / 60)} min`;
    // The time left of a run: with a basis it is of the whole rest, else of what has a measured rate.
    const isTold = left => left && (left.seconds > 0 || left.unmeasured === 0);
    const leftHead = left => left.unmeasured && !left.basis ? "at least " : "about ";
    const of = (done, wanted) => wanted ? `${count(done)} of ${count(wanted)}` : count(done);
    const plural = (number, word) => `${count(number)} ${word}${number === 1 ? "" : "s"}`;

    const address = (path, pairs) => path + (pairs.length ? "?" + pairs.map(
      ([name, value]) => `${name}=${encodeURIComponent(value)}`).join("&") : "");
    const ask = async (path, pairs = []) => {
      const response = await fetch(address(path, pairs));
      const reply = await response.json();
      if (!response.ok) throw new Error(reply.error);
      return reply;
    };
    const sleep = seconds => new Promise(done => setTimeout(done, 1000 * seconds));
    // Calls `look` again and again until it returns false; a server that does not answer is waited for.
    const follow = async (seconds, look) => {
      for (;;) {
        let goesOn = true;
        if (!document.hidden) {
          try {
            goesOn = await look();
            pulse.textContent = goesOn ? "live" : "";
          } catch (error) {
            pulse.textContent = error instanceof TypeError
              ? "soar serve does not answer; trying again" : error.message;
            if (!main.hasChildNodes()) main.append(h("p", { class: "error" }, error.message));
          }
        }
        if (!goesOn) return;
        await sleep(seconds);
      }
    };
    // A part of the page that is drawn again only when its data have changed.
    const part = draw => {
      const node = h("section");
      let known;
      node.show = (...data) => {
        const text = JSON.stringify(data);
        if (text !== known) node.replaceChildren(...[draw(...data)].flat(2).filter(Boolean));
        known = text;
      };
      return node;
    };
    const table = (caption, heads, rows) => h("div", { class: "wide" }, h("table", {},
      caption ? h("caption", {}, caption) : null,
      h("thead", {}, h("tr", {}, heads.map(([text, kind, title]) =>
        h("th", { scope: "col", class: kind, title }, text)))),
      h("tbody", {}, rows.map(cells => h("tr", {}, cells.map((cell, index) =>
        h("td", { class: heads[index][1] }, cell)))))));
    const stateMark = state => h("span", { class: `state ${state}` }, state);
    const command = text => h("div", { class: "bar" }, h("pre", {}, text), h("button", {
      type: "button",
      click: event => navigator.clipboard.writeText(text).then(() => {
        event.target.textContent = "Copied";
      }),
    }, "Copy"));
    const crumbs = (...items) => {
      document.getElementById("crumbs").replaceChildren(...items.flatMap(item => ["/ ", item, " "]));
    };
    const runLink = (run, text) => h("a", { href: address("/run", [["run", run]]) }, text || run);
    """#

  /// Shows what the address names.
  static let start = #"""
    const query = new URLSearchParams(location.search);
    const views = { "/": showRuns, "/run": showRun, "/questions": showQuestions,
      "/compare": showComparison };
    views[location.pathname](query);
    """#
}
