extension Page {
  /// One run.
  static let runView = #"""
    const advice = (run, snapshot) => ({
      killed: () => [h("p", {}, "No process has this run and nothing ended it. Continue it with"),
        command(`soar run --resume ${run.shellWord}`)],
      interrupted: () => [h("p", {}, "Continue it with"),
        command(`soar run --resume ${run.shellWord}`)],
      stalled: () => h("p", { class: "warn" }, `The process is alive but has written nothing for ${
        duration(snapshot.quietSeconds || 0)}.`),
      failed: () => h("p", { class: "bad" }, "The end of ", h("code", {},
        `${run.run}/run.log`), " tells where it failed."),
      waiting: () => h("p", {}, "No run has begun in this folder yet."),
    }[snapshot.state] || (() => null))();

    const meter = (name, done, wanted, detail) => h("div", {}, h("div", {}, name, " ",
      h("b", {}, of(done, wanted))), wanted ? h("progress", { value: Math.min(done, wanted),
        max: wanted, "aria-label": name }) : null,
      detail ? h("div", { class: "soft" }, detail) : null);

    const runHead = (run, snapshot) => {
      const left = snapshot.remaining;
      return [
        h("div", { class: "facts" }, stateMark(snapshot.state),
          h("span", {}, "preset ", h("b", {}, snapshot.preset || "\u2013")),
          h("span", {}, "seeds ", h("b", {}, seedsText(snapshot.seeds) || "\u2013")),
          h("span", {}, "started ", h("b", {}, when(snapshot.started))),
          snapshot.ended ? h("span", {}, "ended ", h("b", {}, when(snapshot.ended))) : null,
          isTold(left) ? h("span", {}, leftHead(left), h("b", {}, duration(left.seconds)), " left",
            left.basis ? `, by ${left.basis}` : "") : null,
          h("a", { href: address("/questions", [["run", run.run]]) }, "all questions"),
          h("a", { href: address("/compare", [["run", run.run]]) }, "compare")),
        h("div", { class: "meters" },
          meter("Outer steps", snapshot.outerSteps, snapshot.outerStepsWanted),
          meter("Students of arms", snapshot.arms, snapshot.armsWanted),
          snapshot.stage ? meter(snapshot.stage.name, snapshot.stage.done, snapshot.stage.total,
            snapshot.stage.detail) : null),
        advice(run, snapshot)];
    };

    const runCurves = (loops, rewardBy) => {
      const teachers = [...new Set(loops.map(loop => loop.teacher))];
      if (!loops.length) return [];
      return [h("h2", {}, "Teacher reward"), h("div", { class: "grid" }, teachers.map(teacher => {
        const own = loops.filter(loop => loop.teacher === teacher);
        return chart({ title: `${teacher}: R_t`, unit: unitOf(own[0].isGrounded),
          markName: "promotion", series: own.map(loop => rewardLine(loop, `seed ${loop.seed}`)) });
      })), table("Triangles mark promotions.", [["loop", "name"], ["seed", "n"],
        ["outer steps", "n"], ["promotions", "n"], ["last R_t", "n"],
        ["moving average", "n"], ["threshold", "n"], ["hard-train", "n",
        `${rewardBy === "probability" ? "probability of the answer" : "greedy accuracy"
        } of the baseline student, %`]], loops.map(loop => [loop.teacher,
        String(loop.seed), of(loop.steps, loop.stepsWanted), count(loop.promotions.length),
        ...[loop.rewards.at(-1), loop.movingAverage, loop.threshold].map(value =>
          rewardText(value, loop.isGrounded)), rewardBy === "probability"
          ? fixed(isNumber(loop.baselineAccuracy) ? 100 * loop.baselineAccuracy : null, 4)
          : percent(loop.baselineAccuracy)]))];
    };

