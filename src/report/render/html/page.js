
"use strict";
// Facts and the words they rest on light each other up, for the mouse and for the keyboard; a click holds the light.
for (const report of document.querySelectorAll(".report")) {
  const words = [...report.querySelectorAll("[data-f]")].map(node => ({ node, ids: new Set(node.dataset.f.split(" ")) }));
  const facts = [...report.querySelectorAll("[data-fact]")];
  let held = null;
  const light = ids => {
    for (const word of words) word.node.classList.toggle("lit", ids.some(id => word.ids.has(id)));
    for (const fact of facts) fact.classList.toggle("lit", ids.includes(fact.dataset.fact));
  };
  const of = target => {
    const fact = target.closest("[data-fact]");
    if (fact) return [fact.dataset.fact];
    const word = target.closest("[data-f]");
    return word ? word.dataset.f.split(" ") : [];
  };
  const show = event => light(of(event.target).length ? of(event.target) : held ?? []);
  report.addEventListener("mouseover", show);
  report.addEventListener("focusin", show);
  report.addEventListener("mouseleave", () => light(held ?? []));
  report.addEventListener("focusout", () => light(held ?? []));
  const hold = event => {
    const ids = of(event.target);
    held = ids.length && String(ids) !== String(held) ? ids : null;
    light(held ?? ids);
    if (!held) return;
    const onFact = event.target.closest("[data-fact]");
    const other = onFact ? words.find(word => ids.some(id => word.ids.has(id)))?.node : facts.find(fact => ids.includes(fact.dataset.fact));
    other?.scrollIntoView({ block: "nearest" });
  };
  report.addEventListener("click", event => { if (!event.target.closest("a, input, label")) hold(event); });
  report.addEventListener("keydown", event => {
    if (event.key === "Escape") { held = null; light([]); }
    if (event.key === "Enter" && event.target.matches("[data-f], [data-fact]")) hold(event);
  });
  for (const box of report.querySelectorAll(".legend input")) {
    box.addEventListener("change", () => {
      for (const mark of report.querySelectorAll("mark." + box.value)) mark.classList.toggle("off", !box.checked);
    });
  }
}
// The table of articles comes first, wherever it was written; its columns sort and its rows filter.
const index = document.getElementById("index");
if (index) {
  index.parentNode.prepend(index);
  const body = index.querySelector("tbody");
  const rows = [...body.rows];
  const filter = document.getElementById("filter"), only = document.getElementById("dealsonly");
  const shown = document.getElementById("shown");
  const texts = new Map(rows.map(row => [row, row.textContent.toLowerCase()]));
  const apply = () => {
    const wanted = filter.value.toLowerCase().split(/\s+/).filter(Boolean);
    let count = 0;
    for (const row of rows) {
      row.hidden = !(wanted.every(word => texts.get(row).includes(word)) && (!only.checked || row.dataset.deals > 0));
      if (!row.hidden) count++;
    }
    shown.textContent = count === rows.length ? "" : count + " of " + rows.length + " shown";
  };
  filter.addEventListener("input", apply);
  only.addEventListener("change", apply);
  index.querySelectorAll("thead button").forEach((button, column) => button.addEventListener("click", () => {
    const head = button.parentNode, down = head.getAttribute("aria-sort") === "ascending";
    for (const other of head.parentNode.cells) other.setAttribute("aria-sort", "none");
    head.setAttribute("aria-sort", down ? "descending" : "ascending");
    const value = row => row.cells[column].dataset.value ?? row.cells[column].textContent;
    const number = button.dataset.sort === "number";
    const order = (a, b) => number ? (Number(value(a)) || 0) - (Number(value(b)) || 0) : value(a).localeCompare(value(b));
    body.append(...rows.sort((a, b) => down ? order(b, a) : order(a, b)));
  }));
}
document.documentElement.classList.add("live");
