// Brings the open page to what the preview serves now, without loading it anew: what is the same stays where it is, with
// its focus, its place and whether it stands open. Added by the preview while serving; no built page has it.

// A page that runs scripts of its own is loaded anew, since nobody knows what they hold on to.
const runs = (script) => !isOwn(script) && (!script.type || /javascript|ecmascript|module/i.test(script.type));
const ONCE = 'meta[http-equiv="refresh" i], template[shadowrootmode]'; // does its work while a page is loading
const needsLoading = (page) => [...page.scripts].some(runs) || page.querySelector(ONCE) !== null;

// What governs a whole page, and is read when it is loaded.
const rulesOf = (page) =>
  [page.compatMode, ...[...page.querySelectorAll("meta[http-equiv], base")].map((rule) => rule.outerHTML)].join();

// What the preview itself adds to a page.
const isOwn = (node) => node.nodeType === Node.ELEMENT_NODE && node.hasAttribute("data-live-preview");
const childrenOf = (node) => [...node.childNodes].filter((child) => !isOwn(child));

const pathOf = (link) => new URL(link.getAttribute("href") ?? "", location.href).pathname;

// The reader opened it, and a style sheet may carry the number of a build: neither is the page's to take back.
const keeps = (old, next, name) =>
  (old.localName === "details" && name === "open") ||
  (old.localName === "link" && name === "href" && pathOf(old) === pathOf(next));

const takeAttributes = (old, next) => {
  for (const { name } of [...old.attributes])
    if (!next.hasAttribute(name) && !keeps(old, next, name)) old.removeAttribute(name);
  for (const { name, value, namespaceURI } of next.attributes)
    if (old.getAttribute(name) !== value && !keeps(old, next, name)) old.setAttributeNS(namespaceURI, name, value);
};

const become = (old, next) => {
  if (old.isEqualNode(next)) return;
  if (old.nodeType !== Node.ELEMENT_NODE) {
    old.nodeValue = next.nodeValue;
    return;
  }
  takeAttributes(old, next);
  takeChildren(old, next);
};

// What equals at both ends is left alone; between them a node is known by its id, or is the next one of its name.
const takeChildren = (parent, next) => {
  const olds = childrenOf(parent);
  const news = childrenOf(next);
  while (olds.length && news.length && olds[0].isEqualNode(news[0])) olds.shift(), news.shift();
  let end = null;
  while (olds.length && news.length && olds.at(-1).isEqualNode(news.at(-1))) end = olds.pop(), news.pop();
  if (end === null && olds.length) end = olds.at(-1).nextSibling;
  const named = new Map(olds.filter((old) => old.id).map((old) => [old.id, old]));
  const nameless = olds.filter((old) => !old.id);
  const spare = new Set(olds);
  const partnerOf = (node) => {
    const found = node.id ? named.get(node.id) : nameless.find((old) => spare.has(old) && old.nodeName === node.nodeName);
    return found && found.nodeName === node.nodeName && spare.delete(found) ? found : null;
  };
  const wanted = news.map((node) => [partnerOf(node), node]);
  spare.forEach((old) => old.remove());
  let place = olds.find((old) => !spare.has(old)) ?? end;
  for (const [old, node] of wanted) {
    const held = old ?? document.importNode(node, true);
    if (held === place) place = place.nextSibling;
    else parent.insertBefore(held, place);
    if (old) become(old, node);
  }
};

const activeElement = () => {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active;
};

// False where the page has to be loaded anew.
export const refresh = async (here) => {
  if (needsLoading(document)) return false;
  const answer = await fetch(location.href);
  if (answer.redirected || !answer.headers.get("Content-Type")?.startsWith("text/html")) return false;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const script = page.querySelector("script[data-live-preview][data-tag]");
  if (!script || script.dataset.session !== here.session) return false;
  if (needsLoading(page) || rulesOf(page) !== rulesOf(document)) return false;
  const active = activeElement();
  takeAttributes(document.documentElement, page.documentElement);
  become(document.head, page.head);
  become(document.body, page.body);
  if (active?.isConnected && active !== activeElement()) active.focus({ preventScroll: true }); // moved with its line
  here.tag = script.dataset.tag;
  document.dispatchEvent(new Event("live-preview"));
  return true;
};
