// The kill matrix: rows are made when their section is opened or searched.
(() => {
  const tools = document.getElementById("matrix-tools");
  if (!tools) return;
  const search = document.getElementById("matrix-search");
  const failures = document.getElementById("matrix-failures");
  const found = document.getElementById("matrix-found");
  const sections = [...document.querySelectorAll(".matrix")];
  const told = { blamed: "broken and blamed", missed: "broken, not blamed", wrong: "kept, but blamed" };
  const made = new Map();

  function below(id) {
    return id.slice(id.indexOf("/") + 1);
  }

  function head(section) {
    const strip = element("div", "strip");
    for (const column of section.columns) {
      const name = element("span", "name", below(column.id));
      name.title = column.id;
      strip.append(name);
    }
    const box = element("div", "head", element("span", "faint", "A row opens to its clauses and cases."), strip);
    box.setAttribute("aria-hidden", "true");
    return box;
  }

  // In document order; what no document knows comes last.
  function columns(trials, clauses) {
    const met = new Set(trials.flatMap((trial) => [...trial.breaks, ...Object.keys(trial.blamed)]));
    const known = clauses.filter((clause) => met.delete(clause.id));
    return [...known, ...[...met].sort().map((id) => ({ id, says: "" }))];
  }

  function kind(trial, clause) {
    if (!(clause in trial.blamed)) return "missed";
    return trial.breaks.includes(clause) ? "blamed" : "wrong";
  }

  function squares(trial, columns) {
    return columns.flatMap(({ id }, at) => trial.breaks.includes(id) || id in trial.blamed
      ? [{ at, kind: kind(trial, id), by: trial.blamed[id] ?? [] }] : []);
  }

  function section(matrix, title) {
    const trials = matrix.defects.filter((trial) => trial.operation === title);
    const shown = trials.length ? trials : [matrix.plain, ...matrix.variants];
    const clauses = columns(shown, matrix.clauses);
    return { columns: clauses, rows: shown.map((trial) =>
      ({ ...trial, ...matrix.marks[trial.outcome], squares: squares(trial, clauses) })) };
  }

  function row(trial, section) {
    const strip = element("span", "strip");
    strip.setAttribute("role", "img");
    const words = trial.squares.map((square) => `${section.columns[square.at].id} ${told[square.kind]}`);
    strip.setAttribute("aria-label", `${trial.outcome}: ${words.join("; ") || "nothing blamed"}`);
    for (const square of trial.squares) {
      const box = element("i", `square ${square.kind}`);
      box.style.gridColumn = square.at + 1;
      box.title = `${section.columns[square.at].id}: ${told[square.kind]}`;
      strip.append(box);
    }
    const mark = element("span", `mark ${trial.tone}`, trial.symbol);
    mark.setAttribute("aria-hidden", "true");
    const made = element("details", trial.squares.length ? "row" : "row nothing",
      element("summary", "", element("span", "", mark, element("code", "", trial.id)), strip));
    made.addEventListener("toggle", () => {
      if (made.open && made.children.length === 1) made.append(more(trial, section));
    });
    return made;
  }

  function more(trial, section) {
    const box = element("div", "more", element("p", "", `${trial.says} `,
      element("span", "faint", `${trial.outcome}, ${trial.durationMs} ms`)));
    const list = element("ul", "");
    for (const square of trial.squares) {
      const column = section.columns[square.at];
      const by = element("ul", "", ...square.by.map((name) => element("li", "", element("code", "", name))));
      list.append(element("li", "", element("code", "", column.id), " ",
        element("span", square.kind === "blamed" ? "pass" : "fail", told[square.kind]), element("br"), column.says, by));
    }
    box.append(list);
    if (trial.undecided.length) {
      box.append(element("p", "warn", "Could not be decided:"),
        element("ul", "", ...trial.undecided.map((name) => element("li", "", element("code", "", name)))));
    }
    return box;
  }

  async function fill(box) {
    const { matrix } = await data;
    if (made.has(box)) return made.get(box);
    const shown = section(matrix, box.dataset.section);
    box.style.setProperty("--columns", Math.max(1, shown.columns.length));
    const rows = shown.rows.map((trial) => ({
      row: row(trial, shown),
      text: [trial.id, trial.says, ...trial.squares.flatMap((square) =>
        [shown.columns[square.at].id, ...square.by])].join(" ").toLowerCase(),
      failed: trial.tone !== "pass",
    }));
    made.set(box, rows);
    if (shown.columns.length) box.append(head(shown));
    box.append(...rows.map((each) => each.row));
    return rows;
  }

  async function show() {
    const sought = search.value.toLowerCase().trim();
    let count = 0, all = 0;
    for (const box of sections) {
      const rows = await fill(box);
      let here = 0;
      for (const { row, text, failed } of rows) {
        row.hidden = !text.includes(sought) || (failures.checked && !failed);
        here += row.hidden ? 0 : 1;
      }
      box.hidden = here === 0;
      if (sought || failures.checked) box.open = here > 0;
      count += here;
      all += rows.length;
    }
    found.textContent = `${count} of ${all} rows`;
  }

  for (const box of sections) {
    box.addEventListener("toggle", () => box.open && fill(box));
    if (box.open) fill(box);
  }
  tools.addEventListener("input", show);
  tools.addEventListener("submit", (event) => event.preventDefault());
})();
