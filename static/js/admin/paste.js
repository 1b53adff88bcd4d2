// Text pasted from elsewhere brings its looks with it. The rich text field drops them anyway, but only after the browser
// has parsed them, and under our Content-Security-Policy that is reported as a violation. So they go before.
// This keeps the reports clean; what makes pasted HTML safe is the server.
"use strict";
{
  const unstyled = (html) =>
    html
      .replace(/<style\b[\s\S]*?<\/style>/gi, "")
      .replace(/<[a-z][^>]*>/gi, (tag) => tag.replace(/\s(?:style|on\w+)\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]+)/gi, ""));

  const pasteOf = (event, html) => {
    const clipboardData = new DataTransfer();
    event.clipboardData.types
      .filter((type) => type.startsWith("text/"))
      .forEach((type) => clipboardData.setData(type, event.clipboardData.getData(type)));
    clipboardData.setData("text/html", html);
    return new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true });
  };

  const tidy = (event) => {
    const html = event.clipboardData?.getData("text/html") ?? "";
    const wanted = unstyled(html);
    const again = wanted === html ? null : pasteOf(event, wanted);
    if (again?.clipboardData?.getData("text/html") === wanted) {
      event.preventDefault();
      event.stopImmediatePropagation();
      event.target.dispatchEvent(again);
    }
  };

  document.addEventListener("paste", (event) => event.target.closest?.(".tiptap") && tidy(event), { capture: true });
}
