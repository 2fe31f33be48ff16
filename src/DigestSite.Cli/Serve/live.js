// Keeps an open page up to date while `digest serve` runs: reloads it when its bytes change, swaps style sheets
// without a reload, and shows the errors that keep a newer page from being shown.
(() => {
  "use strict";
  const shown = JSON.parse(document.currentScript.dataset.state);
  let events;
  let overlay;
  let dismissed = "";

  // The server sends the whole state, first on connecting and then when it changed: nothing can be missed.
  const connect = () => {
    events?.close();
    events = new EventSource("/.digest/events?path=" + encodeURIComponent(shown.path));
    events.onmessage = (message) => update(JSON.parse(message.data));
    events.onerror = () => {
      if (events.readyState === EventSource.CLOSED) {
        setTimeout(follow, 1000);
      }
    };
  };

  const update = (now) => {
    if (now.page !== shown.page) {
      events.close();
      location.reload();
      return;
    }
    for (const [path, version] of Object.entries(now.styles)) {
      if (shown.styles[path] !== version) {
        shown.styles[path] = version;
        swap(path, version);
      }
    }
    show(now.errors);
  };

  // The old sheet stays until the new one has come, or the page would flash without either.
  const swap = (path, version) => {
    const old = [...document.querySelectorAll("link[rel~=stylesheet][href]")].filter((link) => new URL(link.href).pathname === path);
    if (old.length === 0) {
      location.reload();
      return;
    }
    const fresh = old.at(-1).cloneNode();
    fresh.href = path + "?v=" + version;
    fresh.onload = fresh.onerror = () => old.forEach((link) => link.remove());
    old.at(-1).after(fresh);
  };

  const show = (errors) => {
    const key = JSON.stringify(errors);
    if (errors.length === 0 || key === dismissed) {
      overlay?.remove();
      overlay = undefined;
      dismissed = errors.length === 0 ? "" : dismissed;
      return;
    }
    overlay ??= build();
    overlay.fill(errors, key);
  };

  const element = (name, text, attributes = {}) => {
    const made = document.createElement(name);
    made.textContent = text;
    for (const [key, value] of Object.entries(attributes)) {
      made.setAttribute(key, value);
    }
    return made;
  };

  const look = `
    dialog {
      box-sizing: border-box; width: min(60rem, calc(100% - 2rem)); max-height: calc(100% - 2rem); margin: auto; padding: 1.25rem 1.5rem; overflow: auto;
      border: 0; border-top: .3rem solid light-dark(#b3261e, #f2867e); border-radius: .4rem; box-shadow: 0 .5rem 2rem #0006;
      color-scheme: light dark; color: light-dark(#1d2024, #e3e5e7); background: light-dark(#fdfdfb, #1b1f23);
      font: 400 1rem/1.5 system-ui, sans-serif; text-align: left;
    }
    dialog::backdrop { background: #0007 }
    h1 { margin: 0; font-size: 1.2rem; line-height: 1.3 }
    p { margin: .3rem 0 1rem }
    ol { margin: 0; padding: 0; list-style: none }
    li { padding: .75rem 0; border-top: 1px solid light-dark(#dddfe0, #3a4046) }
    strong { overflow-wrap: anywhere; color: light-dark(#96170f, #f9a29b) }
    pre { margin: .4rem 0 0; overflow: auto; font: .875rem/1.5 ui-monospace, monospace; tab-size: 1 }
    button { font: inherit; padding: .3rem 1rem; color: inherit; background: transparent; border: 1px solid currentcolor; border-radius: .3rem; cursor: pointer }
    @media print { dialog { display: none } }`;

  const build = () => {
    const host = document.createElement("digest-errors");
    const title = element("h1", "", { id: "title" });
    const list = element("ol", "");
    const close = element("button", "Close (Esc)", { type: "button" });
    const dialog = element("dialog", "", { role: "alertdialog", "aria-labelledby": "title", "aria-describedby": "note" });
    const note = element("p", "This is the last good page. It comes up to date when the sources are mended.", { id: "note" });
    let key;
    dialog.append(title, note, list, close);
    dialog.addEventListener("close", () => {
      dismissed = key;
      host.remove();
      overlay = undefined;
    });
    close.addEventListener("click", () => dialog.close());
    host.attachShadow({ mode: "open" }).append(element("style", look), dialog);
    document.documentElement.append(host);
    dialog.showModal();
    const fill = (errors, newKey) => {
      if (key === newKey) {
        return;
      }
      key = newKey;
      title.textContent = errors.length === 1 ? "1 error" : errors.length + " errors";
      list.replaceChildren(...errors.map((text) => {
        const [first, ...rest] = text.split("\n");
        const item = element("li", "");
        item.append(element("strong", first), element("pre", rest.join("\n"), { tabindex: "0" }));
        return item;
      }));
    };
    return { fill, remove: () => host.remove() };
  };

  // A browser keeps six connections to a host: tabs that nobody sees hold none, and catch up when they are looked at.
  const follow = () => {
    if (document.hidden) {
      events?.close();
    } else {
      connect();
    }
  };
  document.addEventListener("visibilitychange", follow);
  addEventListener("pagehide", () => events?.close());
  addEventListener("pageshow", (event) => event.persisted && follow());
  follow();
  show(shown.errors);
})();
