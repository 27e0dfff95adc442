extension Page {
  /// The list of runs, and the comparison of some of them.
  static let runList = #"""
    const seedsText = seeds => seeds.length > 6
      ? `${seeds.slice(0, 5).join(", ")}, \u2026 (${seeds.length})` : seeds.join(", ");

    const showRuns = async () => {
      document.title = "soar: runs";
      const chosen = new Set();
      const choose = run => event => {
        if (event.target.checked) chosen.add(run); else chosen.delete(run);
        label();
      };
      const button = h("button", { type: "button", click: () => {
        location.href = address("/compare", [...chosen].map(run => ["run", run]));
      } });
      const label = () => {
        button.textContent = chosen.size ? `Compare ${plural(chosen.size, "run")}` : "Compare";
        button.disabled = chosen.size === 0;
      };
      label();
      const list = part((runs, problems) => [
        problems.map(text => h("p", { class: "error" }, text)),
        runs.length === 0 ? h("p", {}, "No runs here yet: ", h("code", {}, "soar run"), " starts one.")
          : table(null, [["", ""], ["run", "name"], ["state", ""], ["preset", ""], ["seeds", ""],
            ["started", "nowrap"], ["outer steps", "n"], ["students", "n", "of arms"],
            ["promotions", "n"], ["last R_t", "n", "of the loop that wrote last"], ["trend of R_t", "",
            "the last 60 steps of that loop"]], runs.map(run => run.error
            ? ["", run.run, h("span", { class: "error" }, run.error), "", "", "", "", "", "", "", ""]
            : [h("input", { type: "checkbox", "aria-label": `compare ${run.run}`,
                checked: chosen.has(run.run), change: choose(run.run) }),
              runLink(run.run), h("div", {}, stateMark(run.state), isTold(run.remaining)
                ? h("div", { class: "soft" }, leftHead(run.remaining),
                  duration(run.remaining.seconds), " left") : null), run.preset || "\u2013",
              seedsText(run.seeds), when(run.started), of(run.outerSteps, run.outerStepsWanted),
              of(run.arms, run.armsWanted), count(run.promotions),
              rewardText(run.rewards.at(-1), run.isGrounded)
                + (run.rewards.length && run.isGrounded ? " points" : ""),
              spark(run.rewards, `R_t of ${run.run}`)])),
      ]);
      main.replaceChildren(h("h1", {}, "Runs"), list, h("div", { class: "bar" }, button,
        h("span", { class: "soft" }, "Tick the runs to put side by side.")));
      // Runs that go on first, then the newest.
      const rank = run => run.state === "running" || run.state === "stalled" ? 0 : 1;
      await follow(5, async () => {
        const { runs, problems } = await ask("/api/runs");
        runs.sort((a, b) => rank(a) - rank(b) || (b.started || "").localeCompare(a.started || ""));
        list.show(runs, problems);
        return true;
      });
    };

    const passColumns = runs => [...new Set(runs.flatMap(run => run.details.arms.flatMap(
      arm => arm.passAtK.map(entry => entry.k))))].sort((a, b) => a - b);
    const estimate = entry => !entry ? "\u2013" : [percent(entry.value), isNumber(entry.lower)
      ? h("span", { class: "range" }, ` [${percent(entry.lower)}, ${percent(entry.upper)}]`) : ""];
    // One row to an arm, of one run or of several.
    const armTable = (runs, isNamed) => {
      const ks = passColumns(runs);
      const transfers = runs.some(run => run.details.arms.some(arm => arm.transferPassAtK.length));
      const lastK = ks.at(-1);
      const heads = [...(isNamed ? [["run", "name"]] : []), ["arm", "name"], ["seeds", "n"],
        ["students", "n"], ["hard-train", "n", "greedy accuracy, %"],
        ...ks.map(k => [`pass@${k}`, "n", "on hard-test, %, with its 95% interval"]),
        ...(transfers ? [[`transfer pass@${lastK}`, "n", "on the transfer problems, %"]] : [])];
      return table("In percent; pass@k on hard-test with 95% intervals over seeds and problems.",
        heads, runs.flatMap(run => run.details.arms.map(arm => [
          ...(isNamed ? [runLink(run.run)] : []),
          arm.diverged ? `${arm.arm} (${arm.diverged} diverged)` : arm.arm, count(arm.seeds),
          count(arm.students), percent(arm.trainAccuracy),
          ...ks.map(k => estimate(arm.passAtK.find(entry => entry.k === k))),
          ...(transfers ? [estimate(arm.transferPassAtK.find(entry => entry.k === lastK))] : [])])));
    };

    const showComparison = async query => {
      const names = query.getAll("run").slice(0, 12);
      document.title = "soar: comparison";
      crumbs("comparison");
      const [problems, curves, arms] = [
        part(errors => errors.map(text => h("p", { class: "error" }, text))),
        part(runs => {
          const loops = runs.flatMap(run => run.snapshot.loops.map(loop => ({ run: run.run, loop })));
          if (!loops.length) return [];
          const drawn = isGrounded => {
            const chosen = loops.filter(entry => entry.loop.isGrounded === isGrounded);
            if (!chosen.length) return [];
            const keys = [...new Map(chosen.map(({ run, loop }) =>
              [JSON.stringify([run, loop.teacher]), { run, teacher: loop.teacher }])).values()];
            // The same scales for all, so that curves compare.
            const domain = range(chosen.map(({ loop }) => rewardLine(loop, "")));
            const lastX = Math.max(1, ...chosen.map(({ loop }) => loop.steps - 1));
            return keys.map(({ run, teacher }) => chart({ title: `${run}: ${teacher}, R_t`,
              unit: unitOf(isGrounded), domain, lastX, markName: "promotion", series: chosen.filter(entry =>
                entry.run === run && entry.loop.teacher === teacher).map(({ loop }) =>
                rewardLine(loop, `seed ${loop.seed}`)) }));
          };
          return [h("h2", {}, "Teacher reward R_t"), h("p", { class: "soft" },
            "Charts of one unit share their scales. Triangles mark promotions."),
            h("div", { class: "grid" }, drawn(true), drawn(false))];
        }),
        part(runs => [h("h2", {}, "Arms"), runs.some(run => run.details.arms.length)
          ? armTable(runs, true) : h("p", { class: "soft" }, "No arm has finished yet."),
          h("p", {}, "Which differences are real? These tables do not test any. The command does:"),
          command(`soar compare ${runs.map(run => run.shellWord).join(" ")}`)]),
      ];
      main.replaceChildren(h("h1", {}, "Comparison"), problems, curves, arms);
      await follow(5, async () => {
        const results = await Promise.all(names.map(async name => {
          try {
            const run = await ask("/api/run", [["run", name]]);
            return { ...run, details: await ask("/api/details", [["run", name]]) };
          } catch (error) {
            if (error instanceof TypeError) throw error;
            return { error: error.message };
          }
        }));
        const runs = results.filter(run => !run.error);
        problems.show(names.length ? results.map(run => run.error).filter(Boolean)
          : ["No runs are chosen."]);
        curves.show(runs.map(run => ({ run: run.run, snapshot: { loops: run.snapshot.loops } })));
        arms.show(runs.map(run => ({ run: run.run, shellWord: run.shellWord,
          details: { arms: run.details.arms } })));
        return results.some(run => run.error || !run.isOver) && names.length > 0;
      });
    };
    """#
}
