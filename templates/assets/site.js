// What a page does beyond being read: light or dark as the reader chose, and `/` leads to the search.
const root = document.documentElement;
const dark = matchMedia("(prefers-color-scheme: dark)");

const toggle = document.querySelector(".toggle");
toggle?.classList.add("ready");
toggle?.addEventListener("click", () => {
  const isDark = root.dataset.theme ? root.dataset.theme === "dark" : dark.matches;
  const chosen = isDark ? "light" : "dark";
  // What the system says anyway needs no choice: the page then follows the system again.
  const stored = chosen === (dark.matches ? "dark" : "light") ? "" : chosen;
  root.dataset.theme = stored;
  try {
    localStorage.setItem("theme", stored);
  } catch {
    // Without storage the choice lasts as long as the page.
  }
});

// The search page has a `/` of its own, which goes to its box.
document.addEventListener("keydown", (e) => {
  const search = document.querySelector(".site-foot a[href$='/search/']");
  if (e.key === "/" && search && !document.querySelector("#Query") && !e.ctrlKey && !e.metaKey && !e.altKey && !e.target.closest("input, select, textarea")) {
    e.preventDefault();
    location.href = search.href;
  }
});
