// The editor's controls beside each fact and difference. Added by the preview while serving; no built page has them.
"use strict";
(() => {
  const { token } = document.currentScript.dataset;
  const LINES = ".fact[id], .difference[id]";
  const SEEN = 8000; // milliseconds that a word on an undone edit stands
  const ROOM = "4.5rem"; // below the page, so that the corner covers no text of it
  let told = { id: "", slug: "", facts: [] };
  let left = null; // the line before which a line was taken away, and which has the keyboard then

  const STYLE = `
    :host { all: initial; display: block; font: 13px/1.4 system-ui, sans-serif; margin: .35rem 0; }
    :host([corner]) { position: fixed; inset: auto .5rem .5rem auto; z-index: 2147483646; margin: 0; }
    button, input, textarea, select { font: inherit; color: #1b1915; background: #fff; border: 1px solid #8a8680;
      border-radius: 3px; padding: .2rem .5rem; min-height: 24px; }
    button { cursor: pointer; background: #f2f0ec; } button:hover { background: #e4e0d8; }
    :focus-visible { outline: 3px solid #1a5fb4; outline-offset: 1px; }
    input, textarea, select { box-sizing: border-box; width: 100%; }
    form { display: grid; grid-template-columns: minmax(0, 1fr); gap: .35rem; max-width: 38rem; padding: .5rem; background: #f7f5f1; margin-top: .25rem; }
    label { display: grid; grid-template-columns: minmax(0, 1fr); gap: .15rem; color: #1b1915; } textarea { min-height: 4em; resize: vertical; }
    p { margin: 0; color: #1b1915; background: #fff; } p.problem { color: #a11; }
    .row { display: flex; gap: .3rem; flex-wrap: wrap; }`;

  const element = (name, properties = {}, ...children) => {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...children);
    return made;
  };

  const host = (...children) => {
    const made = element("editors-hand");
    made.dataset.livePreview = ""; // the preview leaves it alone when it brings the page up to date
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLE);
    made.attachShadow({ mode: "open" }).append(...children);
    made.shadowRoot.adoptedStyleSheets = [sheet];
    return made;
  };

  const today = () => {
    const now = new Date();
    return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
  };

  // The page reloads by itself once the file that was written is built.
  const send = async (edit, output) => {
    output.className = "";
    output.textContent = "…";
    const answer = await fetch("/-live-preview-/ask/edit", {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-Live-Preview": token },
      body: JSON.stringify({ story: told.id, slug: told.slug, ...edit }),
    });
    const said = await answer.json().catch(() => ({}));
    output.className = answer.ok ? "" : "problem";
    output.textContent = said.done || said.problem || "The preview did not answer; is it running?";
  };

  const button = (text, label, act) => {
    const made = element("button", { type: "button", textContent: text, onclick: act });
    made.setAttribute("aria-label", label);
    return made;
  };

  // A small form below the buttons: its fields go out with the edit.
  const ask = (place, fields, word, act) => {
    const inputs = fields.map(([name, label, input]) => [name, input, element("label", {}, label, input)]);
    const form = element("form", {}, ...inputs.map(([, , label]) => label), element("button", { textContent: word }));
    const opener = place.getRootNode().activeElement;
    const close = () => {
      place.replaceChildren();
      opener?.focus();
    };
    form.onsubmit = (event) => {
      event.preventDefault();
      act(Object.fromEntries(inputs.map(([name, input]) => [name, input.value])));
      close();
    };
    form.onkeydown = (event) => {
      if (event.key === "Escape") close();
    };
    place.replaceChildren(form);
    inputs[0][1].focus();
  };

  const day = () => element("input", { type: "date", value: today(), required: true });

  // As it stands on the page, behind the words that mark it as the editor's.
  const noteOn = (line) => {
    const note = [...(line.querySelector("p.editor")?.childNodes ?? [])].filter((node) => node.nodeType === Node.TEXT_NODE);
    return note.map((node) => node.nodeValue).join("").trim();
  };

  const others = (id) => {
    const pick = element("select", { required: true });
    told.facts.filter((fact) => fact.id !== id).forEach((fact) =>
      pick.append(element("option", { value: fact.id, textContent: fact.lead.text.slice(0, 90) })));
    return pick;
  };

  const wordsOf = (line) => {
    const head = line.querySelector(".lead, h4") ?? line.closest("details")?.querySelector("summary");
    return (head?.innerText || "").replace(/\s+/g, " ").trim();
  };

  const controls = (line) => {
    const { id } = line;
    const words = wordsOf(line);
    const output = element("p", { role: "status" });
    const place = element("div");
    const make = (edit) => {
      const lines = [...document.querySelectorAll(LINES)];
      left = { id, next: lines[lines.indexOf(line) + 1]?.id ?? lines[lines.indexOf(line) - 1]?.id };
      return send({ id, words: wordsOf(line), ...edit }, output);
    };
    const row = element("div", { className: "row" },
      button("Pin", `Put first, or no longer: ${words}`, () => make({ do: "pin" })),
      button("Hide", `Hide: ${words}`, () => make({ do: "hide" })),
      button("Note", `Write a note on: ${words}`, () => ask(place,
        [["text", "Your note; none takes it out", element("textarea", { value: noteOn(line) })]], "Write it",
        (said) => make({ do: "note", ...said }))),
      button("Wrong", `Withdraw: ${words}`, () => ask(place,
        [["text", "Why it is wrong", element("textarea", { required: true })], ["day", "Withdrawn on", day()]],
        "Withdraw it", (said) => make({ do: "wrong", ...said }))));
    if (id.startsWith("f")) {
      row.append(button("Same as …", `Say which fact is the same as: ${words}`, () => ask(place,
        [["other", "The same as", others(id)]], "They are one", (said) => make({ do: "same", ...said }))));
    }
    line.append(host(row, place, output));
  };

  const undo = () => {
    const output = element("p", { role: "status" });
    const corner = host(element("div", { className: "row" },
      button("Undo the last edit", "Undo the last edit of this story", async () => {
        await send({ do: "undo" }, output);
        setTimeout(() => { output.textContent = ""; }, SEEN);
      })), output);
    corner.setAttribute("corner", "");
    document.body.style.paddingBottom = ROOM;
    document.body.append(corner);
  };

  // A line that was hidden had the keyboard: the next one has it now, unless the editor is elsewhere by then.
  const goOn = () => {
    if (!left || document.getElementById(left.id)) return;
    const next = document.getElementById(left.next)?.querySelector("editors-hand");
    if (document.activeElement === document.body) next?.shadowRoot.querySelector("button").focus();
    left = null;
  };

  const read = async () => {
    const story = document.querySelector("article.story");
    if (!story) return;
    told = await (await fetch("story.json?live-preview=asked")).json();
    story.querySelectorAll(LINES).forEach((line) => {
      if (!line.querySelector("editors-hand")) controls(line);
    });
    if (!document.querySelector("editors-hand[corner]")) undo();
    goOn();
  };

  read();
  document.addEventListener("live-preview", read);
})();
