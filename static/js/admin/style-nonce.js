// Under our Content-Security-Policy a style element needs the page's nonce. The editors create theirs from script
// and do not know it; this script does, because the page gave it one. It has to run before them.
"use strict";
{
  const { nonce } = document.currentScript;
  const createElement = document.createElement;

  document.createElement = function (...args) {
    const element = createElement.apply(this, args);
    if (element.localName === "style") {
      element.nonce = nonce;
    }
    return element;
  };
}
