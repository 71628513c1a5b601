"use strict";
(() => {
  const media = document.querySelector("audio, video");
  const wave = document.querySelector(".wave");
  const head = document.querySelector(".head");
  const tip = document.getElementById("tip");
  const seconds = Number(document.body.dataset.seconds);
  const words = [...document.querySelectorAll(".w")];
  const starts = words.map(word => Number(word.dataset.t));

  const seek = (time, play) => {
    if (!media) return;
    media.currentTime = time;
    if (play && media.paused) media.play().catch(() => {});
    show();
  };

  let lit = null;
  const show = () => {
    const time = media ? media.currentTime : 0;
    if (head && seconds > 0) {
      const x = (1000 * time) / seconds;
      head.setAttribute("x1", x);
      head.setAttribute("x2", x);
    }
    let low = 0, high = starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (starts[middle] <= time) low = middle + 1; else high = middle;
    }
    const word = time > 0 ? words[low - 1] : null;
    const current = word && time <= Number(word.dataset.e) + 0.15 ? word : null;
    if (lit !== current) {
      if (lit) lit.classList.remove("now");
      if (current) current.classList.add("now");
      lit = current;
    }
  };
  if (media) {
    let frame = 0;
    const follow = () => { show(); frame = media.paused ? 0 : requestAnimationFrame(follow); };
    media.addEventListener("play", () => { cancelAnimationFrame(frame); follow(); });
    for (const name of ["pause", "seeked", "timeupdate"]) media.addEventListener(name, show);
  }

  if (wave) wave.addEventListener("click", event => {
    const box = wave.getBoundingClientRect();
    seek(Math.max(0, Math.min(1, (event.clientX - box.left) / box.width)) * seconds, true);
  });
  document.addEventListener("click", event => {
    const target = event.target.closest(".w, .jump");
    if (target) seek(Number(target.dataset.t), true);
    const button = event.target.closest(".legend button");
    if (button) {
      const on = button.getAttribute("aria-pressed") !== "true";
      for (const other of document.querySelectorAll(".legend button")) other.setAttribute("aria-pressed", String(on && other === button));
      document.body.classList.toggle("dim", on);
      for (const part of document.querySelectorAll(".m, .band, .cap")) part.classList.toggle("on", on && part.classList.contains(button.dataset.p));
    }
  });
  document.addEventListener("keydown", event => {
    const target = event.target.closest && event.target.closest(".w, .jump");
    if (target && (event.key === "Enter" || event.key === " ")) { event.preventDefault(); seek(Number(target.dataset.t), true); }
  });

  const place = (x, y) => {
    const box = tip.getBoundingClientRect();
    tip.style.left = `${Math.max(8, Math.min(innerWidth - box.width - 8, x - box.width / 2))}px`;
    tip.style.top = `${y - box.height - 12 > 8 ? y - box.height - 12 : y + 20}px`;
  };
  const hint = (target, x, y) => {
    const text = target && target.dataset.tip;
    tip.classList.toggle("on", Boolean(text));
    if (text) { tip.textContent = text; place(x, y); }
  };
  document.addEventListener("mousemove", event => hint(event.target.closest("[data-tip]"), event.clientX, event.clientY));
  document.addEventListener("mouseleave", () => hint(null));
  document.addEventListener("focusin", event => {
    const box = event.target.getBoundingClientRect();
    hint(event.target.closest("[data-tip]"), box.left + box.width / 2, box.top);
  });
  document.addEventListener("focusout", () => hint(null));
})();
