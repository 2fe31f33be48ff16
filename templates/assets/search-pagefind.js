// Finds papers in an index that Pagefind made: it loads the few pieces of it that a query needs.
// An id as one word, as the pages that Pagefind reads have it.
const termOf = id => "arxiv" + id.replace(/[^a-z0-9]/g, "");

export async function open({ index, base, fold }) {
  const pagefind = await import(index);
  await pagefind.options({ baseUrl: base.pathname });
  await pagefind.init();
  let all;

  // By filter: how many papers each value has.
  const filters = () => all ??= pagefind.filters();

  async function search(wish, limit) {
    const wanted = {};
    for (const name of ["theme", "tag", "year", "code"]) if (wish[name]) wanted[name] = wish[name];
    if (wish.org) {
      const asked = fold(wish.org);
      const any = Object.keys((await filters()).org ?? {}).filter(o => fold(decodeURIComponent(o)).includes(asked));
      if (any.length === 0) return { total: 0, items: [] };
      wanted.org = { any };
    }
    const { results } = await pagefind.search(wish.id ? termOf(wish.id) : wish.q || null, wish.q ? { filters: wanted } : { filters: wanted, sort: { order: "desc" } });
    const marks = fold(wish.q).match(/[\p{L}\p{Nd}]+[+#]*/gu) ?? [];
    const items = await Promise.all(results.slice(0, limit).map(async found => {
      const { meta, url } = await found.data();
      const [title, by, theme, year, isListed, id] = JSON.parse(decodeURIComponent(meta.record));
      return { title, by, theme, year, isListed: isListed === "1", id, url, marks: wish.id ? [] : marks };
    }));
    if (!wish.id) return { total: results.length, items };
    const same = items.filter(i => i.id.toLowerCase() === wish.id);
    return { total: same.length, items: same };
  }

  async function orgs() {
    return Object.entries((await filters()).org ?? {}).sort((a, b) => b[1] - a[1]).slice(0, 500).map(o => decodeURIComponent(o[0]));
  }

  return { search, grow() {}, rest() {}, orgs };
}
