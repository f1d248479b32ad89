// Refreshes the letter after a pause in typing. Without this file the buttons of the form do the same.
"use strict";
(() => {
  const PAUSE = 700; // milliseconds without a key before the letter is asked for
  const form = document.querySelector("form[data-live]");
  if (!form) return;
  const status = document.getElementById("status");
  const preview = document.getElementById("preview");
  let timer, request, isTouched = false;

  form.addEventListener("input", () => {
    isTouched = true;
    clearTimeout(timer);
    timer = setTimeout(refresh, PAUSE);
  });
  form.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) form.requestSubmit(form.querySelector("button[value=show]"));
  });
  form.addEventListener("submit", () => {
    isTouched = false;
    clearTimeout(timer);
    request?.abort();
  });
  addEventListener("beforeunload", (event) => {
    if (isTouched) event.preventDefault();
  });

  async function refresh() {
    request?.abort();
    request = new AbortController();
    const body = new URLSearchParams(new FormData(form));
    body.set("action", "live");
    try {
      const response = await fetch(form.getAttribute("action"), {method: "POST", body, signal: request.signal});
      const page = new DOMParser().parseFromString(await response.text(), "text/html");
      const fresh = page.querySelector(".preview");
      if (fresh && response.ok) show(fresh);
      else say(fresh?.dataset.status ?? form.dataset.offline);
    } catch (error) {
      if (error.name !== "AbortError") say(form.dataset.offline);
    }
  }

  // An unfinished form keeps the last letter in sight, marked as an older one.
  function show(fresh) {
    say(fresh.dataset.status);
    const old = preview.querySelector(".desk");
    const note = preview.querySelector(".stale-note");
    if (fresh.querySelector(".desk") || !old) {
      if (fresh.childElementCount) preview.replaceChildren(fresh);
    } else {
      preview.replaceChildren(...fresh.querySelectorAll(".remaining"), note, old);
      note.hidden = false;
      old.classList.add("desk--stale");
    }
    forgive(new Set(fresh.dataset.faulty.split(" ")));
  }

  // What the person has mended since the button was pressed is no longer called an error.
  function forgive(faulty) {
    for (const question of document.querySelectorAll(".question--error")) {
      if (faulty.has(question.dataset.key)) continue;
      question.classList.remove("question--error");
      question.querySelector(".error-message")?.remove();
      for (const field of question.querySelectorAll("[aria-invalid]")) field.removeAttribute("aria-invalid");
      question.removeAttribute("aria-invalid");
    }
    const summary = document.getElementById("error-summary");
    for (const item of summary?.querySelectorAll("[data-fault]") ?? []) {
      if (!faulty.has(item.dataset.fault)) item.remove();
    }
    if (summary && !summary.querySelector("[data-fault]")) {
      summary.remove();
      document.title = document.title.replace("Ошибка: ", "");
    }
  }

  function say(sentence) {
    if (status.textContent !== sentence) status.textContent = sentence;
  }
})();
