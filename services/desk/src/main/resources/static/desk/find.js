/* The palette, the shortcuts and the views of readers without an account. Everything that they reach has an address too. */
(() => {
  "use strict";

  const palette = document.getElementById("palette");
  const shortcuts = document.getElementById("shortcuts");
  if (!palette || !shortcuts || !palette.showModal) { return; }
  const field = document.getElementById("palette-text");
  const list = document.getElementById("palette-options");
  const notes = palette.querySelector(".pal-notes");
  const status = palette.querySelector("[role=status]");

  /* Views of readers without an account are kept in the browser, by negotiation. */
  const negotiation = location.pathname.split("/")[2] ?? "";
  const VIEWS = `parley-views:${negotiation}`;
  const views = () => {
    try { return JSON.parse(localStorage.getItem(VIEWS)) ?? []; } catch { return []; }
  };
  const keepViews = (all) => { try { localStorage.setItem(VIEWS, JSON.stringify(all)); } catch { /* the browser keeps nothing */ } };
  const NOT_SAVED = ["after", "before", "skip", "more", "lang", "recorded"];
  const queryHere = () => {
    const query = new URLSearchParams(location.search);
    NOT_SAVED.forEach((name) => query.delete(name));
    return query.toString();
  };
  const addressOf = (view) => `/n/${negotiation}${view.page === "trail" ? "/trail" : "/matters"}${view.query ? `?${view.query}` : ""}`;

  const showViews = (box) => {
    const item = box.querySelector("template").content.firstElementChild;
    const shown = views().filter((view) => ["manage", view.page].includes(box.dataset.localViews));
    box.querySelector("[data-list]").replaceChildren(...shown.map((view) => {
      const row = item.cloneNode(true);
      const link = row.querySelector("a");
      link.href = addressOf(view);
      link.textContent = view.name;
      if (view.query === queryHere()) { link.setAttribute("aria-current", "true"); }
      const remove = row.querySelector("button");
      remove.setAttribute("aria-label", remove.dataset.remove.replace("{0}", view.name));
      remove.addEventListener("click", () => {
        keepViews(views().filter((other) => other.name !== view.name));
        showViews(box);
      });
      return row;
    }));
  };

  document.querySelectorAll("[data-local-views]").forEach((box) => {
    showViews(box);
    const keep = box.querySelector("[data-keep]");
    keep.hidden = box.dataset.localViews === "manage";
    const form = keep.querySelector("form");
    const name = form.elements.namedItem("name");
    name.addEventListener("input", () => name.setCustomValidity(""));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const called = name.value.trim();
      if (!called || views().some((view) => view.name === called)) {
        name.setCustomValidity(form.dataset.taken.replace("{0}", called));
        name.reportValidity();
        return;
      }
      keepViews([...views(), { name: called, page: box.dataset.localViews, query: queryHere() }]);
      form.reset();
      keep.open = false;
      showViews(box);
    });
  });

  /* A script may have changed the filter since the page was loaded: the address has the one that is shown. */
  document.querySelectorAll(".views-bar > details .view-form").forEach((form) => form.addEventListener("submit", () => {
    const query = form.elements.namedItem("query");
    if (query) { query.value = queryHere(); }
  }));

  /* The palette: a combobox whose options are links. The focus stays in the field. */
  const options = () => [...list.querySelectorAll("[role=option]")];
  const active = () => list.querySelector("[aria-selected=true]");
  const activate = (option) => {
    active()?.setAttribute("aria-selected", "false");
    option?.setAttribute("aria-selected", "true");
    option?.scrollIntoView({ block: "nearest" });
    if (option) { field.setAttribute("aria-activedescendant", option.id); } else { field.removeAttribute("aria-activedescendant"); }
  };

  const ownViews = (typed) => {
    const found = document.body.dataset.user ? [] : views().filter((view) => view.name.toLowerCase().includes(typed.toLowerCase()));
    return found.map((view) => {
      const option = document.createElement("a");
      option.setAttribute("role", "option");
      option.setAttribute("aria-selected", "false");
      option.tabIndex = -1;
      option.href = addressOf(view);
      option.textContent = view.name;
      return option;
    });
  };

  const show = (found, typed, said) => {
    const own = ownViews(typed);
    notes.replaceChildren(...found.filter((each) => each.matches(".pal-like")));
    list.replaceChildren(...own, ...found.filter((each) => !each.matches(".pal-like")));
    options().forEach((option, index) => { option.id = `palette-option-${index}`; });
    const count = options().length;
    field.setAttribute("aria-expanded", String(count > 0));
    status.textContent = count ? said : status.dataset.none;
    activate(typed ? options()[0] : null);
  };

  let asked = null;
  const look = async () => {
    asked?.abort();
    asked = new AbortController();
    const typed = field.value.trim();
    const address = new URL(palette.dataset.options, location.href);
    address.searchParams.set("q", typed);
    try {
      const answer = await fetch(address, { signal: asked.signal });
      if (!answer.ok) { return; }
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const found = page.querySelector(".options");
      show([...found.children], typed, found.dataset.said);
    } catch (failure) {
      if (failure.name !== "AbortError") { show([], typed, ""); }
    }
  };

  let waiting = 0;
  field.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(look, 120);
  });
  field.addEventListener("keydown", (event) => {
    const all = options();
    const at = all.indexOf(active());
    const to = { ArrowDown: at + 1, ArrowUp: at < 0 ? all.length - 1 : at - 1, PageDown: at + 8, PageUp: at - 8 }[event.key];
    if (to !== undefined && all.length) {
      event.preventDefault();
      const wraps = event.key.startsWith("Arrow");
      activate(all[wraps ? (to + all.length) % all.length : Math.min(Math.max(to, 0), all.length - 1)]);
    } else if (event.key === "Enter" && active()) {
      event.preventDefault();
      active().click();
    }
  });

  const open = () => {
    shortcuts.close();
    if (!palette.open) { palette.showModal(); }
    field.select();
    look();
  };
  palette.querySelector("[data-close]").addEventListener("click", () => palette.close());
  [palette, shortcuts].forEach((dialog) => dialog.addEventListener("click", (event) => {
    if (event.target === dialog) { dialog.close(); }
  }));
  document.addEventListener("click", (event) => {
    const opener = event.target.closest("[data-palette], [data-shortcuts]");
    if (!opener || event.ctrlKey || event.metaKey || event.shiftKey) { return; }
    event.preventDefault();
    if (opener.matches("[data-palette]")) { open(); } else { shortcuts.showModal(); }
  });

  /* The shortcuts. The list of them names where each leads; none does anything while somebody types. */
  const isField = (element) => element instanceof HTMLElement
    && (element.isContentEditable || element.matches("input:not([type=checkbox], [type=radio], [type=range], [type=button]), textarea, select"));
  const SEQUENCE = 1200;
  let before = "";
  let forget = 0;
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.altKey || event.isComposing || event.repeat) { return; }
    if (event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.shiftKey) {
      if (palette.open) {
        event.preventDefault();
        palette.close();
      } else if (!isField(event.target)) {
        event.preventDefault();
        open();
      }
      return;
    }
    if (event.ctrlKey || event.metaKey || isField(event.target) || palette.open) { return; }
    if (event.key === "?") {
      event.preventDefault();
      if (shortcuts.open) { shortcuts.close(); } else { shortcuts.showModal(); }
      return;
    }
    if (event.key === "/" && !shortcuts.open) {
      event.preventDefault();
      const search = document.querySelector(".mast .find input[type=search]") ?? document.querySelector("main form[role=search] input[type=search]");
      if (search?.checkVisibility?.()) { search.focus(); search.select(); } else { open(); }
      return;
    }
    if (event.key.length !== 1) { return; }
    const typed = before + event.key.toLowerCase();
    clearTimeout(forget);
    before = "";
    const link = shortcuts.querySelector(`[data-keys="${CSS.escape(typed)}"]`);
    if (link) {
      event.preventDefault();
      link.click();
    } else if (event.key.toLowerCase() === "g") {
      before = "g";
      forget = setTimeout(() => { before = ""; }, SEQUENCE);
    }
  });
})();
