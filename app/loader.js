// Fetches the parts of the app that are needed later. The build fills in the bundles and the parts, and writes `packs.json`.
import { initSync } from "./app.js";

// All packs, once their table is here. It has for each its name, then for each piece in it its length and the parts that
// need it, a bit for each.
const all = { packs: undefined };
async function packs() {
  const rows = await (await fetched("packs.json")).json();
  return rows.map(([name, pieces]) => {
    let end = 0;
    return {
      name,
      bytes: undefined,
      pieces: pieces.map(([length, parts]) => ({ parts, start: end, end: (end += length), running: undefined })),
    };
  });
}

// The bit of each part that is also in one file, with the file: all pieces that the part needs, merged.
const bundles = [
/* bundles */
];

// A page of the server names the bundle of its part, and the browser is fetching it already. Where a worker answers, all
// packs are on the device, and no bundle. A piece must not start twice, so a bundle comes before any pack or never.
const named = bundles.find(([, name]) => document.querySelector(`link[rel="preload"][href$="/${name}"]`));
const [bundledPart, bundle] = (!navigator.serviceWorker?.controller && named) || [0];
let bundleRuns;

// A success is kept; after a failure the next try begins anew.
function once(holder, key, make) {
  holder[key] ??= make().catch((error) => {
    holder[key] = undefined;
    throw error;
  });
  return holder[key];
}

async function fetched(name) {
  const answer = await fetch(new URL(name, import.meta.url));
  if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
  return answer;
}

async function bytesOf(name) {
  return (await fetched(name)).arrayBuffer();
}

// The code shares the memory and the function table of what is running already.
function instantiate(bytes) {
  return WebAssembly.instantiate(bytes, { __wasm_split: { /* canary */ ...initSync(undefined, undefined) } });
}

// Resolves to the bit of the part whose pieces all run, or to 0.
async function runBundle() {
  if (!bundledPart) return 0;
  try {
    await instantiate(await bytesOf(bundle));
    return bundledPart;
  } catch (error) {
    console.error(error);
    return 0;
  }
}

async function run(part) {
  bundleRuns ??= runBundle();
  const running = await bundleRuns;
  if (part & running) return;
  const isMissing = (piece) => piece.parts & part && !(piece.parts & running);
  // All requests at once; a piece starts as soon as its pack is there.
  await Promise.all(
    (await once(all, "packs", packs))
      .filter((pack) => pack.pieces.some(isMissing))
      .map(async (pack) => {
        const bytes = await once(pack, "bytes", () => bytesOf(pack.name));
        await Promise.all(
          pack.pieces
            .filter(isMissing)
            .map((piece) =>
              once(piece, "running", () => instantiate(new Uint8Array(bytes, piece.start, piece.end - piece.start))),
            ),
        );
      }),
  );
}

// What the app calls: a function of its table, by its index, hears whether it went well.
function loader(part) {
  return async (callback, data) => {
    let isThere = true;
    try {
      await run(part);
    } catch (error) {
      console.error(error);
      isThere = false;
    }
    initSync(undefined, undefined).__indirect_function_table.get(callback)(data, isThere);
  };
}

/* loaders */
