// Looks through the index that search-index.js loaded. Every word typed must begin a word of what is found.
(function () {
  "use strict";
  var MOST = 60; // results shown: more than anybody reads
  var box = document.querySelector("search");
  var input = document.getElementById("query");
  var list = box.querySelector(".results");
  var found = box.querySelector(".found");
  var kinds = JSON.parse(box.dataset.kinds);

  function plain(text) {
    return text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").replace(/[’‘]/g, "'").toLowerCase();
  }

  function wordsOf(text) {
    return plain(text).match(/[\p{L}\p{N}]+/gu) || [];
  }

  var entries = SEARCH_INDEX.map(function (row) {
    return { kind: row[0], text: row[1], address: row[2], within: row[3], words: wordsOf(row[1]) };
  });

  function matches(entry, asked) {
    return asked.every(function (word) {
      return entry.words.some(function (own) { return own.startsWith(word); });
    });
  }

  function line(entry) {
    var item = document.createElement("li");
    var link = document.createElement("a");
    var aside = document.createElement("span");
    link.href = box.dataset.root + "/" + entry.address;
    link.textContent = entry.text;
    aside.className = "aside";
    aside.textContent = kinds[entry.kind] + " · " + entry.within;
    item.append(link, aside);
    return item;
  }

  function search() {
    var asked = wordsOf(input.value);
    var hits = asked.length ? entries.filter(function (entry) { return matches(entry, asked); }) : [];
    list.replaceChildren.apply(list, hits.slice(0, MOST).map(line));
    found.textContent = !asked.length ? "" : hits.length ? box.dataset.found.replace("#", hits.length) : box.dataset.none;
  }

  // Arrows walk through the results and back to the field; Escape leads there at once.
  function walk(event) {
    var step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    var stops = [input].concat(Array.from(list.querySelectorAll("a")));
    var goal = event.key === "Escape" ? input : stops[stops.indexOf(document.activeElement) + step];
    if (!goal || goal === document.activeElement) return;
    event.preventDefault();
    goal.focus();
  }

  input.addEventListener("input", search);
  box.addEventListener("keydown", walk);
  input.value = new URLSearchParams(location.search).get("q") || "";
  input.focus();
  search();
})();
