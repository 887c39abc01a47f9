// What the bench wants to know of a document. It is put into each one before the document's own scripts run.
window.bench = (() => {
  const seen = { lcp: null, shift: 0, allShift: 0, forward: null, touch: null };
  const listen = (type, heard, more) => {
    const observer = new PerformanceObserver((list) => list.getEntries().forEach(heard));
    observer.observe({ type, buffered: true, ...more });
  };
  listen('largest-contentful-paint', (entry) => { seen.lcp = entry.startTime; });
  listen('layout-shift', (entry) => {
    seen.allShift += entry.value;
    // What follows a touch within half a second was asked for.
    if (!entry.hadRecentInput) seen.shift += entry.value;
  });

  listen('event', (entry) => {
    if (entry.interactionId) seen.touch = Math.max(seen.touch ?? 0, entry.duration);
  }, { durationThreshold: 16 });

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
    forgetTouches: () => { seen.touch = null; },
    slowestTouch: () => seen.touch,
    pulls: () => performance.getEntriesByType('resource').filter((entry) => entry.name.endsWith('/api/pull')).length,
    // When the app asked for rows for the first time; what the page brought needs no asking.
    firstPull: () => performance.getEntriesByType('resource').find((entry) => entry.name.endsWith('/api/pull'))?.startTime ?? null,
    result: () => ({
      first_ms: first(),
      largest_ms: seen.lcp,
      forward_ms: seen.forward > 0 ? seen.forward : null,
      shift: seen.shift,
      all_shift: seen.allShift,
      bytes_until_forward: seen.forward > 0 ? bytes(seen.forward) : null,
      bytes: bytes(Infinity),
      loaded: document.readyState === 'complete',
    }),
  };
})();
