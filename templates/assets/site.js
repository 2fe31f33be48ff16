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

// The dots of the map are small and close: the name of the one pointed at stands below, and on a screen that is touched the first touch shows no more.
const map = document.querySelector(".map");
if (map) {
  const caption = map.parentElement.querySelector("figcaption");
  const about = caption.textContent;
  let named = null;
  const name = (dot) => {
    caption.textContent = dot?.querySelector("title").textContent ?? about;
  };
  caption.style.minHeight = `${caption.offsetHeight}px`;
  map.addEventListener("pointerover", (e) => name(e.target.closest("a")));
  map.addEventListener("pointerleave", () => name(null));
  map.addEventListener("focusin", (e) => name(e.target.closest("a")));
  map.addEventListener("focusout", () => name(null));
  map.addEventListener("click", (e) => {
    const dot = e.target.closest("a");
    if (e.pointerType === "touch" && dot !== named) {
      e.preventDefault();
      name(dot);
    }
    named = dot;
  });
}
