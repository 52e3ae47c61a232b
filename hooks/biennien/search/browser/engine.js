/* The search itself, without a page: loads the script files that a query needs, hydrates a lunr index from them, answers.
   No fetch, no worker, no module: those do not work from file://. */
(() => {
  "use strict";
  const { words, parse, marks } = globalThis.bnWords;
  const KINDS = ["articles", "meetings", "people", "documents", "organizations"];
  const MOST_SCORED = 300; // lunr ranks so many of the best; the rest follows in the order of the same sum
  const ENOUGH = 10, MOST_EXPANSIONS = 40, MOST_GUESSES = 14;

  // --- files --------------------------------------------------------------------------------------------------------
  const TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
    for (let bit = 0; bit < 8; bit++) n = n & 1 ? 0xedb88320 ^ (n >>> 1) : n >>> 1;
    return n;
  });
  function checksum(text) {
    let sum = -1;
    for (const byte of new TextEncoder().encode(text)) sum = TABLE[(sum ^ byte) & 255] ^ (sum >>> 8);
    return (sum ^ -1) >>> 0;
  }

  /* Loads files of the index as scripts. A promise for the payload; it rejects for a missing, damaged or strange file. */
  function scriptLoader(base) {
    const waiting = new Map(), arrived = new Map();
    let build = "", tries = 0;
    globalThis.bnSearch = (name, ...rest) => arrived.set(name, rest);
    const fail = (name, message, stale = false) => Object.assign(new Error(`${name}.js: ${message}`), { file: name, stale });
    function load(name) {
      return new Promise((resolve, reject) => {
        const script = document.createElement("script");
        const query = new URLSearchParams();
        if (name !== "manifest" && build) query.set("v", build);
        if (tries) query.set("r", tries);
        script.src = `${base}${name}.js${[...query].length ? "?" + query : ""}`;
        script.async = true;
        const slow = setTimeout(() => finish(fail(name, "quá lâu không tải xong")), 20000);
        function finish(error, payload) {
          clearTimeout(slow);
          script.remove();
          error ? reject(error) : resolve(payload);
        }
        script.onerror = () => finish(fail(name, "không tải được"));
        script.onload = () => {
          if (name === "lunr") return finish(globalThis.lunr ? null : fail(name, "hỏng"), globalThis.lunr);
          const [from, sum, payload] = arrived.get(name) || [];
          arrived.delete(name);
          if (typeof payload !== "string" || checksum(payload) !== sum) return finish(fail(name, "hỏng"));
          if (name === "manifest") build = from;
          if (from !== build) return finish(fail(name, "thuộc bản dựng khác", true));
          finish(null, payload);
        };
        document.head.append(script);
      });
    }
    const get = name => {
      if (!waiting.has(name)) waiting.set(name, load(name).catch(error => { waiting.delete(name); throw error; }));
      return waiting.get(name);
    };
    get.again = () => tries++;
    get.forget = () => { waiting.clear(); build = ""; tries++; };
    return get;
  }

  // --- packed numbers and lists -------------------------------------------------------------------------------------
  const DIGIT = new Uint8Array(128);
  [..."ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"].forEach((c, n) => { DIGIT[c.charCodeAt(0)] = n; });

  function unpack(text, take) {
    for (let at = 0, number = 0, scale = 1; at < text.length; at++) {
      const digit = DIGIT[text.charCodeAt(at)];
      number += (digit & 31) * scale;
      if (digit & 32) scale *= 32;
      else { take(number); number = 0; scale = 1; }
    }
  }
  function unfold(text) {
    const out = [];
    let before = "";
    if (text) for (const line of text.split("!")) {
      const end = line.indexOf("|");
      before = before.slice(0, line.charCodeAt(0) - 65) + (end < 0 ? line.slice(1) : line.slice(1, end));
      out.push(end < 0 ? before : [before, line.slice(end + 1)]);
    }
    return out;
  }
  /* The last place whose beginning is not above the term; 0 before the first. */
  function place(begins, term) {
    let low = 0, high = begins.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (begins[middle] <= term) low = middle; else high = middle - 1;
    }
    return low;
  }
  const firstPlace = (begins, term) => {
    let at = place(begins, term);
    while (at && begins[at] === term) at--;
    return at;
  };

  /* `load(name)` gives the payload of a file, and lunr itself for "lunr". */
  function engine(load) {
    let started = null, index = null;

    async function start() {
      const raw = JSON.parse(await load("manifest"));
      const total = raw.counts.reduce((a, b) => a + b, 0), firsts = [];
      raw.counts.reduce((sum, count) => (firsts.push(sum), sum + count), 0);
      const years = new Uint16Array(raw.counts[0] + raw.counts[1]);
      let at = 0;
      for (const list of raw.months) for (const item of list ? list.split(" ") : []) {
        const [month, count] = item.split(":").map(Number);
        years.fill(Math.floor(month / 100), at, at += count);
      }
      for (const family of ["s", "p", "n"]) {
        const own = raw[family];
        own.begins = own.lists === undefined ? unfold(own.begins) : null;
        own.lists = own.begins ? null : unfold(own.lists);
        own.parsed = new Map();
      }
      return { ...raw, total, firsts, years, forms: raw.codes };
    }
    const ready = () => started || (started = start().then(m => (index = m), e => { started = null; throw e; }));

    // --- terms ------------------------------------------------------------------------------------------------------
    /* Names of the files that may have terms from `low` to `high`. */
    async function span(family, low, high) {
      const own = index[family];
      let begins = own.begins, from = 0;
      if (!begins) {
        const first = firstPlace(own.lists, low), last = place(own.lists, high);
        const lists = [];
        for (let at = first; at <= last; at++) lists.push(load(`x${family}${at.toString(36)}`).then(unfold));
        begins = (await Promise.all(lists)).flat();
        from = first * own.each;
      }
      if (!begins.length) return [];
      const names = [];
      for (let at = firstPlace(begins, low); at <= place(begins, high); at++) names.push(family + (from + at).toString(36));
      return names;
    }
    async function file(family, name) {
      const parsed = index[family].parsed;
      if (!parsed.has(name)) {
        const terms = new Map();
        for (const [term, rest] of unfold(await load(name))) terms.set(term, rest);
        parsed.set(name, terms);
      }
      return parsed.get(name);
    }
    /* The postings of terms, as text: Map of term to texts. What cannot be loaded goes to `lost`, and the term to null. */
    async function lookup(family, terms, lost) {
      const found = new Map();
      await Promise.all([...new Set(terms)].map(async term => {
        try {
          const files = await Promise.all((await span(family, term, term)).map(name => file(family, name)));
          found.set(term, files.map(f => f.get(term)).filter(rest => rest !== undefined));
        } catch (error) {
          if (error.stale) throw error;
          lost.add(error.file || String(error));
          found.set(term, null);
        }
      }));
      return found;
    }
    /* Terms that begin with a stem, most frequent first: [term, texts]. */
    async function expansions(family, stem, most, lost) {
      const found = new Map();
      try {
        const names = (await span(family, stem, stem + "\uffff")).slice(0, 4);
        for (const terms of await Promise.all(names.map(name => file(family, name))))
          for (const [term, rest] of terms)
            if (term.startsWith(stem) && term !== stem) found.set(term, [...(found.get(term) || []), rest]);
      } catch (error) {
        if (error.stale) throw error;
        lost.add(error.file || String(error));
      }
      const size = texts => texts.reduce((sum, text) => sum + text.length, 0);
      return [...found].sort((a, b) => size(b[1]) - size(a[1])).slice(0, most);
    }

    /* Which entry has a term, and how: per entry 4 for in the title + times in the text, 0 for not at all. */
    function dense(texts, accepts) {
      const kinds = new Uint8Array(index.total), most = index.lunr.most;
      for (const text of texts) for (const group of text.split("|")) {
        const colon = group.indexOf(":"), [accent, base] = group.slice(0, colon).split("@");
        if (accepts && !accepts(accent)) continue;
        let entry = Number(base || 0) - 1;
        unpack(group.slice(colon + 1), value => {
          entry += Math.floor(value / 8) + 1;
          const old = kinds[entry];
          kinds[entry] = ((old | value) & 4) | Math.min(most, (old & 3) + (value & 3));
        });
      }
      return kinds;
    }

    // --- clauses ----------------------------------------------------------------------------------------------------
    /* A clause is a term that must be there: {family, term, accents, exact}. */
    const single = (word, exact) => ({ family: "s", term: word[0], accents: [word[1]], exact });
    const pair = (a, b, exact) => ({ family: "p", term: `${a[0]} ${b[0]}`, accents: [a[1], b[1]], exact });
    const pairsOf = part => part.words.slice(1).map((word, at) => pair(part.words[at], word, part.exact));

    /* As a phrase: neighbours stay neighbours. */
    const asPhrase = query => query.parts.flatMap(part =>
      part.code ? [{ family: "s", term: part.code, accents: [] }]
        : part.words.length > 1 ? pairsOf(part) : [single(part.words[0], part.exact)]);
    /* As words: all of them, anywhere; but quotations stay whole. */
    const asWords = query => query.parts.flatMap(part =>
      part.code || part.exact ? asPhrase({ parts: [part] }) : part.words.map(word => single(word)));

    const exactTerm = clause => `=${clause.term}:${clause.accents.some(Boolean) ? clause.accents.join(".") : ""}`;
    function accepts(clause) {
      return accent => {
        const have = accent.split(".");
        return clause.accents.every((wanted, at) => !wanted || wanted === (have[at] || ""));
      };
    }

    /* Fills in `kinds` (folded), `spelled` (as the reader accents it) and `right` (exactly so) of each clause. */
    async function fill(clauses, lost) {
      for (const family of new Set(clauses.map(c => c.family))) {
        const own = clauses.filter(c => c.family === family && !c.kinds);
        const found = await lookup(family, own.map(c => c.term), lost);
        for (const clause of own) fillOne(clause, found.get(clause.term));
      }
      // What could not be loaded is not asked for: the rest of the results stays.
      return clauses.filter(clause => clause.kinds);
    }
    function fillOne(clause, texts) {
      if (!texts) return;
      const typed = clause.accents.some(Boolean);
      const whole = typed ? clause.accents.join(".") : "";
      clause.kinds = dense(texts);
      clause.spelled = typed ? dense(texts, accepts(clause)) : clause.kinds;
      clause.right = typed ? dense(texts, accent => accent === whole) : null;
      if (clause.exact) clause.kinds = clause.spelled;
    }

    /* Per entry: 0 for no, 1 for all clauses, 2 for all as spelled. */
    function intersect(clauses) {
      const out = new Uint8Array(index.total);
      if (!clauses.length) return out;
      out.fill(2);
      for (const { kinds, spelled } of clauses)
        for (let at = 0; at < out.length; at++) if (out[at]) out[at] = kinds[at] ? (spelled[at] ? out[at] : 1) : 0;
      return out;
    }
    const any = set => set.some(Boolean);
    const count = (set, from = 0, to = set.length) => {
      let sum = 0;
      for (let at = from; at < to; at++) if (set[at]) sum++;
      return sum;
    };

    // --- lunr -------------------------------------------------------------------------------------------------------
    /* What lunr.py's Builder would have put into the field vectors, see biennien/search/definition.py. */
    function weights(kinds) {
      const { k1, title, text, most } = index.lunr;
      let frequency = 0;
      for (let at = 0; at < kinds.length; at++) frequency += (kinds[at] >> 2) + (kinds[at] & 3 ? 1 : 0);
      const idf = Math.log(1 + Math.abs((index.total - frequency + 0.5) / (frequency + 0.5)));
      const score = (times, boost) => Math.round((idf * ((k1 + 1) * times) / (k1 + times)) * boost * 1000) / 1000;
      return { title: score(1, title), text: Array.from({ length: most + 1 }, (_, times) => score(times, text)) };
    }
    /* The terms to score: each clause, and beside it the same as the reader spelled it, which counts double. */
    function scored(clauses, optional) {
      const out = new Map();
      const add = (term, kinds, boost, required) => {
        const old = out.get(term);
        if (old) old.boost += boost;
        else out.set(term, { term, kinds, boost, required, weights: weights(kinds) });
      };
      for (const clause of clauses) add(clause.term, clause.kinds, 1, !clause.exact && !clause.loose);
      for (const clause of optional) if (any(clause.kinds)) add(clause.term, clause.kinds, 2, false);
      for (const clause of [...clauses, ...optional])
        if (clause.right && any(clause.right)) add(exactTerm(clause), clause.right, 2, false);
      return [...out.values()];
    }
    /* Scores of the entries that `set` has: a lunr index is made of just these terms and entries, and queried. */
    function rank(terms, set, lunr) {
      let entries = [];
      for (let at = 0; at < set.length; at++) if (set[at]) entries.push(at);
      const scores = new Map();
      if (entries.length > MOST_SCORED) {
        const sum = entry => terms.reduce((total, t) => {
          const kind = t.kinds[entry];
          return total + t.boost * ((kind & 4 ? t.weights.title : 0) + t.weights.text[kind & 3]);
        }, 0);
        for (const entry of entries) scores.set(entry, sum(entry) / 1e6 - 1); // all below lunr's
        entries = entries.sort((a, b) => set[b] - set[a] || scores.get(b) - scores.get(a) || a - b).slice(0, MOST_SCORED);
      }
      for (const { ref, score } of query(partial(terms, entries, lunr), terms, lunr)) scores.set(Number(ref), score);
      return scores;
    }
    function partial(terms, entries, lunr) {
      const invertedIndex = Object.create(null), vectors = Object.create(null);
      terms.forEach(({ term, kinds, weights: weight }, number) => {
        const posting = { _index: number, title: Object.create(null), text: Object.create(null) };
        const put = (field, entry, score) => {
          posting[field][entry] = {};
          (vectors[`${field}/${entry}`] = vectors[`${field}/${entry}`] || []).push(number, score);
        };
        for (const entry of entries) {
          if (kinds[entry] & 4) put("title", entry, weight.title);
          if (kinds[entry] & 3) put("text", entry, weight.text[kinds[entry] & 3]);
        }
        invertedIndex[term] = posting;
      });
      const fieldVectors = Object.create(null);
      for (const ref in vectors) fieldVectors[ref] = new lunr.Vector(vectors[ref]);
      return new lunr.Index({
        invertedIndex, fieldVectors, fields: ["title", "text"], pipeline: new lunr.Pipeline(),
        tokenSet: lunr.TokenSet.fromArray(Object.keys(invertedIndex).sort()),
      });
    }
    /* The same call serves the whole index of the tests. */
    function query(lunrIndex, terms, lunr) {
      const { REQUIRED, OPTIONAL } = lunr.Query.presence;
      return lunrIndex.query(q => {
        for (const { term, boost, required } of terms)
          q.term(term, { usePipeline: false, boost, presence: required ? REQUIRED : OPTIONAL });
      });
    }

    // --- filters ----------------------------------------------------------------------------------------------------
    let days = null;
    async function dates() {
      if (days) return days;
      const texts = await Promise.all(Array.from({ length: index.days }, (_, n) => load(`t${n.toString(36)}`)));
      const out = [];
      let before = 0, whole = false;
      unpack(texts.join(""), value => {
        if (whole) { out.push(before = value); whole = false; }
        else if (value === 1) whole = true;
        else if (value) out.push(before -= value - 2);
        else out.push(0);
      });
      return (days = out);
    }
    /* 719163 is the day of 1970-01-01 as Python counts days. */
    const dayNumber = iso => Math.floor(Date.parse(iso + "T00:00:00Z") / 864e5) + 719163;

    /* Which articles and meetings each filter lets through; {} for no filters. Unknown values let nothing through. */
    async function filterSets(filters, lost) {
      const sets = {}, dated = index.counts[0] + index.counts[1];
      for (const [name, value] of Object.entries(filters)) {
        if (!value) continue;
        let set = new Uint8Array(index.total);
        if (name === "nam") for (let at = 0; at < dated; at++) set[at] = index.years[at] === Number(value) ? 1 : 0;
        else if (name === "tu" || name === "den") {
          const limit = dayNumber(value), all = await dates();
          if (Number.isNaN(limit)) continue;
          for (let at = 0; at < dated; at++) set[at] = all[at] && (name === "tu" ? all[at] >= limit : all[at] <= limit) ? 1 : 0;
        } else if (name in index.facets) {
          const term = `@${name}/${value}`, texts = (await lookup("s", [term], lost)).get(term);
          if (!texts) continue;
          set = dense(texts);
        } else continue;
        sets[name] = set;
      }
      return sets;
    }
    function filtered(set, sets, without) {
      const own = Object.entries(sets).filter(([name]) => name !== without).map(([, s]) => s);
      return own.length ? set.map((kind, at) => (own.every(s => s[at]) ? kind : 0)) : set;
    }

    // --- a search ---------------------------------------------------------------------------------------------------
    /* Tiers, best first: the phrase as spelled, folded, as a beginning; then all words, likewise. */
    async function find(query, options, lunr, lost) {
      const tiers = new Map(), scores = new Map(); // by entry
      const sets = options.sets;
      const excluded = new Uint8Array(index.total);
      for (const part of query.excluded) {
        const clauses = await fill(part.words.length > 1 ? pairsOf({ ...part, exact: true }) : [single(part.words[0], true)], lost);
        intersect(clauses).forEach((kind, at) => { if (kind) excluded[at] = 1; });
      }
      let base = new Uint8Array(index.total);
      function take(set, tier, clauses, optional = []) {
        const kept = set.map((kind, at) => (kind && !excluded[at] && !tiers.has(at) ? kind : 0));
        kept.forEach((kind, at) => { if (kind) base[at] = 1; });
        const shown = filtered(kept, sets);
        if (!any(shown)) return;
        const found = rank(scored(clauses, optional), shown, lunr);
        for (const [at, score] of found) { tiers.set(at, tier + (shown[at] === 2 ? 0 : 1)); scores.set(at, score); }
      }
      const articles = () => count(filtered(base, sets), 0, index.counts[0]);

      const phrase = await fill(asPhrase(query), lost);
      take(intersect(phrase), 0, phrase);
      // The whole name of something: it need not be found a second time in scattered words.
      if (query.open && phrase.length && articles() < ENOUGH) await takeBeginnings(phrase, query, 2, []);
      const wider = query.parts.some(part => !part.code && !part.exact && part.words.length > 1);
      if (wider && articles() < options.wider) {
        const loose = await fill(asWords(query), lost);
        const optional = phrase.filter(clause => clause.family === "p" && !clause.exact);
        take(intersect(loose), 4, loose, optional);
        if (query.open && !any(base)) await takeBeginnings(loose, query, 6, optional);
      }
      async function takeBeginnings(clauses, query, tier, optional) {
        const last = query.parts[query.parts.length - 1].words, stem = clauses[clauses.length - 1];
        if (!stem || stem.term.split(" ").pop() !== last[last.length - 1][0]) return;
        const more = (await expansions(stem.family, stem.term, MOST_EXPANSIONS, lost)).map(([term, texts]) => {
          const clause = { family: stem.family, term, accents: stem.accents.slice(0, -1).concat(""), loose: true };
          fillOne(clause, texts);
          return clause;
        });
        if (!more.length) return;
        const kinds = new Uint8Array(index.total), spelled = new Uint8Array(index.total);
        for (const clause of more) for (let at = 0; at < kinds.length; at++) {
          kinds[at] |= clause.kinds[at];
          spelled[at] |= clause.spelled[at];
        }
        const others = clauses.slice(0, -1);
        take(intersect([...others, { kinds, spelled }]), tier, [...others, ...more], optional);
      }
      return { tiers, scores, base, total: base };
    }

    /* The query with its codes as plain words: "kế hoạch 5" may be no document at all. */
    function withoutCodes(query) {
      const parts = [];
      for (const part of query.parts) {
        const last = parts[parts.length - 1];
        if (last && !last.exact && !part.exact) last.words = [...last.words, ...part.words];
        else parts.push({ words: part.words, exact: part.exact });
      }
      return { ...query, parts };
    }

    // --- mistyped words ---------------------------------------------------------------------------------------------
    /* One letter more, fewer, other, or two swapped. */
    function near(a, b) {
      if (Math.abs(a.length - b.length) > 1) return false;
      let from = 0, x = a.length, y = b.length;
      while (from < x && from < y && a[from] === b[from]) from++;
      while (x > from && y > from && a[x - 1] === b[y - 1]) { x--; y--; }
      const [p, q] = [x - from, y - from];
      return p + q > 0 && ((p < 2 && q < 2) || (p === 2 && q === 2 && a[from] === b[from + 1] && a[from + 1] === b[from]));
    }
    /* What a keyboard without a Vietnamese input method leaves: "nghij quyeets", "nghi5 quyet61". */
    const untelex = word => word.replace(/\d+$/, "").replace(/[sfrxj]$/, "").replace(/(aa|ee|oo|dd)/g, m => m[0]).replace(/w/g, "");

    /* The query with one or more words put right, or null. Words that stand beside each other prove a guess. */
    async function corrected(query, lost) {
      const texts = await Promise.all(Array.from({ length: index.vocabulary }, (_, n) => load(`v${n.toString(36)}`)));
      const known = new Map(texts.join("").trim().split("\n").map(line => [line.slice(0, -1), Number(line.slice(-1))]));
      let changed = false, budget = MOST_GUESSES;
      const parts = [];
      for (const part of query.parts) {
        const list = part.words.map(word => [...word]);
        parts.push({ ...part, words: list, code: undefined });
        if (part.exact) continue;
        const fix = async at => {
          const word = list[at][0];
          if (word.length < 2 || /^\d/.test(word) || budget <= 0) return false;
          const plain = untelex(word);
          let guesses = [...known.keys()].filter(k => k !== word && (k === plain || near(word, k)));
          const weight = k => (k === plain ? 100 : 0) + (k[0] === word[0] ? 3 : 0) + known.get(k);
          guesses = guesses.sort((a, b) => weight(b) - weight(a) || (a < b ? -1 : 1)).slice(0, budget);
          if (!guesses.length) return false;
          if (list.length < 2) { list[at] = [guesses[0], ""]; return true; }
          // Neighbours to the left lie side by side in the index, those to the right do not: left first.
          const left = at ? guesses.map(k => `${list[at - 1][0]} ${k}`) : null;
          const right = at + 1 < list.length ? guesses.map(k => `${k} ${list[at + 1][0]}`) : null;
          const length = async terms => {
            const found = await lookup("p", terms, lost);
            return terms.map(term => (found.get(term) || []).reduce((sum, text) => sum + text.length, 0));
          };
          budget -= guesses.length;
          const lefts = left ? await length(left) : guesses.map(() => 1);
          const still = guesses.map((_, n) => n).filter(n => lefts[n]);
          const rights = right && still.length ? await length(still.map(n => right[n])) : still.map(() => 1);
          const proof = still.map((n, m) => [n, rights[m] ? Math.log(1 + lefts[n]) + Math.log(1 + rights[m]) : 0]);
          const best = proof.sort((a, b) => b[1] - a[1] || a[0] - b[0])[0];
          const loosely = still.length ? still[0] : right ? -1 : 0;
          const choice = best && best[1] ? best[0] : list.length > 2 ? loosely : -1;
          if (choice < 0) return false;
          list[at] = [guesses[choice], ""];
          return true;
        };
        const unknown = list.map((_, at) => at).filter(at => !known.has(list[at][0]) && /^[a-z]/.test(list[at][0]));
        for (const at of unknown) changed = (await fix(at)) || changed;
        // All words exist, but not side by side: the one with the rarest neighbours is the suspect.
        if (!unknown.length && list.length > 1) {
          const terms = pairsOf({ words: list }).map(c => c.term), found = await lookup("p", terms, lost);
          const has = terms.map(term => (found.get(term) || []).length > 0);
          const suspects = list.map((_, at) => at).filter(at => has[at - 1] === false || has[at] === false)
            .sort((a, b) => (has[b - 1] || false) + (has[b] || false) - (has[a - 1] || false) - (has[a] || false) || b - a);
          const bad = at => (has[at - 1] !== true && at > 0) + (has[at] !== true && at < has.length);
          suspects.sort((a, b) => bad(b) - bad(a) || known.get(list[a][0]) - known.get(list[b][0]));
          for (const at of suspects.slice(0, 3)) if (await fix(at)) { changed = true; break; }
        }
      }
      return changed ? { ...query, parts, open: false } : null;
    }

    // --- what is shown ----------------------------------------------------------------------------------------------
    let phrases = null;
    const lengthen = text => text[0] === "\u05ff" ? text.slice(1)
      : text.replace(/[\u0600-\u07ff]/g, letter => phrases[letter.charCodeAt(0) - 0x600]);
    const paragraphs = text => text.split("\n").filter(Boolean).map(line => {
      const tab = line.indexOf("\t");
      return { id: line.slice(0, tab), text: lengthen(line.slice(tab + 1)) };
    });
    async function article(number) {
      phrases = phrases || (await load("w")).split("\n");
      const per = index.texts.articles, name = `d${Math.floor(number / per).toString(36)}`;
      const row = (await load(name)).split("\f")[number % per], end = row.indexOf("\n");
      const [url, title, detail, more] = row.slice(0, end).split("\t");
      const rest = n => load(`${name}-${number % per}-${n.toString(36)}`).then(paragraphs);
      return { number, kind: "articles", url, title, detail, blocks: paragraphs(row.slice(end + 1)), more: Number(more), rest };
    }
    async function card(number) {
      const at = number - index.counts[0], per = index.texts.cards;
      const line = (await load(`c${Math.floor(at / per).toString(36)}`)).split("\n")[at % per];
      const [url, title, detail] = line.split("\t");
      return { number, kind: KINDS[index.firsts.filter(first => first <= number).length - 1], url, title, detail };
    }

    /* How well a title is meant: 3 it is the query, 2 has it as a phrase, 1 has all its words, 0 neither. */
    function meant(title, query) {
      const own = words(title).map(w => w.fold), asked = query.parts.flatMap(p => p.words.map(w => w[0]));
      if (!asked.length || query.parts.some(p => p.code && !p.words.length)) return 0;
      const [a, b] = [` ${own.join(" ")} `, ` ${asked.join(" ")} `];
      if (a === b) return 3;
      const cut = query.open ? b.trimEnd() : b;
      return a.includes(cut) ? 2 : asked.every((w, at) =>
        own.some(o => o === w || (query.open && at === asked.length - 1 && o.startsWith(w)))) ? 1 : 0;
    }

    /* The paragraph of an article that says it best, with what to highlight. Long articles are read on while it pays. */
    async function passage(found, query, lost) {
      const asked = query.parts.reduce((sum, p) => sum + p.words.length, 0);
      let best = null, whole = false, others = [];
      const look = blocks => {
        for (const block of blocks) {
          const { score, ranges } = marks(block.text, query, index.forms);
          if (score >= 60 * asked) { whole = true; others.push(block.id); }
          if (!best || score > best.score) best = { ...block, score, ranges };
        }
      };
      look(found.blocks);
      for (let n = 1; n <= found.more && n <= 8 && !whole; n++) {
        try { look(await found.rest(n)); } catch (error) { lost.add(error.file || String(error)); break; }
      }
      const title = marks(found.title, query, index.forms);
      return { ...found, passage: best, titleRanges: title.ranges, titleScore: title.score, whole, others };
    }

    const byDate = (order, counts) => (a, b) => {
      const undated = n => n < counts[0] + counts[1] && !index.years[n];
      return undated(a) - undated(b) || (order === "cu" ? b - a : a - b);
    };

    /* Everything for a page of results. options: {filters, order: ""|"moi"|"cu", shown: {kind: how many}, wider} */
    async function answer(text, options = {}) {
      try {
        return await attempt(text, options);
      } catch (error) {
        if (!error.stale || !load.forget) throw error;
        load.forget(); // the site was built anew while this page was open
        started = days = phrases = null;
        return attempt(text, options);
      }
    }
    async function attempt(text, options) {
      const [lunr] = await Promise.all([load("lunr"), ready()]);
      const lost = new Set();
      const given = parse(text, index.forms);
      const sets = await filterSets(options.filters || {}, lost);
      const narrowed = Object.keys(sets).length > 0;
      const inner = { sets, wider: options.wider === undefined ? 3 : options.wider };
      if (!given.parts.length) return { query: given, groups: [], lost: [...lost], total: 0, base: null, sets, only: given.excluded.length > 0 };
      let query = given, found = await find(query, inner, lunr, lost), correction = false;
      if (!any(found.base) && query.parts.some(p => p.code)) found = await find(query = withoutCodes(given), inner, lunr, lost);
      if (!any(found.base) && !lost.size) {
        const guess = await corrected(withoutCodes(given), lost);
        if (guess) {
          const second = await find(guess, inner, lunr, lost);
          if (any(second.base)) { found = second; query = guess; correction = true; }
        }
      }
      const order = (a, b) => found.tiers.get(a) - found.tiers.get(b) || found.scores.get(b) - found.scores.get(a) || a - b;
      const all = KINDS.map(() => []);
      for (const at of found.tiers.keys()) all[index.firsts.filter(first => first <= at).length - 1].push(at);
      const phraseArticles = all[0].some(at => found.tiers.get(at) < 4);
      const groups = await Promise.all(KINDS.map(async (kind, number) => {
        let list = all[number].sort(order);
        if (narrowed && number > 1) list = [];
        if (options.order && number < 2) list.sort(byDate(options.order, index.counts));
        const want = (options.shown && options.shown[kind]) || (number ? 3 : ENOUGH);
        const hits = (await pick(list, kind, query, number ? Math.max(want, options.order ? want : 6) : want, lost))
          .filter(Boolean);
        if (number && !options.order) hits.sort((a, b) => b.meant - a.meant);
        else if (!options.order) hits.sort((a, b) => found.tiers.get(a.number) - found.tiers.get(b.number) || b.whole - a.whole);
        const best = Math.max(0, ...hits.map(hit => hit.meant));
        const scattered = number && kind !== "people" && phraseArticles && hits.length && found.tiers.get(hits[0].number) > 3;
        return { kind, total: list.length, hits: hits.slice(0, want), rank: scattered ? 0 : best * 10 + [2, 3, 5, 5, 4][number] };
      }));
      groups.sort((a, b) => b.rank - a.rank);
      return { query, groups: groups.filter(g => g.total), lost: [...lost], correction, base: found.base, sets, forms: index.forms,
        total: groups.reduce((sum, g) => sum + g.total, 0) };
    }
    /* Loads hits of a group. Quotations of three words and more are proved in the text, for pairs alone do not. */
    async function pick(list, kind, query, want, lost) {
      const prove = kind === "articles" && query.parts.some(p => p.exact && p.words.length > 2);
      const hits = [];
      let at = 0;
      const asked = part => marks.bind(null);
      while (hits.length < want && at < list.length && at < want + 30) {
        const some = list.slice(at, at += want - hits.length);
        for (const hit of await Promise.all(some.map(number => load1(number)))) if (hit && (!prove || proven(hit))) hits.push(hit);
      }
      return hits;

      async function load1(number) {
        try {
          const found = kind === "articles" ? await passage(await article(number), query, lost) : await card(number);
          const coded = kind === "documents" && query.parts.some(p => p.code);
          return { ...found, meant: coded ? 3 : meant(found.title, query) };
        } catch (error) {
          if (error.stale) throw error;
          lost.add(error.file || String(error));
          return null;
        }
      }
      function proven(hit) {
        return query.parts.filter(p => p.exact && p.words.length > 2).every(part =>
          [hit.title, ...hit.blocks.map(b => b.text)].some(t => marks(t, { parts: [part] }, index.forms).score >= 60 * part.words.length));
      }
    }

    /* Counts for a facet over the articles that were found, other filters applied: [{id, label, count}], most first. */
    async function facet(name, result, most = 12) {
      const set = filtered(result.base, result.sets, name), size = index.counts[0];
      if (name === "nam") {
        const years = new Map();
        for (let at = 0; at < size; at++) if (set[at]) years.set(index.years[at], (years.get(index.years[at]) || 0) + 1);
        return [...years].sort((a, b) => a[0] - b[0]).map(([year, n]) => ({ id: String(year), label: year ? String(year) : "không rõ", count: n }));
      }
      const own = index.facets[name], counts = new Map();
      const texts = await Promise.all(Array.from({ length: own.files }, (_, n) => load(`f-${name}-${n.toString(36)}`)));
      let entry = 0, left = -1, value = -1;
      unpack(texts.join(""), number => {
        if (left < 0) { left = number; value = -1; }
        else { value += number + 1; left--; if (set[entry]) counts.set(value, (counts.get(value) || 0) + 1); }
        if (!left) { entry++; left = -1; }
      });
      const labels = await labelsOf(name);
      return [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, most)
        .map(([at, n]) => ({ id: labels[at][0], label: labels[at][1], count: n }));
    }
    async function labelsOf(name) {
      const texts = await Promise.all(Array.from({ length: index.facets[name].labels }, (_, n) => load(`g-${name}-${n.toString(36)}`)));
      return texts.join("").split("\n").filter(Boolean).map(line => line.split("\t"));
    }
    /* What readers see of a value that the address names. */
    async function label(name, id) {
      await ready();
      const folder = { "nhan-su": 1, "van-kien": 1, "to-chuc": 1 };
      if (name in folder) {
        const term = `@${name}/${id}`, texts = (await lookup("n", [term], new Set())).get(term) || [];
        const at = dense(texts).findIndex(Boolean);
        return at < 0 ? id : (await card(at)).title;
      }
      const found = name in index.facets && (await labelsOf(name)).find(([own]) => own === id);
      return found ? found[1] : id;
    }

    /* Names that begin as typed: people, documents, organisations. */
    async function suggest(text, most = 7) {
      await ready();
      const lost = new Set(), query = parse(text, index.forms), asked = query.parts.flatMap(p => p.code ? [] : p.words);
      const codes = query.parts.filter(p => p.code).map(p => ({ family: "n", term: p.code, accents: [] }));
      const last = query.open ? asked.pop() : null;
      if (!asked.length && !codes.length && (!last || last[0].length < 2)) return [];
      const clauses = await fill([...codes, ...asked.map(word => ({ family: "n", term: word[0], accents: [word[1]] }))], lost);
      if (last) {
        const whole = await fill([{ family: "n", term: last[0], accents: [last[1]] }], lost);
        const kinds = new Uint8Array(index.total);
        for (const clause of whole) clause.kinds.forEach((kind, at) => { kinds[at] |= kind; });
        for (const [, texts] of await expansions("n", last[0], 200, lost)) dense(texts).forEach((kind, at) => { kinds[at] |= kind; });
        clauses.push({ kinds, spelled: kinds });
      }
      const set = intersect(clauses), hits = [];
      for (let kind = 2; kind < 5; kind++)
        for (let at = index.firsts[kind], n = 0; at < index.firsts[kind] + index.counts[kind] && n < 5; at++)
          if (set[at]) { hits.push(at); n++; }
      const cards = (await Promise.all(hits.map(n => card(n).catch(() => null)))).filter(Boolean);
      return cards.map(c => ({ ...c, meant: meant(c.title, query) }))
        .sort((a, b) => b.meant - a.meant || KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) || a.number - b.number).slice(0, most);
    }

    return { ready, answer, facet, label, suggest, inner: { fill, asPhrase, asWords, intersect, scored, rank, query, index: () => index } };
  }

  globalThis.bnEngine = { engine, scriptLoader, checksum };
})();
