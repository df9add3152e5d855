// The kill matrix: rows are made when their section is opened or searched.
(() => {
  const tools = document.getElementById("matrix-tools");
  if (!tools) return;
  const search = document.getElementById("matrix-search");
  const failures = document.getElementById("matrix-failures");
  const found = document.getElementById("matrix-found");
  const sections = [...document.querySelectorAll(".matrix")];
  const meaning = { blamed: "broken and blamed", missed: "broken, not blamed", wrong: "kept, but blamed" };
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
  function columns(mutants, clauses) {
    const met = new Set(mutants.flatMap((mutant) => [...mutant.breaks, ...Object.keys(mutant.blamed)]));
    const known = clauses.filter((clause) => met.delete(clause.id));
    return [...known, ...[...met].sort().map((id) => ({ id, says: "" }))];
  }

  function kind(mutant, clause) {
    if (!(clause in mutant.blamed)) return "missed";
    return mutant.breaks.includes(clause) ? "blamed" : "wrong";
  }

  function squares(mutant, columns) {
    return columns.flatMap(({ id }, at) => mutant.breaks.includes(id) || id in mutant.blamed
      ? [{ at, kind: kind(mutant, id), by: mutant.blamed[id] ?? [] }] : []);
  }

  function section(matrix, title) {
    const mutants = matrix.defects.filter((mutant) => mutant.operation === title);
    const shown = mutants.length ? mutants : [matrix.plain, ...matrix.variants];
    const clauses = columns(shown, matrix.clauses);
    return { columns: clauses, rows: shown.map((mutant) =>
      ({ ...mutant, ...matrix.marks[mutant.outcome], squares: squares(mutant, clauses) })) };
  }

  function row(mutant, section) {
    const strip = element("span", "strip");
    strip.setAttribute("role", "img");
    const words = mutant.squares.map((square) => `${section.columns[square.at].id} ${meaning[square.kind]}`);
    strip.setAttribute("aria-label", `${mutant.outcome}: ${words.join("; ") || "nothing blamed"}`);
    for (const square of mutant.squares) {
      const box = element("i", `square ${square.kind}`);
      box.style.gridColumn = square.at + 1;
      box.title = `${section.columns[square.at].id}: ${meaning[square.kind]}`;
      strip.append(box);
    }
    const mark = element("span", `mark ${mutant.tone}`, mutant.symbol);
    mark.setAttribute("aria-hidden", "true");
    const made = element("details", mutant.squares.length ? "row" : "row nothing",
      element("summary", "", element("span", "", mark, element("code", "", mutant.id)), strip));
    made.addEventListener("toggle", () => {
      if (made.open && made.children.length === 1) made.append(more(mutant, section));
    });
    return made;
  }

  function more(mutant, section) {
    const box = element("div", "more", element("p", "", `${mutant.says} `,
      element("span", "faint", `${mutant.outcome}, ${mutant.durationMs} ms`)));
    const list = element("ul", "");
    for (const square of mutant.squares) {
      const column = section.columns[square.at];
      const by = element("ul", "", ...square.by.map((name) => element("li", "", element("code", "", name))));
      list.append(element("li", "", element("code", "", column.id), " ",
        element("span", square.kind === "blamed" ? "pass" : "fail", meaning[square.kind]), element("br"), column.says, by));
    }
    box.append(list);
    if (mutant.undecided.length) {
      box.append(element("p", "warn", "Could not be decided:"),
        element("ul", "", ...mutant.undecided.map((name) => element("li", "", element("code", "", name)))));
    }
    return box;
  }

  async function fill(box) {
    const { matrix } = await data;
    if (made.has(box)) return made.get(box);
    const shown = section(matrix, box.dataset.section);
    box.style.setProperty("--columns", Math.max(1, shown.columns.length));
    const rows = shown.rows.map((mutant) => ({
      row: row(mutant, shown),
      text: [mutant.id, mutant.says, ...mutant.squares.flatMap((square) =>
        [shown.columns[square.at].id, ...square.by])].join(" ").toLowerCase(),
      failed: mutant.tone !== "pass",
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
