// Makes WebAssembly files smaller in place, as `wasm-opt -Oz` does, many in one process: starting Binaryen takes longer
// than most files do.
//
// Usage: node optimize.mjs [--converge FILE] FILE…
// --converge repeats one file until nothing more is gained.
import { readFileSync, writeFileSync } from "node:fs";
import binaryen from "binaryen";

// What rustc emits and every browser since 2021 has. Not all that Binaryen knows: some would make imports that browsers
// refuse.
const { Features } = binaryen;
const FEATURES =
  Features.BulkMemory |
  Features.BulkMemoryOpt |
  Features.ReferenceTypes |
  Features.SignExt |
  Features.MutableGlobals |
  Features.NontrappingFPToInt |
  Features.Multivalue;

binaryen.setOptimizeLevel(2);
binaryen.setShrinkLevel(2);

function optimize(file, converges) {
  const module = binaryen.readBinaryWithFeatures(readFileSync(file), FEATURES);
  try {
    let smallest;
    for (;;) {
      module.optimize();
      const bytes = module.emitBinary();
      if (smallest && bytes.length >= smallest.length) break;
      smallest = bytes;
      if (!converges) break;
    }
    writeFileSync(file, smallest);
  } finally {
    module.dispose();
  }
}

const files = process.argv.slice(2);
let converging;
if (files[0] === "--converge") {
  [, converging] = files.splice(0, 2);
  // Packing leaves zeros out by cutting data at every few of them: fewer bytes, but more in brotli.
  binaryen.addPassToSkip("memory-packing");
  optimize(converging, true);
  binaryen.clearPassesToSkip();
}
for (const file of files) optimize(file, false);
