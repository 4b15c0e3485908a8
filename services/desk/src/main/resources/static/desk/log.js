/* Logging: shortcuts, the reader's time zone, and a live proposal and preview. Everything also works without a script. */
(() => {
  "use strict";

  const logForm = () => document.querySelector("form.log");

  /* A field in which the editor typed is not proposed anew. */
  const TOUCHED = "fieldsTouched";

  const chooseZone = (root) => {
    const zone = root.querySelector("select[name=zone]");
    const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
    if (!zone || !own || zone.dataset.chosen || zone.value !== "UTC") { return; }
    if (![...zone.options].some((option) => option.value === own)) { zone.add(new Option(own.replace(/^.*\//, "").replaceAll("_", " "), own)); }
    zone.value = own;
  };

  /* The box sends the zone before the form below it exists. */
  const sendZone = (form) => {
    if (form.querySelector("[name=zone]")) { return; }
    const zone = document.createElement("input");
    zone.type = "hidden";
    zone.name = "zone";
    zone.value = Intl.DateTimeFormat().resolvedOptions().timeZone || "";
    form.querySelector("#logging").append(zone);
  };

  const prepare = () => {
    const form = logForm();
    if (!form) { return; }
    chooseZone(form);
    sendZone(form);
  };

  /* Records what is seen. While a proposal or preview is on its way, it is waited for. */
  let waiting = 0;
  let recordWhenSeen = false;
  const record = () => {
    const button = logForm()?.querySelector("button[value=confirm]");
    if (button) { button.click(); } else { logForm()?.querySelector("button.preview")?.click(); }
  };

  document.addEventListener("keydown", (key) => {
    const form = logForm();
    if (form && key.key === "Enter" && (key.ctrlKey || key.metaKey)) {
      key.preventDefault();
      if (waiting > 0 || form.dataset.due) { recordWhenSeen = true; } else { record(); }
      return;
    }
    const typing = key.target.closest?.("input, textarea, select, [contenteditable]");
    if (key.key === "n" && !key.ctrlKey && !key.metaKey && !key.altKey && !typing) {
      const log = document.querySelector("a[aria-keyshortcuts=n]");
      if (log) { key.preventDefault(); location.assign(log.href); }
    }
  });

  document.addEventListener("input", (typed) => {
    const form = typed.target.closest?.("form.log");
    if (!form || !typed.isTrusted) { return; }
    form.dataset.due = "true";
    if (typed.target.id !== "what") { form.dataset[TOUCHED] = "true"; }
    if (typed.target.name === "zone") { typed.target.dataset.chosen = "true"; }
    if (typed.target.matches("[data-written]")) {
      const written = typed.target.closest(".date").querySelector("input[type=radio][value=written], input[type=radio][value=none]");
      if (written) { written.checked = true; }
    }
  });

  document.addEventListener("parley:replaced", (replaced) => {
    window.htmx?.process(replaced.target);
    prepare();
  });

  document.addEventListener("DOMContentLoaded", () => {
    prepare();
    if (logForm()?.querySelector("#what")?.value && !logForm().querySelector(".fields")) { return; }
    document.body.addEventListener("htmx:configRequest", (request) => {
      const form = request.target.closest?.("form.log");
      if (form && request.target.id === "what" && form.dataset[TOUCHED] && form.querySelector(".fields")) { request.preventDefault(); delete form.dataset.due; }
    });
    document.body.addEventListener("htmx:beforeRequest", (request) => { if (request.target.closest?.("form.log")) { waiting++; } });
    document.body.addEventListener("htmx:afterRequest", (request) => { if (request.target.closest?.("form.log") || waiting > 0) { waiting = Math.max(0, waiting - 1); } });
    /* An answer without the part that was asked for, as after the session has ended, does not empty the page. */
    document.body.addEventListener("htmx:beforeSwap", (swap) => {
      const target = swap.detail.target;
      if (target && ["see", "logging"].includes(target.id) && !swap.detail.xhr.responseText.includes(`id="${target.id}"`)) { swap.detail.shouldSwap = false; }
    });
    document.body.addEventListener("htmx:afterSettle", (settled) => {
      const form = logForm();
      if (!form || !["see", "logging"].includes(settled.detail.target?.id)) { return; }
      delete form.dataset.due;
      if (settled.detail.target.id === "logging") {
        prepare();
        if (form.dataset.touched) { form.dispatchEvent(new Event("input", { bubbles: true })); }
      }
      if (recordWhenSeen) { recordWhenSeen = false; record(); }
    });
  });
})();
