// Draws the page's chart, light or dark as the reader's system is, with expressions interpreted, never evaluated as code.
"use strict";
(() => {
  const told = id => JSON.parse(document.getElementById(id).textContent);
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const spec = told("spec"), night = told("night");
  const darkened = part =>
    typeof part === "string" ? night[part] ?? part
      : Array.isArray(part) ? part.map(darkened)
      : part && typeof part === "object" ? Object.fromEntries(Object.entries(part).map(([key, value]) => [key, key === "datasets" ? value : darkened(value)]))
      : part;
  const draw = () => {
    const tooltip = {disableDefaultStyle: true, theme: "site"};
    const options = {renderer: "svg", ast: true, actions: false, defaultStyle: false, tooltip};
    window.vegaEmbed("#chart", {...(dark.matches ? darkened(spec) : spec), background: null}, options)
      .then(({view}) => view.container().querySelector("svg").setAttribute("aria-hidden", "true"));
  };
  dark.addEventListener("change", draw);
  draw();
})();
