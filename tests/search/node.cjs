// Runs the browser's search in node: node node.cjs INDEX < requests.json > answers.json
// INDEX is a built search folder. A request is {texts: [...]}; the answer tells for each its words, codes and query.
"use strict";
const fs = require("fs"), path = require("path"), vm = require("vm");

const index = process.argv[2];
const run = name => vm.runInThisContext(fs.readFileSync(path.join(index, name), "utf8"), { filename: name });

function loader() {
  const kept = new Map();
  return async name => {
    if (kept.has(name)) return kept.get(name);
    let value;
    if (name === "lunr") {
      const module = { exports: {} };
      new Function("module", "exports", "define", fs.readFileSync(path.join(index, "lunr.js"), "utf8")).call({}, module, module.exports);
      value = module.exports;
    } else {
      globalThis.bnSearch = (_, build, sum, payload) => {
        if (bnEngine.checksum(payload) !== sum) throw new Error(`checksum of ${name}`);
        value = payload;
      };
      run(`${name}.js`);
    }
    kept.set(name, value);
    return value;
  };
}

async function main() {
  run("search.js");
  const request = JSON.parse(fs.readFileSync(0, "utf8")), engine = bnEngine.engine(loader()), out = {};
  const table = await engine.table(), { words, codes, parse } = bnWords;
  if (request.texts) out.texts = request.texts.map(text => {
    const nfc = text.normalize("NFC"), tokens = words(nfc);
    return {
      words: tokens.map(t => [t.fold, t.accent]),
      codes: codes(nfc, tokens, table).map(c => [c.code, c.first, c.last]),
      query: parse(text, table),
    };
  });
  process.stdout.write(JSON.stringify(out));
}
main().catch(error => { console.error(error); process.exit(1); });
