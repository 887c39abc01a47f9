// Keeps the app on the device: one whole build, checked file by file, so that it opens without a network.
//
// The build tool writes `const BUILD = { id, files }` in front of this: every file of one build but the bundles by its path, with its
// SHA-256. A new build is therefore a new worker, and the browser's own rules do the rest: a worker whose
// installation fails or is broken off never existed, and one that is installed waits until every tab of the old
// build is closed, or until the person agrees.
//
// It answers for the files of builds and for the pages that start the app, and for nothing else: no answer of the
// API and no page that the server wrote is ever kept.

const PREFIX = "multaqa-build-";
const CACHE = PREFIX + BUILD.id;
const BASE = `/b/${BUILD.id}/`;
const LANGUAGES = ["ar", "fr", "en"];
// Over a weak network more of them at once would only slow down what the person is reading.
const AT_ONCE = 3;

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("message", (event) => {
  if (event.data === "take-over") {
    event.waitUntil(self.skipWaiting());
  }
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== self.location.origin) {
    return;
  }
  if (pathname.startsWith("/b/")) {
    event.respondWith(keptOr(pathname, () => fetch(request)));
  } else if (request.mode === "navigate") {
    event.waitUntil(forgetOlderBuilds());
    const page = pageFor(pathname);
    if (page) {
      // From the device first: a network that is slow, away, or answers everything with a page of its own must
      // not keep the app from opening. What is newer comes with the next build.
      event.respondWith(keptOr(BASE + page, () => fetch(request)));
    } else if (!pathname.startsWith("/api/")) {
      // An address without a language: the server knows where it leads, and the app does when nobody answers.
      event.respondWith(fetch(request).catch(() => keptOr(BASE + pageFor("/"), Response.error)));
    }
  }
});

// The page of the build that an address opens with; nothing for what the server alone can answer.
function pageFor(path) {
  const first = path.split("/")[1];
  if (first === "reset") {
    return "reset.html";
  }
  if (LANGUAGES.includes(first)) {
    return `index.${first}.html`;
  }
  return path === "/" ? `index.${preferredLanguage()}.html` : undefined;
}

function preferredLanguage() {
  const spoken = self.navigator.languages.map((tag) => tag.split("-")[0].toLowerCase());
  return spoken.find((language) => LANGUAGES.includes(language)) ?? LANGUAGES[0];
}

// A file of any build that is on the device. The name of the build is part of its address, so builds cannot mix.
async function kept(path) {
  const name = PREFIX + path.split("/")[2];
  // Opening a cache would make it.
  if (await caches.has(name)) {
    const cache = await caches.open(name);
    return cache.match(path, { ignoreVary: true });
  }
  return undefined;
}

async function keptOr(path, otherwise) {
  // A storage that fails must not be worse than none.
  const file = await kept(path).catch(() => undefined);
  return file ?? otherwise();
}

// Every file of the build or nothing: one that cannot be had as it should be ends the installation, and the browser
// goes on with the worker that it has. What was right is still there at the next attempt.
async function install() {
  const cache = await caches.open(CACHE);
  const waiting = [...BUILD.files];
  const work = async () => {
    for (let file = waiting.shift(); file; file = waiting.shift()) {
      await bring(cache, file);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  for (const [path] of BUILD.files) {
    if (!(await kept(path))) {
      throw new Error(`${path} was not kept`);
    }
  }
}

async function bring(cache, [path, sha256]) {
  const held = await cache.match(path, { ignoreVary: true });
  // What was being written when the browser was killed may not be readable to its end.
  if (held && (await isRight(held, sha256).catch(() => false))) {
    return;
  }
  // The page may have fetched it a moment ago. But what lies in the browser's own cache may be wrong for ever,
  // because files of a build are never asked for again; then it must come over the network.
  for (const mode of ["default", "reload"]) {
    const answer = await fetch(path, { cache: mode, redirect: "error" });
    if (answer.ok && (await isRight(answer.clone(), sha256))) {
      await cache.put(path, answer);
      return;
    }
  }
  throw new Error(`${path} is not what the build says`);
}

async function isRight(answer, sha256) {
  const digest = await crypto.subtle.digest("SHA-256", await answer.arrayBuffer());
  const hex = Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex === sha256;
}

// While a tab is open it may be one of an older build, which still needs parts that it has not loaded. A build that
// is on its way is left alone as well.
async function forgetOlderBuilds() {
  const tabs = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  if (tabs.length > 0 || self.registration.installing || self.registration.waiting) {
    return;
  }
  const names = await caches.keys();
  const others = names.filter((name) => name.startsWith(PREFIX) && name !== CACHE);
  await Promise.all(others.map((name) => caches.delete(name)));
}
