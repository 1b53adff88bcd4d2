// Makes the check smoother where there is script. Without it, every page works just as well.

// "No" and "I am not sure" go with no other answer: ticking one unticks the rest, and the other way round.
document.addEventListener("change", ({ target }) => {
  if (target.type !== "checkbox" || !target.checked) return;
  for (const box of target.form.querySelectorAll("input[type=checkbox]:checked")) {
    const goTogether = !box.hasAttribute("data-exclusive") && !target.hasAttribute("data-exclusive");
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
