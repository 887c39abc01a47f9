// What a story can ask of the page. It is put into every document before the document's own scripts run.
window.story = (() => {
  // Marks that isolate directions and unusual blanks are not seen by anybody.
  const clean = (text) =>
    (text || '').replace(/[\u2066-\u2069\u200e\u200f\u061c]/g, '').replace(/[\s\u00a0\u202f]+/g, ' ').trim();
  const same = (text) => clean(text).toLocaleLowerCase();
  const isShown = (element) =>
    element.checkVisibility({ visibilityProperty: true }) && !element.closest('[inert]');

  // Where elements of a role can be; whether they have it, the browser's accessibility tree decides.
  const PLACES = {
    link: 'a[href],[role=link]',
    button: 'button,[role=button],input[type=submit]',
    radio: 'input[type=radio],[role=radio]',
    checkbox: 'input[type=checkbox],[role=checkbox],[role=switch]',
    textbox: 'input,textarea,[contenteditable],[role=textbox]',
    combobox: 'select,[role=combobox],input[list]',
    option: 'option,[role=option]',
    tab: '[role=tab]',
    heading: 'h1,h2,h3,h4,[role=heading]',
    disclosure: 'summary',
  };
  const ALSO = { textbox: ['searchbox'], combobox: ['listbox'], button: ['popupbutton'] };
  const hasRole = (element, role) => {
    if (role === 'disclosure' || role === 'textbox' && element.matches('input[type=password]')) return true;
    const own = (element.computedRole || '').toLowerCase();
    return own === role || (ALSO[role] || []).includes(own);
  };
  const all = (role, root) =>
    [...(root || document).querySelectorAll(PLACES[role])].filter((e) => isShown(e) && hasRole(e, role));

  // The shown elements with this role and name, the first one first.
  const find = (role, name, isBeginning) => {
    const wanted = same(name);
    return all(role).filter((element) => {
      const own = same(element.computedName || element.textContent);
      return own === wanted || (isBeginning && own.startsWith(wanted));
    });
  };
  const names = (role) => all(role).map((element) => clean(element.computedName || element.textContent));

  const text = () => clean(document.body ? document.body.innerText : '');
  const sees = (words) => same(text()).includes(same(words));

  // What is still on its way; an empty list when the page has everything.
  const waitsFor = () => {
    const found = [];
    if (document.readyState !== 'complete') found.push('the document');
    if (document.getElementById('opening')) found.push('the app');
    if (!document.querySelector('main h1')) found.push('a heading');
    if (document.querySelector('.skeleton')) found.push('something that a skeleton stands for');
    if (document.querySelector('[aria-busy=true]')) found.push('something busy');
    if (document.fonts && document.fonts.status !== 'loaded') found.push('fonts');
    if (document.getAnimations().some((one) => one.playState === 'running')) found.push('something that moves');
    return found;
  };
  // The opening page says that the app cannot start: nothing will come.
  const hasFailed = () => {
    const words = document.getElementById('opening-failed');
    return Boolean(words && !words.hidden);
  };
  // Equal between two looks: nothing moves any more.
  const shape = () => {
    const body = document.body ? document.body.innerHTML : '';
    let hash = 7;
    for (let at = 0; at < body.length; at += 1) hash = (hash * 31 + body.charCodeAt(at)) | 0;
    return `${location.href} ${innerWidth} ${body.length} ${hash}`;
  };

  const nameOf = (element) => {
    const parts = [];
    for (let at = element; at && at !== document.body && parts.length < 4; at = at.parentElement) {
      const id = at.id ? `#${at.id}` : '';
      const own = at.getAttribute('class');
      parts.unshift(at.localName + id + (own ? `.${own.trim().split(/\s+/)[0]}` : ''));
    }
    return parts.join(' > ');
  };

  // Elements that reach beyond the window, unless something around them scrolls or cuts them off on purpose.
  const overflows = () => {
    const width = document.documentElement.clientWidth;
    const found = [];
    if (document.documentElement.scrollWidth > width) {
      found.push(`the page is ${document.documentElement.scrollWidth} px wide in a window of ${width} px`);
    }
    for (const element of document.body.querySelectorAll('*')) {
      const box = element.getBoundingClientRect();
      const isOut = box.right > width + 0.5 || box.left < -0.5;
      if (!isOut || box.width === 0 || box.height === 0) continue;
      // A skip link waits outside until it has the focus; what a visually hidden box holds is for ears.
      if (element.closest('[data-scrolls],.visually-hidden,.skip-link') || !isShown(element)) continue;
      // Pictures are cut to their frame.
      if (element.ownerSVGElement) continue;
      found.push(`${nameOf(element)} reaches from ${Math.round(box.left)} to ${Math.round(box.right)} px: `
        + clean(element.textContent).slice(0, 60));
    }
    return found.slice(0, 6);
  };

  // The rules that hold on each page.
  const faults = () => {
    const found = [];
    const root = document.documentElement;
    const lang = location.pathname.split('/')[1];
    if (root.lang !== lang) found.push(`<html lang> is "${root.lang}", the address says "${lang}"`);
    const dir = lang === 'ar' ? 'rtl' : 'ltr';
    if (root.dir !== dir) found.push(`<html dir> is "${root.dir}", not "${dir}"`);
    const headings = [...document.querySelectorAll('h1')].filter(isShown);
    if (headings.length !== 1) {
      found.push(`${headings.length} h1: ${headings.map((one) => clean(one.textContent)).join(' | ')}`);
    }
    if (!clean(document.title)) found.push('the title is empty');
    const ids = [...document.querySelectorAll('[id]')].map((element) => element.id);
    const twice = ids.filter((id, at) => ids.indexOf(id) !== at);
    if (twice.length) found.push(`ids that are there twice: ${twice.join(', ')}`);
    if (/⟦/.test(root.textContent)) found.push(`a message is missing: ${/⟦[^⟧]*⟧/.exec(root.textContent)}`);
    return found.concat(overflows());
  };

  const axe = async () => {
    const answer = await window.axe.run(document, { resultTypes: ['violations'] });
    return answer.violations.flatMap((rule) => rule.nodes.slice(0, 4).map((node) =>
      `axe ${rule.id} (${rule.help}) at ${node.target.join(' ')}: `
        + clean(node.failureSummary).slice(0, 300)));
  };

  // What the reader's eyes are on: the text in the upper third of the window.
  const reading = () => {
    const at = document.elementFromPoint(innerWidth / 2, innerHeight / 3);
    const block = at && at.closest('[data-place],[id]');
    return block ? { id: block.id || block.dataset.place, top: Math.round(block.getBoundingClientRect().top) } : null;
  };

  const focused = () => {
    const element = document.activeElement;
    return { role: (element.computedRole || '').toLowerCase(), name: clean(element.computedName) };
  };

  // The cells of the first table as they are read aloud, line by line: the words, where a mark stands for them. Only what can be sorted is read: the last column
  // holds a button for each line.
  const table = () =>
    [...document.querySelectorAll('main table tr')].map((line) =>
      [...line.cells].filter((cell) => Boolean(cell.closest('thead')) === Boolean(cell.querySelector('button')))
        .map((cell) => clean((cell.querySelector('.table__words') || cell).textContent)));

  // What covers the focus, in words; null when it can be seen, "elsewhere" when it left the page's own part.
  const hiddenFocus = () => {
    const element = document.activeElement;
    if (!element || !element.closest('main')) return 'elsewhere';
    const box = (element.closest('label') || element).getBoundingClientRect();
    // Of what is tall, as a field for a long text, some part is enough.
    const [top, bottom] = [Math.max(box.top, 0) + 12, Math.min(box.bottom, innerHeight) - 12];
    const parts = [0, 0.25, 0.5, 0.75, 1].map((part) => top + (bottom - top) * part);
    const heights = box.height > 120 ? parts : [box.top + box.height / 2];
    const x = box.left + box.width / 2;
    const covers = heights.map((y) => {
      const at = document.elementFromPoint(x, y);
      const isOwn = at && (element.contains(at) || at.contains(element) || at.closest('label')?.control === element);
      return isOwn ? null : `${nameOf(element)} at ${Math.round(y)} px lies under ${at ? nameOf(at) : 'the edge of the window'}`;
    });
    return covers.some((cover) => cover === null) ? null : covers[0];
  };

  return { clean, find, names, text, sees, hasFailed, waitsFor, shape, faults, axe, reading, focused, hiddenFocus, table };
})();
