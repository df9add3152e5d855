// The charts of loads, drawn again when light turns to dark or the page to paper.
(() => {
  if (typeof Chart === "undefined") return;
  const dark = matchMedia("(prefers-color-scheme: dark)"), paper = matchMedia("print");
  const dashes = [[], [6, 3], [2, 2], [8, 3, 2, 3]];
  let drawn = [];

  function color(name) {
    return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  }

  function axis(title, more) {
    return { title: { display: true, text: title, color: color("--faint") }, ticks: { color: color("--faint") },
      grid: { color: color("--grid") }, border: { color: color("--line") }, ...more };
  }

  function line(label, points, number, more) {
    const hue = color(["--one", "--two", "--three", "--good", "--error", "--faint", "--info", "--ink"][number % 8]);
    return { label, data: points, borderColor: hue, backgroundColor: hue, borderWidth: 2,
      borderDash: dashes[number % 4], pointRadius: points.length < 2 ? 3 : 0, ...more };
  }

  function draw(canvas, datasets, scales) {
    drawn.push(new Chart(canvas, { type: "line", data: { datasets }, options: {
      animation: false, maintainAspectRatio: false, parsing: false, interaction: { mode: "nearest", intersect: false },
      scales, plugins: { legend: { labels: { color: color("--ink"), boxHeight: 0, boxWidth: 24 } } } } }));
  }

  // The nines of a percentile are evenly far from each other: x is 1 / (1 - p).
  function curve(canvas, load) {
    const lines = Object.entries(load.curves).filter(([, points]) => points.length).map(([name, points], number) =>
      line(name, points.map(([p, ms]) => ({ x: 100 / (100 - p), y: ms })), number));
    const nines = new Map([[1, "0 %"], [2, "50 %"], [10, "90 %"], [100, "99 %"], [1000, "99.9 %"], [10000, "99.99 %"]]);
    draw(canvas, lines, {
      x: axis("percentile", { type: "logarithmic", min: 1, ticks: { color: color("--faint"), autoSkip: false,
        callback: (x) => nines.get(x) ?? "" } }),
      y: axis("ms", { beginAtZero: true, type: "linear" }),
    });
  }

  function over(load, key) {
    return load.moments.filter((moment) => moment[key] !== undefined).map((moment) => ({ x: moment.second, y: moment[key] }));
  }

  const seconds = () => axis("seconds after the warm-up", { type: "linear", min: 0, bounds: "data" });

  function latency(canvas, load) {
    draw(canvas, [line("p50", over(load, "p50"), 0), line("p99", over(load, "p99"), 1), line("max", over(load, "max"), 2)],
      { x: seconds(), y: axis("ms", { beginAtZero: true, type: "linear" }) });
  }

  function rate(canvas, load) {
    draw(canvas, [line("planned", over(load, "planned"), 5, { borderDash: [6, 3] }), line("sent", over(load, "sent"), 0)],
      { x: seconds(), y: axis("a second", { beginAtZero: true, type: "linear" }) });
  }

  async function all() {
    const { load } = await data;
    drawn.forEach((chart) => chart.destroy());
    drawn = [];
    for (const [name, chart] of Object.entries({ curve, latency, rate })) {
      chart(document.querySelector(`[data-chart=${name}]`), load);
    }
    document.documentElement.dataset.drawn = "yes";
  }

  dark.addEventListener("change", all);
  paper.addEventListener("change", all);
  all();
})();
