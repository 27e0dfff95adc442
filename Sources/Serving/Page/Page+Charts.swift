extension Page {
  /// Line charts and sparklines as SVG.
  static let charts = #"""
    // Round numbers that cover low...high.
    const ticks = (low, high, wanted) => {
      const step0 = (high - low) / wanted;
      const power = 10 ** Math.floor(Math.log10(step0));
      const step = [1, 2, 5, 10].map(m => m * power).find(size => size >= step0) || 10 * power;
      const values = [];
      for (let i = Math.ceil(low / step - 1e-9); i * step <= high + step * 1e-6; i++) {
        values.push(i * step);
      }
      return { values, digits: Math.max(0, Math.min(6, -Math.floor(Math.log10(step) + 1e-9))) };
    };
    // Colours first, then dashes, as in the figures of reports.
    const dashes = [null, "6 3", "2 3", "8 3 2 3", "4 6"];
    const look = index => ({ stroke: `s${index % 6}`, fill: `f${index % 6}`,
      dash: dashes[Math.floor(index / 6) % dashes.length] });
    const extent = values => values.filter(isNumber).reduce(
      ([low, high], value) => [Math.min(low, value), Math.max(high, value)], [Infinity, -Infinity]);
    // The values' range with some air; zero is in it.
    const range = series => {
      let [low, high] = extent(series.flatMap(line => line.ys));
      if (low > high) return [0, 1];
      [low, high] = [Math.min(low, 0), Math.max(high, 0)];
      if (low === high) high = low + 1;
      const air = .06 * (high - low);
      return [low < 0 ? low - air : low, high > 0 ? high + air : high];
    };

    // series: [{name, xs, ys, marks: [x]}]; missing y are gaps. The drawing is of 600 by 210.
    const chart = ({ title, unit, series, domain, lastX, x = "outer step", markName }) => {
      const [left, right, top, bottom, width, height] = [46, 10, 10, 30, 600, 210];
      const [low, high] = domain || range(series);
      const end = lastX || Math.max(1, extent(series.flatMap(line => line.xs))[1]);
      const px = value => left + (width - left - right) * value / end;
      const py = value => top + (height - top - bottom) * (high - value) / (high - low);
      const svg = s("svg", { viewBox: `0 0 ${width} ${height}`, role: "img" });
      const yTicks = ticks(low, high, 5);
      for (const value of yTicks.values) {
        svg.append(
          s("line", { class: Math.abs(value) < 1e-12 ? "zero" : "axis", x1: left,
            x2: width - right, y1: py(value), y2: py(value) }),
          s("text", { x: left - 6, y: py(value) + 4, "text-anchor": "end" },
            fixed(value, yTicks.digits)));
      }
      for (const value of ticks(0, end, 8).values.filter(Number.isInteger)) {
        svg.append(s("text", { x: px(value), y: height - 14, "text-anchor": "middle" },
          String(value)));
      }
      svg.append(s("text", { x: width - right, y: height - 1, "text-anchor": "end" }, x));
      series.forEach((line, index) => {
        const style = look(line.look ?? index);
        let path = "", isOpen = false;
        line.ys.forEach((y, i) => {
          if (isNumber(y)) {
            path += `${isOpen ? "L" : "M"}${px(line.xs[i]).toFixed(1)} ${py(y).toFixed(1)}`;
          }
          isOpen = isNumber(y);
        });
        svg.append(s("path", { class: `curve ${style.stroke}`, d: path,
          "stroke-dasharray": style.dash }));
        if (line.ys.filter(isNumber).length === 1) {
          const only = line.ys.findIndex(isNumber);
          svg.append(s("circle", { class: style.fill, cx: px(line.xs[only]), cy: py(line.ys[only]),
            r: 3 }));
        }
      });
      series.forEach((line, index) => {
        for (const at of line.marks || []) {
          const y = line.ys[line.xs.indexOf(at)];
          if (!isNumber(y)) continue;
          svg.append(s("path", { class: `mark ${look(line.look ?? index).fill}`,
            d: `M${px(at)} ${py(y) - 7}l6 10h-12z` }, s("title", {},
              `${line.name}: ${markName} at ${x} ${at}`)));
        }
      });
      const last = series.map(line => `${line.name} ${fixed(line.ys.findLast(isNumber), 2)}`);
      svg.setAttribute("aria-label", `${title}. Last values: ${last.join(", ")}.`);
      const readout = h("div", { class: "readout" });
      const cursor = s("line", { class: "cursor", y1: top, y2: height - bottom,
        visibility: "hidden" });
      svg.append(cursor);
      svg.addEventListener("mousemove", event => {
        const box = svg.getBoundingClientRect();
        const place = (event.clientX - box.left) / box.width * width;
        const at = Math.max(0, Math.min(end,
          Math.round((place - left) / (width - left - right) * end)));
        cursor.setAttribute("x1", px(at));
        cursor.setAttribute("x2", px(at));
        cursor.setAttribute("visibility", "visible");
        const values = series.map(line => [line.name, line.ys[line.xs.indexOf(at)]])
          .filter(pair => isNumber(pair[1]));
        readout.textContent = `${x} ${at}: `
          + (values.slice(0, 8).map(([name, y]) => `${name} ${fixed(y, 2)}`).join(", ") || "nothing");
      });
      svg.addEventListener("mouseleave", () => {
        cursor.setAttribute("visibility", "hidden");
        readout.textContent = "";
      });
      const legend = h("ul", { class: "legend" }, series.slice(0, 30).map((line, index) => {
        const style = look(line.look ?? index);
        return h("li", {}, s("svg", { viewBox: "0 0 24 8", "aria-hidden": "true" },
          s("line", { class: `curve ${style.stroke}`, x1: 0, x2: 24, y1: 4, y2: 4,
            "stroke-dasharray": style.dash })), line.name);
      }));
      return h("figure", {}, h("h3", {}, title, unit ? h("span", { class: "soft" }, ` (${unit})`)
        : null), svg, h("figcaption", {}, legend, readout));
    };

    const spark = (values, label) => {
      const [low, high] = extent(values);
      if (low > high) return "";
      const px = i => 2 + 106 * i / Math.max(1, values.length - 1);
      const py = y => high === low ? 11 : 2 + 18 * (high - y) / (high - low);
      const points = values.map((y, i) => isNumber(y) ? `${px(i).toFixed(1)},${py(y).toFixed(1)}`
        : "").filter(Boolean);
      return s("svg", { class: "spark", viewBox: "0 0 110 22", role: "img", "aria-label": label },
        s("polyline", { class: "curve s0", points: points.join(" ") }));
    };
    const unitOf = isGrounded => isGrounded ? "points of hard-train" : "units of its reward scheme";
    // One loop's R_t as a series.
    const rewardLine = (loop, name) => {
      const first = loop.steps - loop.rewards.length;
      return { name, marks: loop.promotions, xs: loop.rewards.map((_, i) => first + i),
        ys: loop.rewards.map(y => isNumber(y) ? (loop.isGrounded ? 100 * y : y) : null) };
    };
    """#
}
