// The search page: its form, its address, its keyboard. What is found comes from search-minisearch.js or search-pagefind.js, which have
// one form: open(page) gives { search(wish, limit), grow(), rest(), orgs() }.
const $ = id => document.getElementById(id);
const form = document.querySelector("form.search"), fields = form.elements, index = $("Index");
const box = $("Query"), status = $("Status"), trouble = $("Trouble"), list = $("Results"), more = $("More"), browse = $("Browse");
const names = ["q", "theme", "tag", "year", "org", "code"];
const themes = titles("theme"), tags = titles("tag");
const step = 20;
let shown = step, turn = 0, engine, opening, addressTimer, searchTimer;

// Letters without marks and case: what is compared. The index is folded alike.
export const fold = text => text.normalize("NFKD").replace(/\p{M}+/gu, "").toLowerCase().replace(/[\u2010\u2011]/g, "-");

// What is pasted for an arXiv paper: 2312.12475, arXiv:2312.12475v2 [cs.LG], https://arxiv.org/pdf/2312.12475, a DOI, astro-ph/0601001.
const arxiv = new RegExp(String.raw`^(?:\S*?[^\d\s])??\s*((?:0[7-9]|1[0-4])(?:0[1-9]|1[0-2])\.\d{4}|\d\d(?:0[1-9]|1[0-2])\.\d{5}|[a-z-]+(?:\.[a-z]{2})?/\d{7})`
  + String.raw`(?:v\d+)?(?:\.pdf)?(?:[?#]\S*)?(?:\s*\[[\w.-]+\])?[^\p{L}\p{Nd}]*$`, "iu");

function titles(name) {
  return new Map([...(fields[name]?.options ?? [])].filter(o => o.value).map(o => [o.value, o.text]));
}

function read() {
  const wish = {};
  for (const name of names) {
    const field = fields[name];
    wish[name] = !field ? "" : field.type === "checkbox" ? (field.checked ? field.value : "") : field.value.trim();
  }
  wish.id = arxiv.exec(wish.q)?.[1].toLowerCase() ?? "";
  wish.isFiltered = names.some(n => n !== "q" && wish[n]);
  return wish;
}

function restore() {
  const asked = new URLSearchParams(location.search);
  for (const name of names) {
    const field = fields[name], value = asked.get(name) ?? "";
    if (field?.type === "checkbox") field.checked = value === field.value;
    else if (field) field.value = value;
    if (field?.selectedIndex === -1) field.value = ""; // A theme that is gone.
  }
}

// Browsers refuse an address that changes with every key.
function noteAddress(wish) {
  clearTimeout(addressTimer);
  addressTimer = setTimeout(() => {
    const asked = new URLSearchParams(names.filter(n => wish[n]).map(n => [n, wish[n]])).toString();
    history.replaceState(history.state, "", asked ? "?" + asked : location.pathname);
  }, 200);
}

function element(name, content, properties) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...[content].flat().filter(c => c || c === 0));
  return made;
}

const count = n => `${n.toLocaleString("en")} paper${n === 1 ? "" : "s"}`;

