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

  function row(trial, section, cases) {
    const strip = element("span", "strip");
    strip.setAttribute("role", "img");
    const words = trial.squares.map((square) => `${section.columns[square.at].id} ${told[square.kind]}`);
    strip.setAttribute("aria-label", `${trial.word}: ${words.join("; ") || "nothing blamed"}`);
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
      if (made.open && made.children.length === 1) made.append(more(trial, section, cases));
    });
    return made;
  }

  function more(trial, section, cases) {
    const box = element("div", "more", element("p", "", `${trial.says} `,
      element("span", "faint", `${trial.word}, ${trial.ms} ms`)));
    const list = element("ul", "");
    for (const square of trial.squares) {
      const column = section.columns[square.at];
      const by = element("ul", "", ...square.by.map((name) => element("li", "", element("code", "", cases[name]))));
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
    const section = matrix.sections[Number(box.dataset.section)];
    box.style.setProperty("--columns", Math.max(1, section.columns.length));
    const rows = section.rows.map((trial) => ({
      row: row(trial, section, matrix.cases),
      text: [trial.id, trial.says, ...trial.squares.flatMap((square) =>
        [section.columns[square.at].id, ...square.by.map((name) => matrix.cases[name])])].join(" ").toLowerCase(),
      failed: trial.tone !== "pass",
    }));
    made.set(box, rows);
    if (section.columns.length) box.append(head(section));
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
