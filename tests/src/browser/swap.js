// Watches how the app takes the place of the page that the server wrote: `swap.result()` is null before it has, then
// the differences between the two, as texts. `swap.since()` is what has changed in the app since then.
(() => {
  // What only the app adds: states of the browser, not of the page.
  const APP_ONLY = new Set(["open"]);
  const MOST = 20;
  let before = null;
  let outcome = null;
  let forward = null;

  const isSkipped = (node) => node.nodeType === Node.COMMENT_NODE || node.nodeName === "NOSCRIPT";
  // The library puts constant drawings into a group of its own in the browser.
  const isWrapper = (node) => node.localName === "g" && node.attributes.length === 0;

  // One line for each element and text, with its box where it has one.
  const lines = (root) => {
    const found = [];
    const walk = (node, depth) => {
      if (isWrapper(node)) {
        node.childNodes.forEach((child) => walk(child, depth));
        return;
      }
      const element = node.nodeType === Node.ELEMENT_NODE;
      if (element) {
        const attributes = [...node.attributes]
          .filter(({ name, value }) => !APP_ONLY.has(name) && !(name === "class" && !value.trim()))
          .map(({ name, value }) => `${name}="${value.trim()}"`)
          .sort();
        const box = node.getBoundingClientRect();
        found.push({
          words: `${" ".repeat(depth)}<${[node.localName, ...attributes].join(" ")}>`,
          box: box.width && box.height ? [box.x, box.y, box.width, box.height] : null,
        });
      }
      let text = "";
      const endText = () => {
        const words = text.replace(/[\s\u2066-\u2069]+/g, " ").trim();
        if (words) found.push({ words: `${" ".repeat(depth + 1)}${words}`, box: null });
        text = "";
      };
      for (const child of node.childNodes) {
        if (isSkipped(child)) continue;
        if (child.nodeType === Node.TEXT_NODE) text += child.data;
        else { endText(); walk(child, depth + 1); }
      }
      endText();
    };
    walk(root, 0);
    return found;
  };

  const differences = (first, server, second, app) => {
    const found = [];
    for (let at = 0; at < Math.max(server.length, app.length) && found.length < MOST; at += 1) {
      const [one, other] = [server[at], app[at]];
      if (one?.words !== other?.words) {
        // What follows would differ as well, by its place alone.
        found.push(`${first}: ${one?.words ?? "nothing"} | ${second}: ${other?.words ?? "nothing"}`);
        break;
      }
      const isMoved = !one.box !== !other.box
        || one.box?.some((value, side) => Math.abs(value - other.box[side]) > 1);
      if (isMoved) found.push(`${one.words}: ${first} ${one.box} | ${second} ${other.box}`);
    }
    return found;
  };

  const look = () => {
    const page = document.querySelector("#opening main");
    if (page) before = { lines: lines(page), scroll: window.scrollY };
    if (outcome === null) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);

  new MutationObserver(() => {
    const app = document.querySelector("#app:not([hidden]) main");
    if (outcome !== null || !app || document.getElementById("opening")) return;
    forward = lines(app);
    outcome = before ? differences("server", before.lines, "app", forward) : ["the server wrote no page"];
  }).observe(document, { childList: true, subtree: true, attributes: true, attributeFilter: ["hidden"] });

  const since = () => forward
    ? differences("then", forward, "now", lines(document.querySelector("#app main")))
    : ["the app never came forward"];

  window.swap = { result: () => outcome, lines: () => before?.lines.length ?? 0, since };
})();
