// What the content editor offers to the mouse only, for the keyboard and for screen readers: choosing where a block
// goes and of what kind it is, moving and folding blocks, and a name for each of them. Nothing is taken from the mouse.
"use strict";
{
  const one = (selector, within = document) => within.querySelector(selector);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const order = (row) => one(".order-machine-ordering", row);
  const inOrder = (rows) => rows.sort((a, b) => order(a).value - order(b).value);

  let announcer;
  let opener;

  document.addEventListener("content-editor:ready", () => {
    const column = one(".order-machine");
    announcer = announce();
    // From the top: rows arrive grouped by kind, and the Tab key would follow that order.
    inOrder(rows()).forEach((row) => column.insertBefore(row, one(".empty-form", column)));
    rows().forEach(equip);
    all(".tabs.regions .tab").forEach(equipTab);
    all(".plugin-buttons .plugin-button").forEach(equipChoice);
    equipTarget(one(".order-machine-insert-target.last"));
    column.addEventListener("focusout", (event) => name(event.target.closest(".inline-related")));
    // From now on: the content editor's own listeners come first.
    document.addEventListener("click", follow);
    document.addEventListener("keyup", synchronise);
    synchronise();
  });

  document.addEventListener("content-editor:activate", ({ detail: { inline } }) => {
    if (announcer && !one(".block-move", inline)) {
      equip(inline);
      requestAnimationFrame(() => focusFirst(inline));
    }
  });

  document.addEventListener("prose-editor:ready", ({ target: textarea }) => {
    const editor = one(".tiptap", textarea.closest(".prose-editor") ?? textarea.parentElement);
    const label = one(`label[for="${textarea.id}"]`);
    editor.setAttribute("aria-label", label ? label.textContent.replace(/:\s*$/, "") : textarea.name);
    editor.setAttribute("aria-multiline", "true");
    hideSymbols(editor.parentElement);
  });

  document.addEventListener("keydown", (event) => {
    if ((event.key === "Enter" || event.key === " ") && event.target.matches("[data-as-button]")) {
      event.preventDefault();
      event.target.click();
    } else if (event.key === "Escape" && opener) {
      opener.focus();
    }
  });

  // Where a place for a new block was chosen, the kinds of block come next.
  function follow({ target }) {
    const insert = target.closest(".order-machine-insert-target");
    if (insert?.classList.contains("selected")) {
      opener = insert;
      one(".plugin-buttons .plugin-button:not(.content-editor-hide)")?.focus();
    }
    synchronise();
  }

  function rows() {
    return all(".order-machine .inline-related:not(.empty-form)");
  }

  function equip(row) {
    const label = one(".inline_label", row);
    asButton(label);
    label.after(mover(row, -1, "Move up", "↑"), mover(row, 1, "Move down", "↓"));
    equipTarget(one(":scope > .order-machine-insert-target", row));
    hideSymbols(row);
    name(row);
  }

  function equipTarget(target) {
    asButton(target);
    target.setAttribute("aria-label", "Add a block at the end");
  }

  function equipTab(tab) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "tab-button";
    button.textContent = tab.textContent;
    tab.replaceChildren(button);
  }

  function equipChoice(button) {
    // Copying from the other region makes no sense here: each kind of block belongs to one.
    if (button.dataset.pluginPrefix) {
      asButton(button);
      hideSymbols(button);
    } else {
      button.remove();
    }
  }

  function mover(row, by, verb, symbol) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "block-move";
    button.textContent = symbol;
    button.dataset.verb = verb;
    button.addEventListener("click", (event) => {
      event.stopPropagation(); // A click on the heading folds the block.
      move(row, by);
    });
    return button;
  }

  function move(row, by) {
    const neighbours = inOrder(rows().filter((other) => other.dataset.region === row.dataset.region));
    const from = neighbours.indexOf(row);
    const to = Math.min(Math.max(from + by, 0), neighbours.length - 1);
    neighbours.splice(to, 0, ...neighbours.splice(from, 1));
    neighbours.forEach((other, index) => {
      order(other).value = other.style.order = 10 * (index + 1);
    });
    row.scrollIntoView({ block: "nearest" });
    announcer.textContent = `${named(row)}: ${to + 1} of ${neighbours.length}`;
  }

  function name(row) {
    const label = row && one(".inline_label", row);
    if (!label) {
      return;
    }
    label.textContent = excerpt(row) || "empty";
    all(".block-move", row).forEach((button) =>
      button.setAttribute("aria-label", `${button.dataset.verb}: ${named(row)}`),
    );
    one(".delete > input", row)?.setAttribute("aria-label", `Delete ${named(row)}`);
    one(":scope > .order-machine-insert-target", row).setAttribute("aria-label", `Add a block before ${named(row)}`);
  }

  function named(row) {
    return `“${one("h3 > b", row).textContent} ${one(".inline_label", row).textContent}”`;
  }

  // What tells the block from its neighbours: its title, what it points to, or how its text begins.
  function excerpt(row) {
    const written = one("input[type=text]", row)?.value;
    const select = one("fieldset select", row);
    const chosen = select?.value && select.selectedOptions[0].textContent;
    const prose = one("textarea", row)?.value ?? "";
    const text = new DOMParser().parseFromString(prose.replaceAll("<", " <"), "text/html").body.textContent;
    const found = (written || chosen || text).replace(/\s+/g, " ").trim();
    return found.length > 60 ? `${found.slice(0, 60)}…` : found;
  }

  function focusFirst(row) {
    row.scrollIntoView({ block: "nearest" });
    const fields = all(".tiptap, input:not([type=hidden]), select, textarea", one("fieldset", row));
    fields.find((field) => field.checkVisibility())?.focus();
  }

  // States that the content editor shows by classes only.
  function synchronise() {
    all(".tab-button").forEach((button) =>
      button.setAttribute("aria-pressed", button.parentElement.classList.contains("active")),
    );
    all(".order-machine .inline_label").forEach((label) =>
      label.setAttribute("aria-expanded", !label.closest(".inline-related").classList.contains("collapsed")),
    );
    all(".order-machine-insert-target").forEach((target) =>
      target.setAttribute("aria-expanded", target.classList.contains("selected")),
    );
    if (!one(".order-machine-insert-target.selected")) {
      opener = undefined;
    }
  }

  function asButton(element) {
    element.dataset.asButton = "";
    element.setAttribute("role", "button");
    element.tabIndex = 0;
  }

  // Symbols are words in a font of symbols: “delete” would be read out.
  function hideSymbols(within) {
    all("span.material-icons", within).forEach((symbol) => symbol.setAttribute("aria-hidden", "true"));
  }

  function announce() {
    const region = document.createElement("p");
    region.className = "visually-hidden";
    region.setAttribute("role", "status");
    document.body.append(region);
    return region;
  }
}
