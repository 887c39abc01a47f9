// Makes WebAssembly files smaller in place, as `wasm-opt -Oz` does, many in one process: starting Binaryen takes longer
// than most files do.
//
// Reads the files' names from standard input, one on a line. Behind a name may stand ` converge`: this file is repeated
// until nothing more is gained.
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

const CONVERGE = " converge";

binaryen.setOptimizeLevel(2);
binaryen.setShrinkLevel(2);

function optimize(file, converges) {
  const module = binaryen.readBinary(readFileSync(file));
  module.setFeatures(FEATURES);
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

for (const line of readFileSync(0, "utf8").split("\n").filter(Boolean)) {
  const converges = line.endsWith(CONVERGE);
  // Packing leaves zeros out by cutting data at every few of them: fewer bytes, but more in brotli.
  if (converges) binaryen.addPassToSkip("memory-packing");
  optimize(converges ? line.slice(0, -CONVERGE.length) : line, converges);
  binaryen.clearPassesToSkip();
}
