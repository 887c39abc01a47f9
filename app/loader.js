// Fetches the parts of the app that are needed later. The build fills in the packs and the parts.
import { initSync } from "./app.js";

// Each pack: its name, then for each piece in it its length and the parts that need it, a bit for each.
const packs = [
/* packs */
].map(([name, pieces]) => {
  let end = 0;
  return {
    name,
    bytes: undefined,
    pieces: pieces.map(([length, parts]) => ({ parts, start: end, end: (end += length), running: undefined })),
  };
});

// A success is kept; after a failure the next try begins anew.
function once(holder, key, make) {
  holder[key] ??= make().catch((error) => {
    holder[key] = undefined;
    throw error;
  });
  return holder[key];
}

async function bytesOf(pack) {
  const answer = await fetch(new URL(pack.name, import.meta.url));
  if (!answer.ok) throw new Error(`${pack.name}: ${answer.status}`);
  return answer.arrayBuffer();
}

async function run(part) {
  const needed = packs.filter((pack) => pack.pieces.some((piece) => piece.parts & part));
  // All requests at once; a piece starts as soon as its pack is there.
  await Promise.all(
    needed.map(async (pack) => {
      const bytes = await once(pack, "bytes", () => bytesOf(pack));
      // The pieces share the memory and the function table of what is running already.
      const imports = { __wasm_split: { /* canary */ ...initSync(undefined, undefined) } };
      await Promise.all(
        pack.pieces
          .filter((piece) => piece.parts & part)
          .map((piece) =>
            once(piece, "running", () =>
              WebAssembly.instantiate(new Uint8Array(bytes, piece.start, piece.end - piece.start), imports),
            ),
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
