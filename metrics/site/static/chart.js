// Draws the page's chart, light or dark as the reader's system is, with expressions interpreted, never evaluated as code.
"use strict";
(() => {
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const draw = () => {
    const spec = JSON.parse(document.getElementById(dark.matches ? "dark" : "light").textContent);
    const tooltip = {disableDefaultStyle: true, theme: "site"};
    const options = {renderer: "svg", ast: true, actions: false, defaultStyle: false, tooltip};
    window.vegaEmbed("#chart", {...spec, background: null}, options).then(({view}) => view.container().querySelector("svg").setAttribute("aria-hidden", "true"));
  };
  dark.addEventListener("change", draw);
  draw();
})();
