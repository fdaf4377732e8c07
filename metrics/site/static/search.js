// Searches and filters the entries of index.js, in the page, with nothing asked of any server. What a reader chose stands in the address.
"use strict";
(() => {
  const {kinds, words, entries} = window.parley;
  const names = ["q", "what", "metric", "side", "status", "outlet", "from", "to"];
  const form = document.getElementById("search");
  const results = document.getElementById("results");
  const more = document.getElementById("more");
  const count = document.getElementById("count");
  const STEP = 50;
  const day = new Intl.DateTimeFormat("en-GB", {day: "numeric", month: "long", year: "numeric", timeZone: "UTC"});
  const fold = text => text.normalize("NFKD").replace(/\p{Diacritic}/gu, "").toLowerCase();
  const folded = entries.map(([, title, address, besides, metric, , , , outlet]) =>
    fold([title, words[besides], words[metric].replaceAll("_", " "), words[outlet], address].join(" ")));
  let event = "", found = [], shown = 0;

  function chosen() {
    return Object.fromEntries(names.map(name => [name, form.elements[name].value]));
  }

  function fits(entry, i, want, terms) {
    const [kind, , , , metric, sides, status, of, outlet, first, last] = entry;
    return (!want.what || kinds[kind] === want.what)
      && (!want.metric || words[metric] === want.metric)
      && (!want.side || words[sides].split("-").includes(want.side))
      && (!want.status || words[status] === want.status)
      && (!want.outlet || words[outlet] === want.outlet)
      && (!event || words[of] === event)
      && (!want.from || last >= want.from)
      && (!want.to || (first && first <= want.to))
      && terms.every(term => folded[i].includes(term));
  }

  function line([kind, title, address, besides, metric, , status, , outlet, first]) {
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = address;
    link.textContent = title;
    link.dir = "auto";
    const about = document.createElement("span");
    about.className = "soft";
    about.textContent = " " + [kinds[kind], words[status], words[metric].replaceAll("_", " "), words[outlet], first && day.format(new Date(first))].filter(Boolean).join(" · ");
    item.append(link, about);
    if (words[besides]) {
      const text = document.createElement("div");
      text.className = "besides";
      text.dir = "auto";
      text.textContent = words[besides];
      item.append(text);
    }
    return item;
  }

  function show() {
    results.append(...found.slice(shown, shown + STEP).map(line));
    shown = Math.min(shown + STEP, found.length);
    more.hidden = shown === found.length;
  }

  function search() {
    const want = chosen();
    const terms = fold(want.q).split(/\s+/).filter(Boolean);
    found = entries.filter((entry, i) => fits(entry, i, want, terms));
    shown = 0;
    results.replaceChildren();
    show();
    const of = `${found.length.toLocaleString("en")} of ${entries.length.toLocaleString("en")} entries`;
    count.textContent = found.length ? of : `Nothing fits; there are ${entries.length.toLocaleString("en")} entries.`;
    const kept = new URLSearchParams(Object.entries(want).filter(([, value]) => value));
    if (event) kept.set("event", event);
    history.replaceState(null, "", kept.size ? `?${kept}` : location.pathname);
  }

  document.getElementById("unscripted").remove();
  const asked = new URLSearchParams(location.search);
  for (const name of names) form.elements[name].value = asked.get(name) ?? "";
  event = asked.get("event") ?? "";
  let waiting;
  form.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(search, 120); });
  form.addEventListener("submit", given => { given.preventDefault(); search(); });
  form.addEventListener("reset", () => { event = ""; setTimeout(search); });
  more.addEventListener("click", () => {
    const next = results.children.length;
    show();
    results.children[next]?.querySelector("a").focus();
  });
  search();
})();
