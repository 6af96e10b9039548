// What a page can do beside its forms; without this, everything works by pressing once more.
"use strict";

const EVERY = 1500; // milliseconds between two looks at what the page waits for; longer where a service is asked

const say = (text) => {
  const live = document.querySelector("form [data-live]");
  if (live) live.textContent = text;
};

const focus = document.querySelector("[data-focus]");
if (focus) focus.focus();

for (const form of document.querySelectorAll("form[data-checking]")) {
  form.addEventListener("submit", (event) => {
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    form.dataset.sent = "1";
    say(form.dataset.checking);
  });
  const needed = [...form.querySelectorAll("input[data-on-paste]")];
  for (const input of needed) {
    input.addEventListener("paste", () => {
      setTimeout(() => {
        if (needed.every((one) => one.value.trim()) && !form.dataset.sent) form.requestSubmit();
      }, 0);
    });
  }
}
// Back in the browser's history the page is as it was left, and must be usable again.
addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-sent]")) delete form.dataset.sent;
});

for (const button of document.querySelectorAll("[data-copy]")) {
  button.hidden = false;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(button.dataset.copy);
    button.textContent = "Copied";
  });
}

const waiting = document.querySelector("[data-poll]");
const show = (list, lines) => {
  const shown = [...list.children].map((one) => one.textContent);
  if (shown.length === lines.length && lines.every((one, at) => one === shown[at])) return;
  list.replaceChildren(...lines.map((one) => Object.assign(document.createElement("li"), { textContent: one })));
};
const look = async () => {
  if (document.hidden) return;
  let found;
  try {
    const answer = await fetch(waiting.dataset.poll, { headers: { Accept: "application/json" } });
    if (!answer.ok) return;
    found = await answer.json();
  } catch {
    return; // setup has ended, or does not answer at the moment
  }
  if (found.lines) show(waiting.querySelector("[data-live]"), found.lines);
  const form = waiting.closest("form") ?? waiting;
  if (form.dataset.sent) return;
  if (found.go) location.assign(found.go);
  else if (found.state !== waiting.dataset.state && !typing()) location.reload();
};
// Nobody loses what they are typing or choosing.
const typing = () => {
  const at = document.activeElement;
  return at !== null && (at.tagName === "SELECT" || (at.tagName === "INPUT" && at.value !== ""));
};
if (waiting) {
  setInterval(look, Number(waiting.dataset.every ?? EVERY));
  document.addEventListener("visibilitychange", look);
}
