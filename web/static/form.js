// Refreshes the letter after a pause in typing. Without this file the form works by its buttons.
const form = document.querySelector("form[data-preview]");
const letter = document.getElementById("letter");
const status = document.getElementById("status");
let timer;
let running;

async function refresh() {
  running?.abort();
  running = new AbortController();
  const typed = new FormData(form);
  typed.set("do", "preview");
  try {
    const answer = await fetch(form.action, { method: "POST", body: typed, signal: running.signal });
    letter.innerHTML = await answer.text();
    status.textContent = answer.ok ? "Письмо обновлено" : "";
  } catch (error) {
    if (error.name !== "AbortError") {
      status.textContent = "Письмо не обновилось: нажмите «Показать письмо»";
    }
  }
}

form.addEventListener("input", () => {
  status.textContent = "";
  clearTimeout(timer);
  timer = setTimeout(refresh, 500);
});

form.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    form.requestSubmit(form.querySelector("button[value=show]"));
  }
});
