// Whatever goes wrong on the smooth way is asked for again on the plain one, so that the browser shows what there is.
for (const failure of ["htmx:responseError", "htmx:sendError"]) {
  document.addEventListener(failure, ({ detail: { elt } }) => {
    if (elt instanceof HTMLFormElement) elt.submit();
    else location.assign(elt.href);
  });
}
