/* Optional enhancements of the pages: reading, the time machine and logging also work without scripts. */
(() => {
  "use strict";

  /* What needs a script is shown. */
  document.documentElement.classList.add("has-js");

  /* The time machine: a slider over the days with entries, and a player that steps through them. */
  const PLAYING = "parley-playing";
  const STEP = 1500;
  const daysOf = (axis) => [...document.querySelectorAll(`#days-${axis} option`)].map((option) => option.value);

  const travel = (axis, day) => {
    const address = new URL(location.href);
    address.searchParams.set(axis, day);
    sessionStorage.setItem("parley-scroll", String(scrollY));
    if (document.activeElement?.dataset.slider) { sessionStorage.setItem("parley-slider", axis); }
    location.replace(address);
  };

  const nextDay = (axis) => {
    const shown = new URL(location.href).searchParams.get(axis);
    return daysOf(axis).find((day) => shown === null || day > shown);
  };

  const prepareTime = (root) => {
    const playing = sessionStorage.getItem(PLAYING);
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
      if (playing === axis && nextDay(axis)) { button.textContent = button.dataset.stop; }
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

  let coming = 0;
  const continuePlayback = () => {
    const scroll = sessionStorage.getItem("parley-scroll");
    if (scroll) { sessionStorage.removeItem("parley-scroll"); scrollTo(0, Number(scroll)); }
    const slider = sessionStorage.getItem("parley-slider");
    const playing = sessionStorage.getItem(PLAYING);
    if ((slider || playing) && document.getElementById("time")) { document.querySelector("#time details").open = true; }
    if (slider) { sessionStorage.removeItem("parley-slider"); document.querySelector(`[data-slider=${slider}]`)?.focus({ preventScroll: true }); }
    const next = playing && nextDay(playing);
    if (next) { coming = setTimeout(() => travel(playing, next), STEP); } else { sessionStorage.removeItem(PLAYING); }
  };

  /* Drafts: input is kept in this browser until it is recorded, with its development id, separately for each user. */
  const draftKey = (draft) => `parley-draft:${document.body.dataset.user}:${location.pathname.split("/").slice(0, 3).join("/")}:${draft}`;
  const NOT_KEPT = ["_csrf", "act", "previewed", "previewedVersion"];

  /* The server renders the form of a draft, so that it has all filled rows. A draft that was recorded is gone: this tab may
     have been closed before it was removed, or another process of the browser may not know yet that it was. */
  const restore = async (form, kept) => {
    const body = new URLSearchParams(kept);
    body.set("act", "restore");
    body.set("_csrf", form.elements.namedItem("_csrf").value);
    const answer = await fetch(form.action, { method: "POST", body });
    if (answer.status === 410) {
      localStorage.removeItem(draftKey(form.dataset.draft));
      return;
    }
    const filled = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("main");
    if (!answer.ok || !filled || form.dataset.touched) { return; }
    const main = document.getElementById("main");
    main.replaceChildren(...filled.childNodes);
    prepare(main);
    main.dispatchEvent(new CustomEvent("parley:replaced", { bubbles: true }));
    const notice = main.querySelector("[data-restored]");
    notice.hidden = false;
    notice.querySelector("[data-afresh]").addEventListener("click", () => {
      localStorage.removeItem(draftKey(form.dataset.draft));
      location.reload();
    });
  };

  const prepareDraft = (root) => {
    root.querySelectorAll("form[data-draft]").forEach((form) => {
      const kept = localStorage.getItem(draftKey(form.dataset.draft));
      if (kept && form.dataset.refused !== "true") { restore(form, JSON.parse(kept)).catch(() => {}); }
      form.addEventListener("input", () => {
        form.dataset.touched = "true";
        const values = [...new FormData(form)].filter(([name]) => !NOT_KEPT.includes(name));
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
    root.querySelectorAll("form[data-once]").forEach((form) => form.addEventListener("submit", (sent) => {
      if (form.dataset.once && sent.submitter?.value === "confirm") { sessionStorage.setItem("parley-sent", draftKey(form.dataset.once)); }
      setTimeout(() => form.querySelectorAll("button").forEach((button) => { button.disabled = true; }));
    }));
  };

  /* The filter of the list of matters and of what can be logged. A section without a match is hidden. */
  const prepareFilter = (root) => {
    root.querySelectorAll("[data-filter]").forEach((box) => {
      box.hidden = false;
      box.querySelector("input").addEventListener("input", (typed) => {
        const words = typed.target.value.toLowerCase();
        document.querySelectorAll("[data-find]").forEach((matter) => { matter.hidden = !matter.dataset.find.toLowerCase().includes(words); });
        document.querySelectorAll("section:has([data-find])").forEach((section) => { section.hidden = !section.querySelector("[data-find]:not([hidden])"); });
      });
    });
  };

  /* A file that is too large is not sent. */
  const prepareFiles = (root) => {
    root.querySelectorAll("[data-bytes-max]").forEach((input) => {
      const said = document.getElementById("file-too-large");
      input.addEventListener("change", () => {
        said.hidden = !(input.files[0]?.size > Number(input.dataset.bytesMax));
        if (!said.hidden) { input.value = ""; }
      });
    });
  };

  /* A panel that stands over the page closes when it is left. */
  const PANELS = ".menu[open], .travel[open]";
  const preparePanels = () => {
    document.addEventListener("click", (click) => { document.querySelectorAll(PANELS).forEach((panel) => { if (!panel.contains(click.target)) { panel.open = false; } }); });
    document.addEventListener("keydown", (key) => {
      if (key.key !== "Escape") { return; }
      document.querySelectorAll(PANELS).forEach((panel) => {
        if (panel.contains(document.activeElement)) { panel.querySelector("summary").focus(); }
        panel.open = false;
      });
    });
  };

  /* Copies a link as a whole address. */
  const prepareCopies = (root) => {
    root.querySelectorAll("[data-copy]").forEach((button) => button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(new URL(button.dataset.copy, location.href).href);
      button.textContent = button.dataset.copied;
    }));
  };

  /* Dragging over the timeline shows the days between. Fingers scroll; the date fields and links do the same without a pointer. */
  const DAY = 86_400_000;
  const BRUSH_MIN = 6;
  const prepareBrush = (root) => {
    root.querySelectorAll("[data-first][data-last]").forEach((chart) => {
      const first = Date.parse(chart.dataset.first);
      const days = (Date.parse(chart.dataset.last) - first) / DAY + 1;
      chart.addEventListener("pointerdown", (press) => {
        const plane = press.target.closest(".axis > svg, .tr > svg");
        if (!plane || press.button !== 0 || press.pointerType === "touch" || press.target.closest("a")) { return; }
        press.preventDefault();
        const box = plane.getBoundingClientRect();
        const within = (x) => Math.min(Math.max(x, box.left), box.right);
        const day = (x) => new Date(first + Math.min(Math.floor((x - box.left) / box.width * days), days - 1) * DAY).toISOString().slice(0, 10);
        const band = plane.closest("section").appendChild(document.createElement("div"));
        band.className = "brush";
        const end = new AbortController();
        const stop = () => { end.abort(); band.remove(); };
        const draw = (move) => {
          const ends = [press.clientX, within(move.clientX)].sort((a, b) => a - b);
          band.style.left = `${ends[0] - band.offsetParent.getBoundingClientRect().left}px`;
          band.style.width = `${ends[1] - ends[0]}px`;
          band.dataset.days = `${day(ends[0])} – ${day(ends[1])}`;
          return ends;
        };
        draw(press);
        document.addEventListener("pointermove", draw, end);
        document.addEventListener("pointercancel", stop, end);
        document.addEventListener("keydown", (key) => { if (key.key === "Escape") { stop(); } }, end);
        document.addEventListener("pointerup", (release) => {
          const ends = draw(release);
          stop();
          if (ends[1] - ends[0] < BRUSH_MIN) { return; }
          const address = new URL(location.href);
          address.searchParams.set("from", day(ends[0]));
          address.searchParams.set("to", day(ends[1]));
          location.assign(address);
        }, end);
      });
    });
  };

  const prepare = (root) => {
    prepareBrush(root);
    prepareCopies(root);
    prepareFiles(root);
    prepareTime(root);
    prepareDraft(root);
    prepareFilter(root);
    root.querySelector("#errors")?.focus();
  };

  document.addEventListener("DOMContentLoaded", () => {
    prepare(document);
    preparePanels();
    continuePlayback();
    window.addEventListener("pageshow", (shown) => { if (shown.persisted) { document.querySelectorAll("button:disabled").forEach((button) => { button.disabled = false; }); } });

    /* After an htmx swap: initialise the time machine again, and after "load more" move the focus to the first new entry. */
    let last = null;
    document.body.addEventListener("htmx:beforeSwap", (swap) => { last = swap.detail.target.id === "more" ? swap.detail.target.previousElementSibling : null; });
    document.body.addEventListener("htmx:afterSwap", () => { last?.nextElementSibling?.querySelector("a")?.focus(); last = null; });
    let open = false;
    document.body.addEventListener("htmx:oobBeforeSwap", (swap) => { if (swap.detail.target?.id === "time") { open = swap.detail.target.querySelector("details").open; } });
    document.body.addEventListener("htmx:oobAfterSwap", (swap) => {
      const time = document.getElementById("time");
      if (swap.detail.target?.id === "time") { time.querySelector("details").open ||= open; prepareTime(time); }
    });
  });
})();
