// Draws the page's chart, light or dark as the reader's system is, with expressions interpreted, never evaluated as code.
"use strict";
(() => {
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const draw = () => {
    const spec = JSON.parse(document.getElementById(dark.matches ? "dark" : "light").textContent);
    const options = {renderer: "svg", ast: true, actions: false, defaultStyle: false, tooltip: {disableDefaultStyle: true, theme: "site"}};
    window.vegaEmbed("#chart", spec, options);
  };
  dark.addEventListener("change", draw);
  draw();
})();
