// Finds papers by titles, bylines, themes and tags with MiniSearch, and by authors and abstracts in lists of terms. A list is scanned
// as text: that takes a few milliseconds for ten thousand papers, no time to set up, and no more memory than its letters.
import MiniSearch from "./minisearch.js";

// Beyond this many bytes of terms, those of older papers are loaded only when asked for.
const budget = navigator.connection?.saveData ? 1e6 : 8e6;
const weightOfAuthor = 3.5, weightOfAbstract = 0.8, shortened = 0.4, misspelt = 0.3;
const chunk = /[\p{L}\p{Nd}]+[+#]*(?:-[\p{L}\p{Nd}]+[+#]*)*/gu;

export async function open({ index, themes, tags, fold, changed, failed }) {
  const papers = [], terms = [], done = new Set();
  const mini = new MiniSearch({ fields: ["title", "by", "kinds"], tokenize, processTerm: t => t, autoVacuum: false });
  let cache = new Map(), vocabulary, isGrowing = false, isStalled = false, wantsAll = false;
  const latest = await load(index);
  const stop = new Set(latest.stop);
  const blocks = latest.blocks.toReversed?.() ?? [...latest.blocks].reverse();
  add(latest.newest);

  async function load(url) {
    const answer = await fetch(url);
    if (!answer.ok) throw new Error(answer.status);
    return await answer.json();
  }

  function parts(compound) {
    const found = compound.split("-");
    return found.length === 2 ? [...found, found.join("")] : found;
  }

  function tokenize(text) {
    return (fold(text).match(chunk) ?? []).flatMap(parts);
  }

  function add(block) {
    const added = [];
    block.urls.forEach((url, i) => {
      const id = block.from + i;
      if (papers[id]) return;
      const paper = papers[id] = {
        id, title: block.titles[i], url: new URL(url, index).href, by: block.by[i] || (block.orgs[block.org[i]] ?? ""), org: block.orgs[block.org[i]] ?? "",
        theme: block.themes[block.theme[i]], tags: block.tag[i].map(t => block.tags[t]), year: block.year[i], isListed: block.listed[i] === 1, code: block.code[i] ? "1" : "",
        arxiv: block.arxiv[i].toLowerCase(),
      };
      added.push({ id, title: paper.title, by: paper.by, kinds: [themes.get(paper.theme), ...paper.tags.map(t => tags.get(t))].join(" ") });
    });
    mini.addAll(added);
    cache = new Map();
  }

  function addTerms(block, lines) {
    lines.forEach((line, i) => { terms[block.from + i] = ` ${line.replace("|", " | ")} `; });
    cache = new Map();
    vocabulary = undefined;
  }

  // Several at a time; a part that fails is told of once, and asked for again only when the reader says so.
  async function each(tasks) {
    const left = [...tasks];
    let isFailed = false;
    await Promise.all(Array.from({ length: 4 }, async () => {
      for (let task; (task = left.shift());) {
        try {
          await task();
          changed();
        } catch {
          isFailed = true;
        }
      }
    }));
    return !isFailed;
  }

  const once = (key, task) => async () => { if (!done.has(key)) { await task(); done.add(key); } };
  const isWhole = () => done.size >= 2 * blocks.length - unasked().length;

  function unasked() {
    let bytes = 0;
    return wantsAll ? [] : blocks.filter(b => (bytes += b.terms.bytes) > budget && !done.has(b.terms.url));
  }

  async function grow(all) {
    if (all) wantsAll = true;
    if (isGrowing || isStalled || isWhole()) return;
    isGrowing = true;
    const later = new Set(unasked());
    const isAll = await each(blocks.map(b => once(b.url, async () => {
      if (!papers[b.from] || !papers[b.from + b.count - 1]) add(await load(new URL(b.url, index)));
    }))) & await each(blocks.filter(b => !later.has(b)).map(b => once(b.terms.url, async () => addTerms(b, (await load(new URL(b.terms.url, index))).terms))));
    isGrowing = false;
    isStalled = !isAll;
    changed();
    if (isStalled) failed(again);
    else if (!isWhole()) grow();
  }

  function again() {
    isStalled = false;
    grow();
  }

  function rest() {
    const later = isGrowing || isStalled ? [] : unasked();
    return later.length === 0 ? null : { papers: later.reduce((n, b) => n + b.count, 0), bytes: later.reduce((n, b) => n + b.terms.bytes, 0) };
  }

  // Papers by what they have of one term: { score, marks, inAbstract, inAuthors }. A name is not taken for another two letters off.
  function hitsOf(term, isName) {
    const key = isName ? term + " name" : term;
    let hits = cache.get(key);
    if (!hits) {
      hits = new Map();
      find(term, hits, { prefix: true }, 1);
      if (hits.size === 0 && term.length > 3) misread(term, hits, isName || term.length < 6 ? 1 : 9);
      else if (term.length > 7) near(term, hits, 1); // generalisation, generalization
      cache.set(key, hits);
    }
    return hits;
  }

  function find(term, hits, how, weight) {
    take(term, hits, how, weight, () => [term]);
    scan(term, weight, hits, how.prefix && term.length > 2);
  }

  // Adds what MiniSearch finds; gives the terms that it found, the commonest first.
  function take(term, hits, how, weight, marks) {
    const counts = new Map();
    for (const found of mini.search(term, { ...how, boost: { title: 4, by: 2.5, kinds: 1.5 }, weights: { prefix: shortened, fuzzy: misspelt } })) {
      found.terms.forEach(t => counts.set(t, (counts.get(t) ?? 0) + 1));
      if (!hits.has(found.id)) hits.set(found.id, { score: found.score * weight, marks: marks(found) });
    }
    return [...counts].sort((a, b) => b[1] - a[1]).map(c => c[0]);
  }

  // Two letters in the wrong order are the commonest slip; then one letter or two, then one more.
  function misread(term, hits, most) {
    for (let i = 0; i + 1 < term.length; i++) find(term.slice(0, i) + term[i + 1] + term[i] + term.slice(i + 2), hits, {}, misspelt);
    const first = Math.min(most, Math.round(term.length / 5));
    for (let distance = first; hits.size === 0 && term.length > 4 && distance <= Math.min(most, first + 1); distance++) near(term, hits, distance);
  }

  function near(term, hits, distance) {
    let terms = take(term, hits, { fuzzy: distance }, 1, found => found.terms).filter(t => t !== term);
    if (hits.size === 0) terms = nearInAbstracts(term, distance);
    terms.slice(0, 4).forEach(t => scan(t, misspelt, hits, false));
  }

  function nearInAbstracts(term, fuzzy) {
    if (!vocabulary) {
      const words = new Set();
      terms.forEach(line => line.split(" ").forEach(w => words.add(w)));
      vocabulary = new MiniSearch({ fields: ["id"], tokenize: t => [t], processTerm: t => t });
      vocabulary.addAll([...words].filter(w => w.length > 3).map(id => ({ id })));
    }
    return vocabulary.search(term, { fuzzy }).slice(0, 4).map(r => r.id);
  }

  function scan(term, weight, hits, isPrefix) {
    const found = [], whole = ` ${term} `;
    let lists = 0;
    terms.forEach((line, id) => {
      lists++;
      let at = line.indexOf(whole);
      const isWhole = at >= 0;
      if (isPrefix && !isWhole) at = line.indexOf(" " + term);
      if (at < 0) return;
      found.push({ id, isWhole, isAuthor: at < line.indexOf("|"), term: line.slice(at + 1, line.indexOf(" ", at + 1)) });
    });
    const rarity = Math.log(1 + (lists - found.length + 0.5) / (found.length + 0.5));
    for (const f of found) {
      const score = rarity * weight * (f.isAuthor ? weightOfAuthor : weightOfAbstract) * (f.isWhole ? 1 : shortened);
      const hit = hits.get(f.id);
      if (hit) hit.score += score;
      else hits.set(f.id, { score, marks: [], [f.isAuthor ? "inAuthors" : "inAbstract"]: [f.term] });
    }
  }

  function hitsOfCompound(compound, isName) {
    const words = compound.split("-").filter(w => w);
    if (words.length === 1) return hitsOf(words[0], isName);
    const all = meet(words.map(w => hitsOf(w, isName)), words.length);
    if (words.length === 2) {
      for (const [id, hit] of hitsOf(words.join(""), isName)) if ((all.get(id)?.score ?? 0) < hit.score) all.set(id, hit);
    }
    return all;
  }

  // Adds up what papers have of several, and keeps those that have at least so many.
  function meet(many, least) {
    const sums = new Map();
    for (const hits of many) {
      for (const [id, hit] of hits) {
        const sum = sums.get(id) ?? { score: 0, count: 0, marks: [], inAbstract: [], inAuthors: [] };
        sum.score += hit.score;
        sum.count++;
        sum.marks = sum.marks.concat(hit.marks);
        sum.inAbstract = sum.inAbstract.concat(hit.inAbstract ?? []);
        sum.inAuthors = sum.inAuthors.concat(hit.inAuthors ?? []);
        sums.set(id, sum);
      }
    }
    for (const [id, sum] of sums) if (sum.count < least) sums.delete(id);
    return sums;
  }

  function rank(q) {
    const words = [...new Set(fold(q).match(chunk) ?? [])];
    // Such words are not in lists of terms; they count where a title has them.
    const isLight = w => stop.has(w) || w.length < 2 || /^\d+$/.test(w);
    const firm = words.every(isLight) ? words : words.filter(w => !isLight(w));
    const names = new Set((q.normalize().match(chunk) ?? []).filter(w => /^\p{Lu}/u.test(w)).map(fold));
    const hits = firm.map(w => hitsOfCompound(w, names.has(w)));
    let found = meet(hits, firm.length);
    const isSome = found.size === 0 && firm.length > 1;
    if (isSome) found = meet(hits, 1);
    for (const word of words.filter(w => !firm.includes(w))) {
      for (const [id, hit] of hitsOf(word)) if (found.has(id)) found.get(id).score += hit.score;
    }
    const phrase = words.join(" ").replaceAll("-", " ");
    for (const [id, hit] of found) {
      const title = papers[id].plain ??= (fold(papers[id].title).match(chunk) ?? []).join(" ").replaceAll("-", " ");
      if (words.length > 1 && title.includes(phrase)) hit.score *= 1.6;
      if (title === phrase) hit.score *= 2;
    }
    return { found: [...found].sort((a, b) => (isSome ? b[1].count - a[1].count : 0) || b[1].score - a[1].score || b[0] - a[0]), isSome };
  }

  // Without words: the paper of an arXiv id, or all, newest first.
  function listed(wish) {
    const some = wish.id ? papers.filter(p => p.arxiv === wish.id) : wish.q ? [] : papers.filter(() => true).reverse();
    return some.map(p => [p.id, { marks: [] }]);
  }

  function search(wish, limit) {
    const org = fold(wish.org);
    const fits = p => (!wish.theme || p.theme === wish.theme) && (!wish.tag || p.tags.includes(wish.tag)) && (!wish.year || p.year === Number(wish.year))
      && (!org || fold(p.org).includes(org)) && (!wish.code || p.code === wish.code);
    const { found, isSome } = !wish.id && /[\p{L}\p{Nd}]/u.test(wish.q) ? rank(wish.q) : { found: listed(wish), isSome: false };
    const fitting = found.filter(f => papers[f[0]] && fits(papers[f[0]]));
    return {
      total: fitting.length,
      items: fitting.slice(0, limit).map(f => ({ ...papers[f[0]], ...f[1] })),
      isSome,
      isPending: wish.id ? found.length === 0 && blocks.some(b => !done.has(b.url)) : !isWhole(),
    };
  }

  function orgs() {
    const counts = new Map();
    papers.forEach(p => { if (p.org) counts.set(p.org, (counts.get(p.org) ?? 0) + 1); });
    return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, 500).map(o => o[0]);
  }

  return { search, grow, rest, orgs };
}
