// Keeps the open page up to date. Added by the preview while serving; no built page has it.
"use strict";
(() => {
  const here = document.currentScript.dataset;
  const home = "/-live-preview-/";
  const place = "live-preview:" + location.pathname;
  let asking = false;
  let askAgain = false;
  let box = null;
  const patching = import(home + "patch.js");

  const kept = sessionStorage.getItem(place);
  if (kept) {
    sessionStorage.removeItem(place);
    const [x, y] = JSON.parse(kept);
    const back = () => scrollTo({ left: x, top: y, behavior: "instant" });
    back();
    addEventListener("load", back, { once: true });
  }

  const reload = () => {
    sessionStorage.setItem(place, JSON.stringify([scrollX, scrollY]));
    location.reload();
  };

  const ownPath = (url) => {
    const parsed = new URL(url, location.href);
    return parsed.origin === location.origin ? parsed.pathname : null;
  };

  const LINKED = 'link[rel~="stylesheet"][href], link[rel~="icon"][href]'; // a feed that is linked to is not loaded

  // What the preview's own scripts ask for is no part of the page.
  const isAsked = (url) => new URL(url).searchParams.get("live-preview") === "asked";

  // What the page was made with: every file of this site that the browser fetched for it.
  const resources = () => {
    const fetched = performance.getEntriesByType("resource").filter((entry) => !isAsked(entry.name));
    const names = fetched.map((entry) => ownPath(entry.name)).filter((path) => path !== location.pathname);
    const linked = [...document.querySelectorAll(LINKED)].map((link) => ownPath(link.href));
    return [...new Set([...names, ...linked])].filter((path) => path && !path.startsWith(home));
  };

  const sheets = () =>
    [...document.querySelectorAll('link[rel~="stylesheet"]')].filter((link) => ownPath(link.href));

  const swap = (link, build) => {
    const url = new URL(link.href);
    url.searchParams.set("live-preview", build);
    const next = link.cloneNode();
    next.href = url.href;
    const old = sheets().filter((sheet) => ownPath(sheet.href) === url.pathname);
    // The old sheet goes when the new one is there, so the page is never bare.
    const retire = () => old.forEach((sheet) => sheet.remove());
    next.addEventListener("load", retire, { once: true });
    next.addEventListener("error", retire, { once: true });
    link.after(next);
  };

  const swapStyles = (paths, build) => {
    const newest = new Map(sheets().map((link) => [ownPath(link.href), link]));
    // A sheet that is imported by another has no link of its own: then all are fetched anew.
    const all = paths.some((path) => !newest.has(path));
    newest.forEach((link, path) => {
      if (all || paths.includes(path)) swap(link, build);
    });
  };

  const STYLE = `
    :host { all: initial; }
    section { position: fixed; inset: auto 0 0 0; max-height: 70vh; overflow: auto; z-index: 2147483647;
      box-sizing: border-box; padding: 1rem 1.5rem; background: #1c1b1a; color: #fdfcfa;
      font: 15px/1.5 system-ui, sans-serif; border-top: 4px solid #d4351c; }
    .built { border-top-color: #ffbf47; max-height: 40vh; }
    summary { cursor: pointer; font-weight: bold; } summary + article { margin-top: .5rem; } article { margin: 0 0 1rem; }
    p { margin: .25rem 0; white-space: pre-wrap; overflow-wrap: anywhere; }
    code, pre { font: 14px/1.45 ui-monospace, monospace; } pre { margin: .5rem 0; overflow: auto; }
    .wrong { background: #5a1a10; display: block; } .line { display: block; } .file { color: #ffdd00; }`;

  const element = (name, text, kind) => {
    const made = document.createElement(name);
    if (text !== undefined) made.textContent = text;
    if (kind) made.className = kind;
    return made;
  };

  const told = (problem) => {
    const article = element("article");
    const where = [problem.file, problem.line].filter((part) => part !== null).join(":");
    if (where) article.append(element("code", where, "file"));
    article.append(element("p", problem.problem));
    if (problem.excerpt.length) {
      const lines = element("pre");
      problem.excerpt.forEach(([number, text]) =>
        lines.append(element("span", String(number).padStart(5) + "  " + text,
          number === problem.line ? "line wrong" : "line")));
      article.append(lines);
    }
    article.append(element("p", problem.remedy));
    return article;
  };

  const HEADING = {
    built: "The site is built, but something in it needs you.",
    older: "Not built since the last change. Shown is the last good page.",
    never: "This page could not be built yet. It appears by itself as soon as it can be.",
  };

  let shown = "";

  const show = ({ problems, standing }) => {
    if (!problems.length) {
      if (box) box.remove();
      box = null;
      shown = "";
      return;
    }
    const next = JSON.stringify([problems, standing]);
    if (next === shown) return; // what the reader folded stays folded
    shown = next;
    if (!box) {
      box = element("live-preview-problems");
      box.attachShadow({ mode: "open" });
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(STYLE);
      box.shadowRoot.adoptedStyleSheets = [sheet];
      document.documentElement.append(box);
    }
    const section = element("section", undefined, standing);
    section.setAttribute("role", "alert");
    const details = element("details");
    details.open = true;
    details.append(element("summary", HEADING[standing]));
    problems.forEach((problem) => details.append(told(problem)));
    section.append(details);
    box.shadowRoot.replaceChildren(section);
  };

  const ask = async () => {
    if (asking) {
      askAgain = true;
      return;
    }
    asking = true;
    try {
      do {
        askAgain = false;
        const answer = await fetch(home + "state", {
          method: "POST",
          headers: { "Content-Type": "application/json" },
          body: JSON.stringify({ page: location.pathname, ...here, resources: resources() }),
        });
        if (!answer.ok) continue;
        const state = await answer.json();
        show(state);
        if (state.reload) return reload();
        if (state.page) {
          if (!(await (await patching).refresh(here))) return reload();
          askAgain = true; // the files that it is made with may have changed too
          continue;
        }
        const styles = state.changed.filter((path) => path.endsWith(".css"));
        if (styles.length < state.changed.length) return reload();
        if (styles.length) swapStyles(styles, state.build);
        here.build = state.build;
      } while (askAgain);
    } catch (error) {
      // The preview is not running; the event stream finds out when it is again.
    } finally {
      asking = false;
    }
  };

  const channel = new BroadcastChannel("live-preview");
  channel.onmessage = ask;

  const listen = () => {
    const events = new EventSource(home + "events");
    events.onmessage = () => {
      channel.postMessage("changed");
      ask();
    };
  };

  // A browser opens six connections to a host at most, so of all tabs one listens and tells the others.
  if (navigator.locks) navigator.locks.request("live-preview", () => new Promise(listen));
  else listen();
  ask();
})();
