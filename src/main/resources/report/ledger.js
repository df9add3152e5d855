// The ledger: filters, search, and what was sent and received in a case.
(() => {
  const tools = document.getElementById("ledger-tools");
  if (!tools) return;
  const search = document.getElementById("ledger-search");
  const found = document.getElementById("ledger-found");
  const clauses = [...document.querySelectorAll(".clause")].map((clause) => ({
    clause, text: (clause.id + " " + clause.textContent).toLowerCase(),
  }));

  function chosen(name) {
    return new Set([...tools.querySelectorAll(`[name=${name}]:checked`)].map((box) => box.value));
  }

  function show() {
    const outcomes = chosen("outcome"), levels = chosen("level"), sought = search.value.toLowerCase().trim();
    let count = 0;
    for (const { clause, text } of clauses) {
      const fits = outcomes.has(clause.dataset.outcome) && levels.has(clause.dataset.level) && text.includes(sought);
      clause.hidden = !fits;
      count += fits ? 1 : 0;
    }
    for (const endpoint of document.querySelectorAll(".endpoint")) {
      endpoint.hidden = !endpoint.querySelector(".clause:not([hidden])");
    }
    found.textContent = `${count} of ${clauses.length} clauses`;
  }

  function exchange(evidence) {
    const box = element("div", "evidence");
    if (evidence.which) box.append(element("p", "faint", evidence.which));
    box.append(element("div", "traffic",
      element("div", "", element("h4", "", "Request"), element("pre", "", evidence.request)),
      element("div", "", element("h4", "", "Response"), element("pre", "", evidence.response))));
    box.append(evidence.curl ? command(evidence.curl) : element("p", "faint", evidence.remark));
    for (const pre of box.querySelectorAll("pre")) pre.tabIndex = 0;
    return box;
  }

  function command(curl) {
    const button = element("button", "", "Copy"), told = element("output", "");
    button.type = "button";
    const pre = element("pre", "", curl);
    button.addEventListener("click", async () => {
      told.textContent = await copied(curl, pre) ? "copied" : "selected: copy it with the keyboard";
    });
    return element("div", "curl", element("div", "", element("h4", "", "curl"), button, told), pre);
  }

  // A page opened from disk may not be allowed to write to the clipboard: then the text is selected.
  async function copied(text, pre) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      getSelection().selectAllChildren(pre);
      return document.execCommand("copy");
    }
  }

  async function fill(box) {
    if (box.dataset.filled) return;
    box.dataset.filled = "yes";
    const evidence = (await data).cases[Number(box.dataset.case)];
    if (evidence && evidence.request) box.append(exchange(evidence));
  }

  function openTarget() {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target && target.matches(".clause")) target.open = true;
  }

  document.addEventListener("toggle", (event) => {
    if (event.target.matches(".case") && event.target.open) fill(event.target);
  }, true);
  for (const box of document.querySelectorAll(".case[open]")) fill(box);
  tools.addEventListener("input", show);
  tools.addEventListener("submit", (event) => event.preventDefault());
  addEventListener("hashchange", openTarget);
  openTarget();
  show();
})();
