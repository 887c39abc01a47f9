// What the bench wants to know of a document. It is put into each one before the document's own scripts run.
window.bench = (() => {
  const seen = { lcp: null, shift: 0, forward: null };
  const listen = (type, heard) => {
    const observer = new PerformanceObserver((list) => list.getEntries().forEach(heard));
    observer.observe({ type, buffered: true });
  };
  listen('largest-contentful-paint', (entry) => { seen.lcp = entry.startTime; });
  // Also what follows a click counts: the switch of the language is one.
  listen('layout-shift', (entry) => { seen.shift += entry.value; });

  // The app has come forward: the page that the server wrote is gone, the app's own is shown, and has all its text.
  const isForward = () => {
    const app = document.querySelector('#app:not([hidden])');
    const heading = app && app.querySelector('main h1');
    return Boolean(heading && heading.textContent.trim())
      && !document.getElementById('opening') && !app.querySelector('main .skeleton');
  };
  const look = () => {
    if (seen.forward === null && isForward()) {
      seen.forward = -1;
      // The frame that shows it is painted, and the thread is free for a touch.
      requestAnimationFrame(() => setTimeout(() => { seen.forward = performance.now(); }, 0));
    }
  };
  new MutationObserver(look).observe(document, { childList: true, subtree: true, attributes: true, characterData: true });

  const bytes = (until) => [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
    .filter((entry) => entry.responseEnd <= until)
    .reduce((sum, entry) => sum + entry.transferSize, 0);
  const first = () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? null;

  return {
    result: () => ({
      first_ms: first(),
      largest_ms: seen.lcp,
      forward_ms: seen.forward > 0 ? seen.forward : null,
      shift: seen.shift,
      bytes_until_forward: seen.forward > 0 ? bytes(seen.forward) : null,
      bytes: bytes(Infinity),
      loaded: document.readyState === 'complete',
    }),
  };
})();
