// Makes the check smoother where there is script. Without it, every page works just as well.

// "No" goes with no other answer: ticking it unticks the rest, and the other way round. "I am not sure" goes with a yes.
// Of places it goes with none, but a place beside it is refused with a word, not unticked without one: somebody would
// lose a doubt.
document.addEventListener("change", ({ target }) => {
  if (target.type !== "checkbox" || !target.checked) return;
  for (const box of target.form.querySelectorAll("input[type=checkbox]:checked")) {
    const goTogether = !box.hasAttribute("data-unticks") && !target.hasAttribute("data-unticks");
    if (box !== target && !goTogether) box.checked = false;
  }
});

// A new page within the page: go on reading at its error or its heading.
document.addEventListener("htmx:afterSettle", () => {
  document.querySelector("#main :is(.error-summary, h1)")?.focus({ preventScroll: true });
});

// A page that the browser kept in memory may show answers that have been cleared since.
window.addEventListener("pageshow", ({ persisted }) => {
  if (persisted) location.reload();
});
