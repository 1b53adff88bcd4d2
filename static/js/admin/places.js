// A problem's link leads to the field it is about, also where the field is folded away, behind a tab, or rich text.
"use strict";
{
  const show = () => {
    const target = location.hash.includes("=") ? null : document.getElementById(location.hash.slice(1));
    if (!target) {
      return;
    }
    target.closest("details")?.setAttribute("open", "");
    unfold(target.closest(".order-machine .inline-related"));
    const field = focusable(target);
    field?.scrollIntoView({ block: "center" });
    field?.focus();
  };

  const unfold = (row) => {
    if (row) {
      document.querySelector(`.tabs.regions .tab[data-region="${row.dataset.region}"]`).click();
      row.classList.remove("collapsed");
    }
  };

  const focusable = (target) => {
    const fields = [target, ...target.querySelectorAll("input, select, textarea"), ...editors(target)];
    return fields.find((field) => field.tabIndex >= 0 && field.checkVisibility() && !field.matches(".delete > input"));
  };

  const editors = (target) => (target.closest(".prose-editor") ?? target).querySelectorAll(".tiptap");

  document.addEventListener("click", (event) => {
    const link = event.target.closest(".problem-place[href]");
    // On this very page what has not been saved yet must not be lost.
    if (link && link.pathname === location.pathname) {
      event.preventDefault();
      history.replaceState(null, "", link.hash);
      show();
    }
  });
  addEventListener("load", () => setTimeout(show));
}
