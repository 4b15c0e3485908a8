/* What a page does beyond what it can do without a script. Everything here is a convenience: without it one reads, travels and logs all the same. */
(() => {
  "use strict";

  /* The time machine: a slider over the days with entries, and a player that walks through them. */
  let playing = null;
  const stop = () => { clearInterval(playing); playing = null; };

  const travel = (axis, day) => {
    const address = new URL(location.href);
    address.searchParams.set(axis, day);
    return htmx.ajax("GET", address.pathname + address.search, { target: "body", select: "body", swap: "outerHTML" })
      .then(() => history.replaceState(null, "", address));
  };

  const daysOf = (axis) => [...document.querySelectorAll(`#days-${axis} option`)].map((option) => option.value);

  const prepareTime = (root) => {
    root.querySelectorAll("[data-slider]").forEach((slider) => {
      slider.hidden = false;
      const axis = slider.dataset.slider;
      const field = root.querySelector(`[data-axis=${axis}]`);
      slider.addEventListener("input", () => { field.value = daysOf(axis)[slider.value]; slider.setAttribute("aria-valuetext", field.value); });
      slider.addEventListener("change", () => travel(axis, field.value).then(() => document.querySelector(`[data-slider=${axis}]`)?.focus()));
    });
    root.querySelectorAll("[data-play]").forEach((button) => {
      button.hidden = false;
      if (playing) { button.textContent = button.dataset.stop; }
      button.addEventListener("click", () => {
        if (playing) { stop(); location.reload(); return; }
        const axis = button.dataset.play;
        const days = daysOf(axis);
        const shown = new URL(location.href).searchParams.get(axis);
        let next = shown ? days.filter((day) => day <= shown).length : 0;
        if (next >= days.length) { next = 0; }
        const step = () => { if (next < days.length) { travel(axis, days[next++]); } else { stop(); } };
        playing = setInterval(step, 1500);
        step();
      });
    });
  };

  /* Drafts: what is typed is kept in this browser until it is recorded. Each person's apart. */
  const draftKey = () => `parley-draft:${document.body.dataset.user}:${location.pathname}${location.search}`;
  const isKept = (field) => field.name && !["_csrf", "developmentId", "zone", "target"].includes(field.name) && field.type !== "password";

  const prepareDraft = (root) => {
    root.querySelectorAll("form[data-draft]").forEach((form) => {
      const zone = form.elements.namedItem("zone");
      if (zone) { zone.value = Intl.DateTimeFormat().resolvedOptions().timeZone || ""; }
      const kept = localStorage.getItem(draftKey());
      if (kept && form.dataset.refused !== "true") {
        for (const [name, value] of Object.entries(JSON.parse(kept))) {
          const field = form.elements.namedItem(name);
          if (!field) { continue; }
          for (const one of field instanceof RadioNodeList ? field : [field]) {
            if (one.type === "radio" || one.type === "checkbox") { one.checked = value.includes(one.value); } else if (one.type !== "hidden") { one.value = value[0]; }
          }
        }
      }
      form.addEventListener("input", () => {
        const values = {};
        for (const [name, value] of new FormData(form)) { if (isKept({ name })) { (values[name] ??= []).push(value); } }
        try { localStorage.setItem(draftKey(), JSON.stringify(values)); } catch { return; }
        form.querySelector("[data-saved]").hidden = false;
      });
      form.querySelectorAll("[data-url]").forEach((link) => link.addEventListener("change", () => {
        const publisher = link.closest(".source-row").querySelector("[data-publisher]");
        if (!publisher.value && URL.canParse(link.value)) { publisher.value = new URL(link.value).hostname.replace(/^www\./, ""); }
      }));
    });
    if (root.querySelector("[data-recorded]")) {
      const mine = `parley-draft:${document.body.dataset.user}:`;
      const done = sessionStorage.getItem("parley-sent");
      Object.keys(localStorage).filter((key) => key.startsWith(mine) && key === done).forEach((key) => localStorage.removeItem(key));
    }
    root.querySelectorAll("form[data-once]").forEach((form) => form.addEventListener("submit", () => {
      sessionStorage.setItem("parley-sent", draftKey());
      setTimeout(() => form.querySelectorAll("button").forEach((button) => { button.disabled = true; }));
    }));
  };

  /* Finding a matter among many. */
  const prepareFilter = (root) => {
    root.querySelectorAll("[data-filter]").forEach((box) => {
      box.hidden = false;
      box.querySelector("input").addEventListener("input", (typed) => {
        const words = typed.target.value.toLowerCase();
        document.querySelectorAll("[data-find]").forEach((matter) => { matter.hidden = !matter.dataset.find.toLowerCase().includes(words); });
      });
    });
  };

  const prepare = (root) => { prepareTime(root); prepareDraft(root); prepareFilter(root); };

  document.addEventListener("DOMContentLoaded", () => {
    prepare(document);
    document.getElementById("errors")?.focus();
    document.addEventListener("htmx:load", (loaded) => { if (loaded.detail.elt === document.body || loaded.detail.elt.id === "main") { prepare(loaded.detail.elt); } });
    window.addEventListener("pageshow", (shown) => { if (shown.persisted) { document.querySelectorAll("button:disabled").forEach((button) => { button.disabled = false; }); } });
  });
})();
