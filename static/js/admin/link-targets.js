// While the address of a link is typed: everything on the site that it could lead to, by name. What is chosen is a link
// by identity, which stays right when an address changes.
"use strict";
{
  const offer = async (input) => {
    const list = document.querySelector("datalist[data-from]");
    if (!list || input.hasAttribute("list")) {
      return;
    }
    input.setAttribute("list", list.id);
    input.placeholder = "https://… or the name of a guide, device, study …";
    if (list.options.length === 0) {
      const targets = await (await fetch(list.dataset.from)).json();
      list.append(...targets.map(({ value, label }) => new Option(label, value)));
    }
  };

  document.addEventListener("focusin", ({ target }) => {
    if (target.matches('.prose-editor-dialog input[name="href"]')) {
      offer(target);
    }
  });
}