    // Shares of one loop's questions, over all seeds.
    const shareLine = (parts, key, name, index) => {
      const sums = new Map();
      for (const quality of parts) {
        quality.steps.forEach((step, i) => {
          const share = quality[key][i];
          if (!isNumber(share)) return;
          const sum = sums.get(step) || [0, 0];
          sums.set(step, [sum[0] + share * quality.questions[i], sum[1] + quality.questions[i]]);
        });
      }
      const xs = [...sums.keys()].sort((a, b) => a - b);
      return { name, look: index, xs, ys: xs.map(x => 100 * sums.get(x)[0] / sums.get(x)[1]) };
    };
    const runQuality = (quality, classifier) => {
      const teachers = [...new Set(quality.map(entry => entry.teacher))];
      if (!teachers.length) return [];
      return [h("h2", {}, "Questions"), h("p", { class: "soft" },
        `Shares of each outer step's questions over all seeds, by the classifier ${classifier}.`),
        h("div", { class: "grid" }, teachers.map(teacher => {
          const own = quality.filter(entry => entry.teacher === teacher);
          return chart({ title: `${teacher}: question quality`, unit: "%", domain: [0, 100],
            series: [shareLine(own, "wellPosed", "well-posed", 0),
              shareLine(own, "correct", "correct", 2),
              shareLine(own, "targetShare", "target operations", 1)].filter(line =>
              line.xs.length) });
        }))];
    };

    const label = question => question.isWellPosed === undefined
      ? h("span", { class: "soft" }, "no label")
      : question.isWellPosed === false ? h("span", { class: "bad" }, "\u2715 ill-posed")
      : question.isCorrect ? h("span", { class: "good" }, "\u2713 right")
      : question.isCorrect === false ? h("span", { class: "warn" }, "\u2260 wrong") : "well-posed";
    const lastQuestions = (run, questions) => !questions.length ? [] : [
      h("h2", {}, "Last questions"), table(null, [["by", "nowrap"], ["seed", "n"], ["step", "n"],
        ["question", "question"], ["answer", ""], ["label", "nowrap"]], questions.map(question => [
        question.teacher, String(question.seed), question.step === undefined ? "\u2013"
          : String(question.step), h("code", {}, question.question),
        h("code", {}, question.answer), label(question)])),
      h("p", {}, h("a", { href: address("/questions", [["run", run]]) }, "All questions"))];
    const lastEvents = events => !events.length ? [] : [h("h2", {}, "Last events"),
      table(null, [["kind", "nowrap"], ["where", "nowrap"], ["what", ""]], events.map(event =>
        [event.kind, event.place, event.message]))];

    const showRun = async query => {
      const name = query.get("run") || "";
      document.title = `soar: ${name}`;
      crumbs(name);
      const problem = part(text => text ? h("p", { class: "error" }, text) : []);
      const [head, curves, quality, arms, questions, events] = [part(runHead), part(runCurves),
        part(runQuality), part(details => details.arms.length
          ? [h("h2", {}, "Arms"), armTable([{ run: name, details }], false)] : []),
        part(lastQuestions), part(lastEvents)];
      main.replaceChildren(h("h1", {}, name), problem, head, curves, quality, arms, questions,
        events);
      let details = { at: 0 };
      await follow(3, async () => {
        try {
          const run = await ask("/api/run", [["run", name]]);
          const snapshot = run.snapshot;
          // Its age alone is no news.
          const { quietSeconds, ...rest } = snapshot;
          head.show({ run: run.run, shellWord: run.shellWord },
            snapshot.state === "stalled" ? snapshot : rest);
          curves.show(snapshot.loops, snapshot.rewardBy);
          questions.show(name, snapshot.questions);
          events.show(snapshot.events);
          // Shares and arms take the server longer: they are asked for less often.
          const extent = `${snapshot.outerSteps} ${snapshot.arms} ${run.isOver}`;
          if (snapshot.started && extent !== details.extent
            && (run.isOver || Date.now() - details.at > 20000)) {
            const news = await ask("/api/details", [["run", name]]);
            details = { at: Date.now(), extent };
            quality.show(news.quality, news.classifier);
            arms.show(news);
          }
          problem.show("");
          return !run.isOver;
        } catch (error) {
          if (error instanceof TypeError) throw error;
          problem.show(error.message);
          return true;
        }
      });
    };
    """#
}
