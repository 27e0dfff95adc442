extension Page {
  /// The browser of questions.
  static let questions = #"""
    const filterNames = ["writer", "seed", "from", "to", "label", "least", "greatest", "text",
      "classifier", "order"];
    const options = (pairs, chosen) => pairs.map(([value, text]) =>
      h("option", { value, selected: value === chosen }, text));

    const filterForm = (name, query, reply, change) => {
      const value = key => query.get(key) || "";
      const seeds = [...new Set(reply.writers.map(writer => writer.seed))].sort((a, b) => a - b);
      const writers = [...new Set(reply.writers.map(writer => writer.name))];
      const select = (key, pairs) => h("select", { name: key }, options(pairs, value(key)));
      const number = (key, hint, step) => h("input", { type: "number", name: key, step,
        placeholder: hint, "aria-label": `${key} ${hint}`, value: value(key) });
      return h("form", { class: "filters", "aria-label": "filters", change,
        submit: event => { event.preventDefault(); change(); } },
        h("label", {}, "written by", select("writer", [["", "anyone"],
          ...writers.map(writer => [writer, writer])])),
        h("label", {}, "seed", select("seed", [["", "any"],
          ...seeds.map(seed => [String(seed), String(seed)])])),
        h("label", {}, "outer step", h("span", { class: "pair" }, number("from", "from", 1),
          number("to", "to", 1))),
        h("label", {}, "label", select("label", [["", "any"], ["good", "well-posed and correct"],
          ["wrong", "well-posed and wrong"], ["ill", "ill-posed"], ["none", "without label"]])),
        h("label", {}, "reward of its dataset", h("span", { class: "pair" },
          number("least", "at least", "any"), number("greatest", "at most", "any"))),
        h("label", {}, "text", h("input", { type: "search", name: "text", value: value("text"),
          placeholder: "in question or answer" })),
        reply.classifiers.length > 1 ? h("label", {}, "labelled by", select("classifier",
          reply.classifiers.map(classifier => [classifier, classifier]))) : null,
        h("label", {}, "order", select("order", [["", "newest first"], ["oldest", "oldest first"],
          ["highestReward", "highest reward"], ["lowestReward", "lowest reward"]])),
        h("button", { type: "button", click: () => {
          location.href = address("/questions", [["run", name]]);
        } }, "Reset"));
    };

    const questionRows = reply => table(null, [["written by", "nowrap"], ["seed", "n"],
      ["step", "n"], ["question", "question"], ["answer", ""], ["label", "nowrap"],
      ["reward", "n", "of its dataset, as stored: gains of accuracy are shares of 1"]],
      reply.questions.map(question => [
        question.writer, String(question.seed),
        question.step === undefined ? "\u2013" : String(question.step),
        [h("code", {}, question.question), question.isPromoted
          ? h("span", { class: "good" }, " \u25B2 promoted") : null],
        h("code", {}, question.answer),
        [label(question), question.errorType && question.errorType !== "None"
          ? h("div", { class: "soft" }, question.errorType.replaceAll("_", " ").toLowerCase())
          : null],
        fixed(question.reward, 4)]));

    const showQuestions = async query => {
      const name = query.get("run") || "";
      document.title = `soar: questions of ${name}`;
      crumbs(runLink(name), "questions");
      const place = h("div");
      const results = h("div");
      main.replaceChildren(h("h1", {}, "Questions"), place, results);
      let form = null, latest = 0, typing = 0;
      const wanted = () => filterNames.map(key => [key, form
        ? (form.elements[key] ? form.elements[key].value : "") : query.get(key) || ""])
        .filter(pair => pair[1] !== "");
      const load = async page => {
        const number = ++latest;
        const pairs = [["run", name], ...wanted()];
        // The filter stands in the address, so that a view can be sent as a link.
        history.replaceState(null, "", address("/questions",
          page > 1 ? [...pairs, ["page", page]] : pairs));
        results.setAttribute("aria-busy", "true");
        try {
          const reply = await ask("/api/questions", [...pairs, ["page", page]]);
          if (number !== latest) return;
          if (!form) {
            form = filterForm(name, query, reply, () => load(1));
            form.elements.text.addEventListener("input", () => {
              clearTimeout(typing);
              typing = setTimeout(() => load(1), 300);
            });
            place.append(form);
          }
          const first = 50 * (reply.page - 1);
          const turn = (text, to, isOff) => h("button", { type: "button", disabled: isOff,
            click: () => load(to).then(() => scrollTo(0, 0)) }, text);
          const bar = () => h("div", { class: "bar" },
            turn("Previous", reply.page - 1, reply.page <= 1),
            turn("Next", reply.page + 1, reply.page >= reply.pages),
            h("span", { role: "status" }, reply.questions.length
              ? `${count(first + 1)}\u2013${count(first + reply.questions.length)} of ${
                plural(reply.total, "question")}` : reply.total
              ? "This page is empty." : "No question is like that."));
          results.replaceChildren(bar(), questionRows(reply), reply.questions.length > 12 ? bar() : "");
        } catch (error) {
          if (number === latest) {
            results.replaceChildren(h("p", { class: "error" }, error.message));
          }
        }
        results.removeAttribute("aria-busy");
      };
      await load(Math.max(1, parseInt(query.get("page"), 10) || 1));
    };
    """#
}
