// Files of citations in (named on the command line), what citation-js understands of them out: CSL-JSON by file.
import fs from "node:fs";
import { Cite } from "@citation-js/core";
import "@citation-js/plugin-bibtex";
import "@citation-js/plugin-csl";
import "@citation-js/plugin-ris";

const read = {};
for (const path of process.argv.slice(2)) {
  read[path] = new Cite(fs.readFileSync(path, "utf8"), { generateGraph: false }).data;
}
// A style must find in them what it needs, too: one line of a bibliography for each.
const [csl] = process.argv.slice(2).filter((path) => path.endsWith(".csl.json"));
const shown = csl ? new Cite(read[csl], { generateGraph: false }).format("bibliography", { template: "apa", lang: "en-US", asEntryArray: true }) : [];
process.stdout.write(JSON.stringify({ read, shown }));
