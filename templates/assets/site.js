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

// The address of a feed is copied at a click; it stands there to be selected all the same.
for (const address of document.querySelectorAll(".addresses code")) {
  const copy = document.createElement("button");
  const say = (word) => {
    copy.textContent = word;
    copy.setAttribute("aria-label", `${word} ${address.textContent}`);
  };
  copy.type = "button";
  say("Copy");
  copy.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(address.textContent);
      say("Copied");
    } catch {
      getSelection().selectAllChildren(address);
      say("Selected");
    }
  });
  copy.addEventListener("blur", () => say("Copy"));
  address.after(copy);
}
