// What the pages do beyond links and forms; everything works without it.
"use strict";

// Article: n and p go from trigger to trigger; pointing at one part of a mention lights up all of it.
const triggers = [...document.querySelectorAll(".text .mark.trigger")];

function lit(about) {
  const ids = new Set((about || "").split(" ").filter(Boolean));
  for (const mark of document.querySelectorAll(".text .mark[data-about]")) {
    mark.classList.toggle("lit", mark.dataset.about.split(" ").some((id) => ids.has(id)));
  }
}

function go(step) {
  const at = triggers.indexOf(document.activeElement);
  const next = triggers[(at + step + triggers.length) % triggers.length] || triggers[0];
  next.focus();
  next.scrollIntoView({ block: "center" });
}

if (triggers.length) {
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName)) return;
    if (event.key === "n") go(1);
    if (event.key === "p") go(-1);
  });
  const text = document.querySelector(".text");
  text.addEventListener("mouseover", (event) => lit(event.target.closest("[data-about]")?.dataset.about));
  text.addEventListener("focusin", (event) => lit(event.target.closest("[data-about]")?.dataset.about));
  text.addEventListener("mouseleave", () => lit(document.activeElement?.dataset?.about));
}

// Commands: a click copies them.
for (const code of document.querySelectorAll("code.copy")) {
  code.title = "copy";
  code.addEventListener("click", async () => {
    await navigator.clipboard?.writeText(code.textContent);
    code.classList.add("copied");
    setTimeout(() => code.classList.remove("copied"), 1500);
  });
}