function marked(text, marks) {
  return marks.length === 0 ? [text] : text.split(/([\p{L}\p{M}\p{Nd}]+[+#]*)/u).map((piece, i) =>
    i % 2 && marks.some(m => fold(piece).startsWith(m)) ? element("mark", piece) : piece);
}

function result(paper) {
  const facts = [paper.by, themes.get(paper.theme) ?? "", (paper.isListed ? "listed " : "") + paper.year].filter(f => f);
  const found = [["In the abstract: ", paper.inAbstract], ["Among the authors: ", paper.inAuthors]].filter(f => f[1]?.length);
  return element("li", [
    element("h2", element("a", marked(paper.title, paper.marks), { href: paper.url }), { dir: "auto" }),
    element("p", facts.map((f, i) => element("span", i === 0 && paper.by ? marked(f, paper.marks) : f, { dir: "auto" })), { className: "meta" }),
    ...found.map(f => element("p", f[0] + f[1].join(", "), { className: "note" })),
  ], { className: "card" });
}

function nothing(wish) {
  const what = wish.id ? "words of its title" : wish.q ? "fewer words, another spelling, or the beginning of a word" : "fewer filters";
  const all = element("button", "Remove the filters", { type: "button" });
  all.onclick = () => { const words = box.value; form.reset(); box.value = words; box.focus(); again(); };
  return element("li", ["Try " + what + (wish.q && wish.isFiltered ? ", or fewer filters." : "."), wish.isFiltered && element("p", all)], { className: "empty" });
}

function say(text) {
  if (status.textContent !== text) status.textContent = text;
}

function leave() {
  list.hidden = more.hidden = true;
  list.replaceChildren();
  browse.hidden = false;
  say("");
}

async function run(isGrowth) {
  const wish = read(), mine = ++turn;
  if (!isGrowth) noteAddress(wish);
  if (!wish.q && !wish.isFiltered) return leave();
  const slow = setTimeout(() => say("Loading…"), 400);
  try {
    const held = await ready();
    const answer = await held.search(wish, shown);
    if (mine === turn) show(wish, answer, isGrowth);
    held.grow();
  } catch (failure) {
    if (mine === turn) {
      leave();
      tell("The index could not be loaded. The newest papers of each theme are below; a theme’s page has all.", () => { opening = undefined; return run(); });
    }
  } finally {
    clearTimeout(slow);
  }
}

function show(wish, answer, isGrowth) {
  const { total, items } = answer;
  say(total === 0 && !answer.isPending ? (wish.id ? `No paper with the arXiv id ${wish.id} found.` : "No paper found.")
    : answer.isSome ? `No paper has all of these words${answer.isPending ? " so far" : ""}; ${count(total)} ${total === 1 ? "has" : "have"} some.`
    : count(total) + (answer.isPending ? " so far" : wish.q || total === 1 ? "" : ", newest first"));
  browse.hidden = true;
  list.hidden = false;
  more.hidden = total <= items.length;
  offerRest();
  // Whoever is at a result stays there.
  if (isGrowth && list.contains(document.activeElement)) return;
  const at = links().indexOf(document.activeElement);
  list.replaceChildren(...(total > 0 ? items.map(result) : answer.isPending ? [] : [nothing(wish)]));
  if (at >= 0) (links()[at] ?? links().at(-1) ?? box).focus();
}

function tell(text, retry) {
  if (!trouble.hidden && trouble.firstChild.data === text) return;
  const button = element("button", "Try again", { type: "button" });
  button.onclick = () => { trouble.hidden = true; retry(); };
  trouble.replaceChildren(text, " ", button);
  trouble.hidden = false;
}

// On a very large site the abstracts of older papers are not loaded unasked.
function offerRest() {
  const rest = engine.rest?.();
  $("Rest")?.remove();
  if (!rest) return;
  const button = element("button", `Search the abstracts of ${rest.papers.toLocaleString("en")} older papers too (${Math.ceil(rest.bytes / 1e6)} MB)`, { type: "button" });
  button.onclick = () => { engine.grow(true); $("Rest").remove(); };
  more.after(element("p", button, { id: "Rest" }));
}

function ready() {
  return opening ??= (async () => {
    const made = index.rel === "modulepreload" ? await import("./search-pagefind.js") : await import("./search-minisearch.js");
    engine = await made.open({ index: index.href, base: new URL("../", form.action), themes, tags, fold, changed, failed });
    return engine;
  })();
}

// More papers are known.
function changed() {
  searchTimer ??= setTimeout(() => { searchTimer = undefined; run(true); }, 150);
}

function failed(retry) {
  tell("A part of the index could not be loaded, so some papers may be missing.", retry);
}

function again() {
  clearTimeout(typing);
  shown = step;
  return run();
}

let typing;
form.addEventListener("input", () => { clearTimeout(typing); typing = setTimeout(again, 60); });
form.addEventListener("submit", e => { e.preventDefault(); again(); });
form.addEventListener("focusin", () => ready().then(e => e.grow(), () => {}), { once: true });

fields.org.addEventListener("focus", async () => {
  try {
    const orgs = await (await ready()).orgs();
    $("Orgs").replaceChildren(...orgs.map(o => element("option", "", { value: o })));
  } catch {
    // The search itself tells of it.
  }
});

more.firstElementChild.onclick = async () => {
  const before = list.childElementCount;
  shown += step;
  await run();
  list.children[before]?.querySelector("a").focus();
};

const links = () => [...list.querySelectorAll("h2 a")];

// At once, so that a key held down goes on from there; results that come later keep the place.
box.addEventListener("keydown", e => {
  if (e.isComposing) return;
  if (e.key === "ArrowDown") {
    e.preventDefault();
    links()[0]?.focus();
  } else if (e.key === "Enter") {
    e.preventDefault();
    const asked = box.value;
    again().then(() => { if (document.activeElement === box && box.value === asked) links()[0]?.focus(); }); // Unless somebody types on.
  } else if (e.key === "Escape") {
    e.preventDefault();
    if (box.value) box.value = "";
    else form.reset();
    again();
  }
});

list.addEventListener("keydown", e => {
  const all = links(), at = all.indexOf(document.activeElement);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[e.key];
  if (e.key === "Escape" || (to === -1 && e.key === "ArrowUp")) {
    e.preventDefault();
    box.focus();
  } else if (to !== undefined && at >= 0) {
    e.preventDefault();
    all[Math.min(to, all.length - 1)].focus();
  }
});

document.addEventListener("keydown", e => {
  if (e.key === "/" && !e.ctrlKey && !e.metaKey && !e.altKey && !e.target.closest("input, select, textarea")) {
    e.preventDefault();
    box.focus();
    box.select();
  }
});

addEventListener("popstate", () => { restore(); again(); });
restore();
if (names.some(n => read()[n])) run();
else ready().catch(() => {});
