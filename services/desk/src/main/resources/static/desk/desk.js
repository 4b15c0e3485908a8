/* What a page does beyond what it can do without a script. Everything here is a convenience: without it one reads, travels and logs all the same. */
(() => {
  "use strict";

  /* The time machine: a slider over the days with entries, and a player that walks through them. */
  const PLAYING = "parley-playing";
  const STEP = 1500;
  const daysOf = (axis) => [...document.querySelectorAll(`#days-${axis} option`)].map((option) => option.value);

  const travel = (axis, day) => {
    const address = new URL(location.href);
    address.searchParams.set(axis, day);
    sessionStorage.setItem("parley-scroll", String(scrollY));
    location.replace(address);
  };

  const nextDay = (axis) => {
    const shown = new URL(location.href).searchParams.get(axis);
    return daysOf(axis).find((day) => shown === null || day > shown);
  };

  const prepareTime = (root) => {
    const scroll = sessionStorage.getItem("parley-scroll");
    if (scroll) { sessionStorage.removeItem("parley-scroll"); scrollTo(0, Number(scroll)); }
    const playing = sessionStorage.getItem(PLAYING);
    let coming = 0;
    if (playing) {
      const next = nextDay(playing);
      if (next) { coming = setTimeout(() => travel(playing, next), STEP); } else { sessionStorage.removeItem(PLAYING); }
    }
    root.querySelectorAll("[data-slider]").forEach((slider) => {
      slider.hidden = false;
      const axis = slider.dataset.slider;
      const field = root.querySelector(`[data-axis=${axis}]`);
      slider.addEventListener("input", () => { field.value = daysOf(axis)[slider.value]; slider.setAttribute("aria-valuetext", field.value); });
      slider.addEventListener("change", () => travel(axis, field.value));
    });
    root.querySelectorAll("[data-play]").forEach((button) => {
      button.hidden = false;
      const axis = button.dataset.play;
      const start = button.textContent;
      if (coming && playing === axis) { button.textContent = button.dataset.stop; }
      button.addEventListener("click", () => {
        if (sessionStorage.getItem(PLAYING)) {
          clearTimeout(coming);
          sessionStorage.removeItem(PLAYING);
          button.textContent = start;
          return;
        }
        sessionStorage.setItem(PLAYING, axis);
        const next = nextDay(axis) ?? daysOf(axis)[0];
        if (next) { travel(axis, next); }
      });
    });
  };

  /* Drafts: what is typed is kept in this browser until it is recorded. Each person's apart. */
  const draftKey = (draft) => `parley-draft:${document.body.dataset.user}:${location.pathname.split("/").slice(0, 3).join("/")}:${draft}`;
  const isKept = (field) => field.name && !["_csrf", "developmentId", "zone", "target"].includes(field.name) && field.type !== "password";

  const prepareDraft = (root) => {
    root.querySelectorAll("form[data-draft]").forEach((form) => {
      const zone = form.elements.namedItem("zone");
      if (zone) { zone.value = Intl.DateTimeFormat().resolvedOptions().timeZone || ""; }
      const kept = localStorage.getItem(draftKey(form.dataset.draft));
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
        try { localStorage.setItem(draftKey(form.dataset.draft), JSON.stringify(values)); } catch { return; }
        form.querySelector("[data-saved]").hidden = false;
      });
      form.querySelectorAll("[data-url]").forEach((link) => link.addEventListener("change", () => {
        const publisher = link.closest(".source-row").querySelector("[data-publisher]");
        if (!publisher.value && URL.canParse(link.value)) { publisher.value = new URL(link.value).hostname.replace(/^www\./, ""); }
      }));
    });
    if (root.querySelector("[data-recorded]")) {
      const sent = sessionStorage.getItem("parley-sent");
      if (sent) { localStorage.removeItem(sent); sessionStorage.removeItem("parley-sent"); }
    }
    root.querySelectorAll("form[data-once]").forEach((form) => form.addEventListener("submit", () => {
      if (form.dataset.once) { sessionStorage.setItem("parley-sent", draftKey(form.dataset.once)); }
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

  document.addEventListener("DOMContentLoaded", () => {
    prepareTime(document);
    prepareDraft(document);
    prepareFilter(document);
    document.getElementById("errors")?.focus();
    window.addEventListener("pageshow", (shown) => { if (shown.persisted) { document.querySelectorAll("button:disabled").forEach((button) => { button.disabled = false; }); } });
  });
})();
