// Lists of clauses and of what differs: filters, search, and what was sent and received in a case.
(() => {
  const lists = [...document.querySelectorAll("form[data-noun]")];
  if (!lists.length) return;

  function filter(tools) {
    const list = tools.parentElement, search = tools.querySelector("[type=search]"), found = tools.querySelector("output");
    const entries = [...list.querySelectorAll(".clause")].map((entry) => ({
      entry, text: (entry.id + " " + entry.textContent).toLowerCase(),
    }));

    function chosen(name) {
      return new Set([...tools.querySelectorAll(`[name=${name}]:checked`)].map((box) => box.value));
    }

    function show() {
      const outcomes = chosen("outcome"), levels = chosen("level"), sought = search.value.toLowerCase().trim();
      let count = 0;
      for (const { entry, text } of entries) {
        const fits = outcomes.has(entry.dataset.outcome) && (!entry.dataset.level || levels.has(entry.dataset.level)) && text.includes(sought);
        entry.hidden = !fits;
        count += fits ? 1 : 0;
      }
      for (const endpoint of list.querySelectorAll(".endpoint")) {
        endpoint.hidden = !endpoint.querySelector(".clause:not([hidden])");
      }
      found.textContent = `${count} of ${entries.length} ${tools.dataset.noun}`;
    }

    tools.addEventListener("input", show);
    tools.addEventListener("submit", (event) => event.preventDefault());
    show();
  }

  function exchange(evidence) {
    return shown(evidence, [["Request", evidence.request], ["Response", evidence.response]]);
  }

  function both(evidence) {
    const box = shown(evidence, [["Request to the new service", evidence.request], ["Old answer", evidence.from], ["New answer", evidence.to]]);
    box.querySelector(".traffic > div").className = "whole";
    return box;
  }

  function shown(evidence, texts) {
    const box = element("div", "evidence");
    if (evidence.which) box.append(element("p", "faint", evidence.which));
    box.append(element("div", "traffic", ...texts.map(([title, text]) =>
      element("div", "", element("h4", "", title), element("pre", "", text)))));
    box.append(evidence.curl ? command(evidence.curl) : element("p", "faint", evidence.remark));
    for (const pre of box.querySelectorAll("pre")) pre.tabIndex = 0;
    return box;
  }

  function command(curl) {
    const button = element("button", "", "Copy"), message = element("output", "");
    button.type = "button";
    const pre = element("pre", "", curl);
    button.addEventListener("click", async () => {
      message.textContent = await copied(curl, pre) ? "copied" : "selected: copy it with the keyboard";
    });
    return element("div", "curl", element("div", "", element("h4", "", "curl"), button, message), pre);
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
    const { cases, pairs } = await data;
    const evidence = box.dataset.pair ? pairs[box.dataset.pair] : cases[box.dataset.case];
    if (evidence && evidence.request) box.append(box.dataset.pair ? both(evidence) : exchange(evidence));
  }

  function openTarget() {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target && target.matches(".clause")) target.open = true;
  }

  document.addEventListener("toggle", (event) => {
    if (event.target.matches(".case") && event.target.open) fill(event.target);
  }, true);
  for (const box of document.querySelectorAll(".case[open]")) fill(box);
  addEventListener("hashchange", openTarget);
  openTarget();
  lists.forEach(filter);
})();
