/* The search itself, without a page: loads the script files that a query needs, hydrates a lunr index from them, answers.
   No fetch, no worker, no module: those do not work from file://. What the files hold: biennien/search/__init__.py. */
(() => {
  "use strict";
  const { words, parse, marks } = globalThis.bnWords;
  const KINDS = ["articles", "meetings", "people", "documents", "organizations"];
  const TITLES = new Set("ong ba anh chi dong chi d c dc gs pgs ts ths".split(" ")); // before a name
  const WEIGHT = [2, 3, 5, 5, 4]; // of a kind among groups that are meant equally
  const MOST_SCORED = 300; // so many of the best are ranked by lunr, the rest follows in the order of the same sum
  const FORMAT = 1, ENOUGH = 10, MOST_EXPANSIONS = 40, MOST_GUESSES = 8;
  const times = (count, make) => Promise.all(Array.from({ length: count }, (_, n) => make(n.toString(36))));

  // --- files --------------------------------------------------------------------------------------------------------
  const TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
    for (let bit = 0; bit < 8; bit++) n = n & 1 ? 0xedb88320 ^ (n >>> 1) : n >>> 1;
    return n;
  });
  function checksum(text) {
    let sum = -1;
    for (const byte of new TextEncoder().encode(text)) sum = TABLE[(sum ^ byte) & 255] ^ (sum >>> 8);
    return ~sum >>> 0;
  }

  /* load(name): a promise for a file's payload. It rejects for a missing, damaged or strange file, and asking again tries
     again. A file of another build than the manifest's is `stale`. */
  function scriptLoader(base) {
    const waiting = new Map(), arrived = new Map();
    let build = "", tries = 0;
    globalThis.bnSearch = (name, ...rest) => arrived.set(name, rest);
    const load = name => new Promise((resolve, reject) => {
      const script = document.createElement("script"), query = [];
      if (build) query.push(`v=${build}`);
      if (tries) query.push(`r=${tries}`);
      script.src = `${base}${name}.js${query.length ? "?" + query.join("&") : ""}`;
      const end = (what, payload) => {
        clearTimeout(slow);
        script.remove();
        if (what) reject(Object.assign(new Error(`${name}.js: ${what}`), { file: `${name}.js`, stale: what === STALE }));
        else resolve(payload);
      };
      const slow = setTimeout(end, 20000, "quá lâu không tải xong");
      script.onerror = () => end("không tải được");
      script.onload = () => {
        if (name === "lunr") return globalThis.lunr ? end("", globalThis.lunr) : end("hỏng");
        const [from, sum, payload] = arrived.get(name) || [];
        arrived.delete(name);
        if (typeof payload !== "string" || checksum(payload) !== sum) return end("hỏng");
        if (name === "manifest") build = from;
        end(from === build ? "" : STALE, payload);
      };
      document.head.append(script);
    });
    const get = name => {
      if (!waiting.has(name)) waiting.set(name, load(name).catch(e => { waiting.delete(name); tries++; throw e; }));
      return waiting.get(name);
    };
    get.forget = () => { waiting.clear(); build = ""; };
    return get;
  }
  const STALE = "thuộc bản dựng khác";

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
  /* Front-coded lines: [term, rest] each. */
  function unfold(text) {
    const out = [];
    let term = "";
    if (text) for (const line of text.split("!")) {
      const bar = line.indexOf("|"), end = bar < 0 ? line.length : bar;
      term = term.slice(0, line.charCodeAt(0) - 65) + line.slice(1, end);
      out.push([term, line.slice(end + 1)]);
    }
    return out;
  }
  const unfoldTerms = text => unfold(text).map(([term]) => term);
  /* The last place that does not begin above the term. */
  function place(begins, term) {
    let low = 0, high = begins.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (begins[middle] <= term) low = middle; else high = middle - 1;
    }
    return low;
  }
  /* A term with many postings has several files that all begin with it. */
  function firstPlace(begins, term) {
    let at = place(begins, term);
    while (at && begins[at] === term) at--;
    return at;
  }

  /* `load(name)` gives the payload of a file, and lunr itself for "lunr". */
  function engine(load) {
    let started = null, index = null, phrases = null, days = null;

    async function start() {
      const read = JSON.parse(await load("manifest")), firsts = [];
      if (read.format !== FORMAT) throw Object.assign(new Error("hãy tải lại trang"), { file: "manifest.js" });
      let total = 0, at = 0;
      for (const count of read.counts) { firsts.push(total); total += count; }
      const years = new Uint16Array(firsts[2]); // of articles and meetings
      for (const item of read.months.join(" ").split(" ").filter(Boolean)) {
        const [month, count] = item.split(":").map(Number);
        years.fill(Math.floor(month / 100), at, at += count);
      }
      for (const family of ["s", "p", "n"]) {
        const { begins, lists } = read[family];
        Object.assign(read[family], { begins: begins && unfoldTerms(begins), lists: lists && unfoldTerms(lists), parsed: new Map() });
        if (begins === "") read[family].begins = [];
      }
      return { ...read, total, firsts, years };
    }
    const ready = () => started || (started = start().then(found => (index = found), e => { started = null; throw e; }));
    const kindOf = entry => { let at = 4; while (index.firsts[at] > entry) at--; return at; };
    /* Files that fail are named in `lost`; what does not need them goes on. */
    const note = (lost, error) => { if (!error.file || error.stale) throw error; lost.add(error.file); };

    // --- terms ------------------------------------------------------------------------------------------------------
    /* The parsed files that may have terms from `low` to `high`, at most `most`. */
    async function span(family, low, high, most = 99) {
      const own = index[family];
      let begins = own.begins, from = 0;
      if (!begins) {
        from = firstPlace(own.lists, low);
        const upto = place(own.lists, high) + 1;
        begins = (await times(upto - from, n => load(`x${family}${(parseInt(n, 36) + from).toString(36)}`))).flatMap(unfoldTerms);
        from *= own.each;
      }
      if (!begins.length) return [];
      const first = firstPlace(begins, low), count = Math.min(most, place(begins, high) + 1 - first);
      return times(count, async n => {
        const name = family + (parseInt(n, 36) + from + first).toString(36);
        if (!own.parsed.has(name)) own.parsed.set(name, new Map(unfold(await load(name))));
        return own.parsed.get(name);
      });
    }
    /* Map of term to its packed postings, a list; null where they cannot be loaded. */
    async function lookup(family, terms, lost) {
      const found = new Map();
      await Promise.all(terms.map(async term => {
        try {
          found.set(term, (await span(family, term, term)).map(f => f.get(term)).filter(Boolean));
        } catch (error) {
          note(lost, error);
          found.set(term, null);
        }
      }));
      return found;
    }
    const size = texts => (texts || []).reduce((sum, text) => sum + text.length, 0);
    /* [term, texts] that begin with a stem, those with most postings first. */
    async function expansions(family, stem, most, lost) {
      const found = new Map();
      try {
        for (const file of await span(family, stem, stem + "\uffff", 4)) for (const [term, rest] of file)
          if (term.startsWith(stem) && term !== stem) found.set(term, [...(found.get(term) || []), rest]);
      } catch (error) { note(lost, error); }
      return [...found].sort((a, b) => size(b[1]) - size(a[1])).slice(0, most);
    }
    /* Per entry: 4 for in the title, and how often in the text; 0 for not at all. */
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

    // --- clauses: terms that must be there --------------------------------------------------------------------------
    const clause = (family, term, accents = [], exact = false) => ({ family, term, accents, exact });
    const single = (word, exact) => clause("s", word[0], [word[1]], exact);
    const chain = part => part.words.length < 2 ? [single(part.words[0], part.exact)]
      : part.words.slice(1).map((b, at) => [part.words[at], b]).map(([a, b]) =>
        clause("p", `${a[0]} ${b[0]}`, [a[1], b[1]], part.exact));
    /* As phrases, neighbours staying neighbours; and as words, anywhere, but quotations whole. */
    const asPhrase = query => query.parts.flatMap(part => part.code ? [clause("s", part.code)] : chain(part));
    const asWords = query => query.parts.flatMap(part =>
      part.code || part.exact ? asPhrase({ parts: [part] }) : part.words.map(word => single(word)));

    /* Fills in who has it: `folded` without regard to accents, `spelled` with those that were typed, `right` exactly so;
       and `kinds`, who must be among the results. */
    function fillOne(one, texts) {
      const typed = one.accents.some(Boolean), whole = typed ? one.accents.join(".") : "";
      one.folded = dense(texts);
      one.spelled = !typed ? one.folded : dense(texts, accent => {
        const have = accent.split(".");
        return one.accents.every((wanted, at) => !wanted || wanted === (have[at] || ""));
      });
      if (typed) one.right = dense(texts, accent => accent === whole);
      one.exactTerm = `=${one.term}:${whole}`;
      one.kinds = one.exact ? one.spelled : one.folded;
      return one;
    }
    /* The clauses whose postings could be loaded: what could not is not asked for, so that other results stay. */
    async function fill(clauses, lost) {
      for (const family of new Set(clauses.map(c => c.family))) {
        const own = clauses.filter(c => c.family === family);
        const found = await lookup(family, [...new Set(own.map(c => c.term))], lost);
        for (const one of own) if (found.get(one.term)) fillOne(one, found.get(one.term));
      }
      return clauses.filter(one => one.kinds);
    }
    /* Per entry: 0 where a clause fails, 1 where all hold, 2 where all hold as spelled. */
    function intersect(clauses) {
      const out = new Uint8Array(index.total);
      if (clauses.length) out.fill(2);
      for (const { kinds, spelled } of clauses)
        for (let at = 0; at < out.length; at++) if (out[at]) out[at] = !kinds[at] ? 0 : spelled[at] ? out[at] : 1;
      return out;
    }
    const any = set => set.some(Boolean);
    const merge = (into, from) => { for (let at = 0; at < into.length; at++) into[at] |= from[at]; };

    // --- lunr -------------------------------------------------------------------------------------------------------
    /* The scores that lunr.py's Builder would have put into the field vectors, see biennien/search/definition.py. */
    function weights(kinds) {
      const { k1, title, text, most } = index.lunr;
      let fields = 0;
      for (let at = 0; at < kinds.length; at++) fields += (kinds[at] >> 2) + (kinds[at] & 3 ? 1 : 0);
      const idf = Math.log(1 + Math.abs((index.total - fields + 0.5) / (fields + 0.5)));
      const score = (count, boost) => Math.round((idf * ((k1 + 1) * count)) / (k1 + count) * boost * 1000) / 1000;
      return { title: score(1, title), text: Array.from({ length: most + 1 }, (_, count) => score(count, text)) };
    }
    /* The terms to score: the clauses, optional ones twice as much, and each as spelled by the reader twice as much again. */
    function scored(clauses, optional = []) {
      const out = new Map();
      const add = (term, kinds, boost, required = false) => {
        if (!required && !any(kinds)) return;
        if (out.has(term)) out.get(term).boost += boost;
        else out.set(term, { term, kinds, boost, required, ...weights(kinds) });
      };
      for (const one of clauses) add(one.term, one.folded, 1, !one.loose);
      for (const one of optional) add(one.term, one.folded, 2);
      for (const one of [...clauses, ...optional]) if (one.right) add(one.exactTerm, one.right, 2);
      return [...out.values()];
    }
    /* A lunr index of just these terms and entries. */
    function hydrate(terms, entries, lunr) {
      const invertedIndex = Object.create(null), vectors = Object.create(null);
      terms.forEach(({ term, kinds, title, text }, number) => {
        const posting = invertedIndex[term] = { _index: number, title: Object.create(null), text: Object.create(null) };
        const put = (field, entry, score) => {
          const ref = `${field}/${entry}`;
          posting[field][entry] = {};
          (vectors[ref] = vectors[ref] || []).push(number, score);
        };
        for (const entry of entries) {
          if (kinds[entry] & 4) put("title", entry, title);
          if (kinds[entry] & 3) put("text", entry, text[kinds[entry] & 3]);
        }
      });
      for (const ref in vectors) vectors[ref] = new lunr.Vector(vectors[ref]);
      return new lunr.Index({
        invertedIndex, fieldVectors: vectors, fields: ["title", "text"], pipeline: new lunr.Pipeline(),
        tokenSet: lunr.TokenSet.fromArray(Object.keys(invertedIndex).sort()),
      });
    }
    /* Asks a lunr index, a hydrated one or, in tests, the whole one. */
    const ask = (lunrIndex, terms, lunr) => lunrIndex.query(query => {
      for (const { term, boost, required } of terms) query.term(term, {
        boost, usePipeline: false, presence: lunr.Query.presence[required ? "REQUIRED" : "OPTIONAL"],
      });
    });
    /* Map of entry to score, for the entries that a set has. */
    function rank(terms, set, lunr) {
      let entries = [];
      for (let at = 0; at < set.length; at++) if (set[at]) entries.push(at);
      const scores = new Map();
      if (entries.length > MOST_SCORED) {
        for (const entry of entries) {
          let sum = 0;
          for (const { kinds, boost, title, text } of terms) sum += boost * ((kinds[entry] >> 2) * title + text[kinds[entry] & 3]);
          scores.set(entry, sum / 1e6 - 1); // below any of lunr's
        }
        entries = entries.sort((a, b) => set[b] - set[a] || scores.get(b) - scores.get(a) || a - b).slice(0, MOST_SCORED);
      }
      for (const { ref, score } of ask(hydrate(terms, entries, lunr), terms, lunr)) scores.set(Number(ref), score);
      return scores;
    }

    // --- filters ----------------------------------------------------------------------------------------------------
    /* Day numbers of articles and meetings as Python counts them, 0 for none. */
    async function dates() {
      if (days) return days;
      const out = [];
      let before = 0, whole = false;
      unpack((await times(index.days, n => load("t" + n))).join(""), value => {
        if (!whole && value === 1) { whole = true; return; }
        out.push(whole ? before = value : value ? before -= value - 2 : 0);
        whole = false;
      });
      return (days = out);
    }
    const dayNumber = iso => Math.floor(Date.parse(iso) / 864e5) + 719163; // 1970-01-01

    /* Per filter, who passes it. What is no filter is passed over; what no article has lets nothing through. */
    async function filterSets(filters, lost) {
      const sets = {}, dated = index.firsts[2];
      for (const [name, value] of Object.entries(filters).filter(([, v]) => v)) {
        const set = new Uint8Array(index.total), day = dayNumber(value);
        try {
          if (name === "nam") for (let at = 0; at < dated; at++) set[at] = index.years[at] === Number(value) ? 1 : 0;
          else if (/^(tu|den)$/.test(name) && day) {
            const all = await dates();
            for (let at = 0; at < dated; at++) set[at] = all[at] && (name === "tu" ? all[at] >= day : all[at] <= day) ? 1 : 0;
          } else if (Object.keys(index.facets).includes(name)) {
            const term = `@${name}/${value}`;
            const texts = (await span("s", term, term)).map(f => f.get(term)).filter(Boolean);
            merge(set, dense(texts));
          } else continue;
          sets[name] = set;
        } catch (error) { note(lost, error); }
      }
      return sets;
    }
    function filtered(set, sets, without) {
      const own = Object.keys(sets).filter(name => name !== without).map(name => sets[name]);
      return own.length ? set.map((kind, at) => (own.every(s => s[at]) ? kind : 0)) : set;
    }

    // --- a search ---------------------------------------------------------------------------------------------------
    /* Entries by tier, best first: 0 the phrase as spelled, 1 folded; 2, 3 as the beginning of one, or in other words for
       the same; from 4 most of its pairs (`loosely`: from 5, where a word is missing); from 6 all its words, or those of a name,
       8 as beginnings; from 10 who is named among other words, and, `loosely`, what has most of the words. `base` is all that was
       found before filters, `phrased` whether anything before tier 4 or by a name, `near` before tier 6, `named` whether anybody or
       anything but articles and meetings, `own` what entries were found by, where that is not the query. */
    async function find(query, { sets, wider, loosely }, lunr, lost) {
      const tiers = new Map(), scores = new Map(), base = new Uint8Array(index.total), out = new Uint8Array(index.total);
      for (const part of query.excluded) merge(out, intersect(await fill(chain({ ...part, exact: true }), lost)));

      function take(set, tier, clauses, optional, missing) {
        for (let at = 0; at < set.length; at++) if (out[at] || base[at]) set[at] = 0;
        merge(base, set);
        const shown = filtered(set, sets);
        if (any(shown)) for (const [at, score] of rank(scored(clauses, optional), shown, lunr)) {
          tiers.set(at, tier + (missing ? missing[at] : 2 - shown[at]));
          scores.set(at, score);
        }
      }
      async function takeBeginnings(clauses, tier, optional) {
        const stem = clauses[clauses.length - 1];
        if (!query.open || !stem || stem.exact || stem.term[0] === "#") return;
        const accents = [...stem.accents.slice(0, -1), ""];
        const more = (await expansions(stem.family, stem.term, MOST_EXPANSIONS, lost))
          .map(([term, texts]) => fillOne({ ...clause(stem.family, term, accents), loose: true }, texts));
        const either = { kinds: new Uint8Array(index.total), spelled: new Uint8Array(index.total) };
        for (const one of more) { merge(either.kinds, one.folded); merge(either.spelled, one.spelled); }
        const others = clauses.slice(0, -1);
        take(intersect([...others, either]), tier, [...others, ...more], optional);
      }
      const articles = () => filtered(base, sets).subarray(0, index.counts[0]).reduce((sum, kind) => sum + (kind ? 1 : 0), 0);

      const phrase = await fill(asPhrase(query), lost);
      take(intersect(phrase), 0, phrase);
      if (articles() < ENOUGH) await takeBeginnings(phrase, 2);
      for (const other of articles() < ENOUGH ? otherwise(query) : []) {
        const clauses = await fill(asPhrase(other), lost);
        take(intersect(clauses), 2, clauses);
      }
      const named = () => any(base.subarray(index.firsts[2])), asked = query.parts.flatMap(part => part.words);
      const own = new Map();
      let phrased = any(base);
      // Names in any order: theirs is a small index of its own. A few articles may have such pairs by chance.
      if (articles() < ENOUGH && !named() && asked.length > 1 && asked.length < 6 && !query.parts.some(part => part.code || part.exact)) {
        const names = await fill(asked.map(word => clause("n", word[0], [word[1]])), lost);
        take(intersect(names), 6, names);
        if (!named()) await takeBeginnings(names, 8);
        phrased = phrased || named();
        // Articles print a name in its own order: that is what they are searched for then.
        for (const found of await Promise.all((named() ? best(2, tiers, scores, 3) : []).map(at => card(at).catch(error => note(lost, error))))) {
          if (!found || words(found.title).length !== asked.length) continue;
          const name = parse(`"${found.title}"`, index.codes), clauses = await fill(asPhrase(name), lost), before = new Set(tiers.keys());
          take(intersect(clauses), 6, clauses);
          for (const at of tiers.keys()) if (!before.has(at)) own.set(at, name);
        }
      }
      const among = any(people(base)) ? [] : await amongWords(asked, phrase, lost);
      for (const [at, clauses] of among) {
        if (articles() < wider) take(intersect(clauses), 4, [...clauses, ...phrase.filter(one => !clauses.includes(one)).map(one => ({ ...one, loose: true }))]);
        if (!out[at]) { tiers.set(at, 10); scores.set(at, 0); base[at] = 0; }
      }
      // A document is named by its number, whatever else is asked for: "kl 14 năm 2021".
      const coded = phrase.filter(one => one.term[0] === "#");
      for (let at = index.firsts[3]; at < index.firsts[4]; at++)
        if (!base[at] && !out[at] && coded.some(one => one.folded[at])) { tiers.set(at, 10); scores.set(at, 0); }
      // "sáp nhập phường Bình Mẫu" need not stand so in any article, nor a quotation word for word: most pairs will do.
      const pairs = phrase.filter(one => one.family === "p" && !one.exact), enough = Math.ceil(0.6 * pairs.length);
      if (articles() < wider && pairs.length > 2) {
        const set = new Uint8Array(index.total), missing = new Float32Array(index.total), must = phrase.filter(one => !pairs.includes(one));
        const others = must.length ? intersect(must) : set.slice().fill(1);
        for (let at = 0; at < index.firsts[2]; at++) if (others[at]) {
          let count = 0;
          for (const one of pairs) if (one.folded[at]) count++;
          if (count >= enough) { set[at] = 1; missing[at] = 2 * (1 - count / pairs.length); }
        }
        if (loosely && asked.length < 9 && any(set)) {
          const whole = intersect(await fill(asWords(query), lost));
          for (let at = 0; at < set.length; at++) missing[at] = whole[at] ? missing[at] / 4 : 1 + missing[at] / 4;
        }
        take(set, 4, [...must, ...pairs.map(one => ({ ...one, loose: true }))], [], missing);
      }
      const near = any(base), byName = named();
      if (articles() < wider && !(own.size && articles()) && query.parts.some(part => !part.code && !part.exact && part.words.length > 1)) {
        const all = await fill(asWords(query), lost);
        take(intersect(all), 6, all, pairs);
        if (!any(base)) await takeBeginnings(all, 8, pairs);
      }
      // "hội nghị Thành phố Hồ Chí Minh tháng 12 2025" need not stand in one article with all its words.
      for (const way of loosely && !any(base) ? [query, ...otherwise(query)] : []) {
        const all = await fill(asWords(way), lost), fixed = all.filter(one => one.exact || one.term[0] === "#");
        const free = all.filter(one => !fixed.includes(one)), least = Math.ceil(0.7 * free.length);
        if (free.length < 3 || free.length > 12) continue;
        const set = fixed.length ? intersect(fixed) : new Uint8Array(index.total).fill(1), missing = new Float32Array(index.total);
        for (let at = 0; at < set.length; at++) if (set[at]) {
          const count = free.reduce((sum, one) => sum + (one.folded[at] ? 1 : 0), 0);
          if (count < least) set[at] = 0;
          missing[at] = 1 - count / free.length;
        }
        take(set, 10, [...fixed, ...free.map(one => ({ ...one, loose: true }))], [], missing);
      }
      return { query, tiers, scores, base, phrased, near, own, named: byName };
    }
    const people = set => set.subarray(index.firsts[2], index.firsts[3]);
    /* People and organisations whose whole name stands among the words, "ông Trần Ví Dụ", "Trần Ví Dụ 2025", each with the
       clauses of the name. The pairs of the phrase, at hand already, tell whose names have some of them. */
    async function amongWords(asked, phrase, lost) {
      const pairs = phrase.filter(one => one.family === "p"), counts = new Map();
      if (asked.length < 3 || !pairs.length) return [];
      for (const kind of [2, 4]) for (let at = index.firsts[kind], end = at + index.counts[kind]; at < end; at++) {
        let count = 0;
        for (const one of pairs) if (one.spelled[at] & 4) count++;
        if (count) counts.set(at, count);
      }
      const likely = [...counts.keys()].sort((a, b) => counts.get(b) - counts.get(a) || a - b).slice(0, 3);
      const cards = await Promise.all(likely.map(at => card(at).catch(error => note(lost, error))));
      return cards.filter(Boolean).map(found => [found, words(found.title).map(w => w.fold)])
        .filter(([, name]) => runAt(name, asked.map(word => word[0])) >= 0)
        .map(([found, name]) => [found.number, pairs.filter(one => name.slice(1).some((word, n) => one.term === `${name[n]} ${word}`))]);
    }
    /* Where some words stand side by side among others, -1 for nowhere. */
    const runAt = (some, others) => others.findIndex((_, at) => some.every((word, n) => word === others[at + n]));
    /* The best entries found, of a kind, at most `most`. */
    const best = (kind, tiers, scores, most) => [...tiers.keys()].filter(at => kindOf(at) === kind)
      .sort((a, b) => tiers.get(a) - tiers.get(b) || scores.get(b) - scores.get(a) || a - b).slice(0, most);
    /* The query with "UBND" for "ủy ban nhân dân" and so on, and the other way round. */
    function otherwise(query) {
      const asked = JSON.stringify(query.parts);
      return [0, 1].map(to => ({ ...query, parts: query.parts.map(part => {
        if (part.exact || part.code) return part;
        let text = ` ${part.words.map(word => word.join(":")).join(" ")} `;
        for (const pair of index.codes.same) {
          const from = pair[1 - to].split(" ").map(word => `${word}:\\w*`).join(" ");
          text = text.replace(new RegExp(` ${from} `, "g"), ` ${pair[to].replace(/( |$)/g, ":$1")} `);
        }
        return { ...part, words: text.trim().split(" ").map(word => word.split(":")) };
      }) })).filter(other => JSON.stringify(other.parts) !== asked);
    }
    /* The query with its codes as plain words: "kế hoạch 5" may be no document at all. */
    function withoutCodes(query) {
      const parts = [];
      for (const { words: own, exact } of query.parts) {
        const last = parts[parts.length - 1];
        if (last && !last.exact && !exact) last.words = [...last.words, ...own];
        else parts.push({ words: own, exact });
      }
      return { ...query, parts };
    }

    // --- mistyped words ---------------------------------------------------------------------------------------------
    /* One letter more, fewer, other, or two swapped. */
    function near(a, b) {
      let from = 0, x = a.length, y = b.length;
      if (Math.abs(x - y) > 1) return false;
      while (from < x && from < y && a[from] === b[from]) from++;
      while (x > from && y > from && a[x - 1] === b[y - 1]) { x--; y--; }
      x -= from; y -= from;
      return (x < 2 && y < 2) || (x === 2 && y === 2 && a[from] === b[from + 1] && a[from + 1] === b[from]);
    }
    /* What a keyboard leaves where no input method made Vietnamese of it: "nghij quyeets", "nghi5 quyet61". */
    const untyped = word => word.replace(/\d+$/, "").replace(/[sfrxj]$/, "").replace(/aa|ee|oo|dd/g, m => m[0]).replace(/w/g, "");

    /* The query with words put right, in up to three ways, the likeliest first. Words that stand beside each other somewhere
       prove a guess. */
    async function corrected(query, lost, onlyStrange) {
      const lines = (await times(index.vocabulary, n => load("v" + n))).join("").split("\n");
      const known = new Map(lines.filter(Boolean).map(line => [line.slice(0, -1), Number(line.slice(-1))]));
      let changed = false, tries = 3, others = [];
      const sizes = async terms => {
        const found = await lookup("p", [...new Set(terms)], lost);
        return terms.map(term => size(found.get(term)));
      };
      async function fix(list, at) {
        const word = list[at], same = k => k[0] === word[0] ? 3 : 0;
        if (word.length < 2 || tries-- < 1) return;
        // With a neighbour to the left, guesses lie side by side in the index; without, each costs a file.
        const guesses = [...known.keys()].filter(k => k !== word && near(word, k))
          .sort((a, b) => same(b) + known.get(b) - same(a) - known.get(a) || (a < b ? -1 : 1)).slice(0, at ? 3 * MOST_GUESSES : MOST_GUESSES);
        const left = at ? await sizes(guesses.map(k => `${list[at - 1]} ${k}`)) : guesses.map(() => 1);
        const possible = guesses.map((guess, n) => ({ guess, left: left[n] })).filter(one => one.left).slice(0, MOST_GUESSES);
        const right = at + 1 < list.length ? await sizes(possible.map(one => `${one.guess} ${list[at + 1]}`)) : possible.map(() => 1);
        const [first, ...more] = possible.map((one, n) => [one.guess, right[n] ? Math.log(one.left) + Math.log(right[n]) + 0.1 : 0])
          .sort((a, b) => b[1] - a[1]);
        if (!first || !(first[1] || (list.length > 2 && at))) return;
        list[at] = first[0];
        others = more.filter(one => one[1]).slice(0, 2).map(([guess]) => ({ list, at, guess }));
        changed = true;
      }
      const lists = query.parts.map(part => part.words.map(word => word[0]));
      for (const [number, part] of query.parts.entries()) {
        const list = lists[number];
        if (!part.exact) {
          for (const at of list.keys()) if (!known.has(list[at]) && known.has(untyped(list[at]))) {
            list[at] = untyped(list[at]);
            changed = true;
          }
          const strange = [...list.keys()].filter(at => !known.has(list[at]) && /^[a-z]/.test(list[at]));
          for (const at of strange) await fix(list, at);
          // All words exist, but not side by side: those with no neighbours are the suspects.
          if (!strange.length && !changed && !onlyStrange && list.length > 1) {
            const has = await sizes(list.slice(1).map((word, at) => `${list[at]} ${word}`));
            const bad = at => (at > 0 && !has[at - 1]) + (at < has.length && !has[at]);
            const suspects = [...list.keys()].filter(bad).sort((a, b) => bad(b) - bad(a) || (known.get(list[a]) || 0) - (known.get(list[b]) || 0));
            for (const at of suspects.slice(0, 3)) if (!changed) await fix(list, at);
          }
        }
      }
      const ways = changed ? [null, ...others] : [];
      return ways.map(way => ({ ...query, open: false, parts: query.parts.map((part, number) => ({ ...part,
        words: part.words.map((word, at) => {
          const put = way && way.list === lists[number] && way.at === at ? way.guess : lists[number][at];
          return put === word[0] ? word : [put, ""];
        }) })) }));
    }

    // --- what is shown ----------------------------------------------------------------------------------------------
    const paragraphs = text => text.split("\n").filter(Boolean).map(line => {
      const tab = line.indexOf("\t"), said = line.slice(tab + 1);
      return { id: line.slice(0, tab), text: said[0] === "\u05ff" ? said.slice(1)
        : said.replace(/[\u0600-\u07ff]/g, letter => phrases[letter.charCodeAt(0) - 0x600]) };
    });
    async function article(number) {
      phrases = phrases || (await load("w")).split("\n");
      const per = index.texts.articles, name = `d${Math.floor(number / per).toString(36)}`;
      const row = (await load(name)).split("\f")[number % per], end = row.indexOf("\n");
      const [url, title, detail, more] = row.slice(0, end).split("\t");
      const part = async n => paragraphs(await load(`${name}-${number % per}-${n.toString(36)}`));
      return { number, kind: "articles", url, title, detail, blocks: paragraphs(row.slice(end + 1)), more: Number(more), part };
    }
    async function card(number) {
      const at = number - index.counts[0], per = index.texts.cards;
      const [url, title, detail] = (await load(`c${Math.floor(at / per).toString(36)}`)).split("\n")[at % per].split("\t");
      return { number, kind: KINDS[kindOf(number)], url, title, detail };
    }
    /* How well a title is meant: 3 it is the query, 2 it has it as a phrase, 1 it has all its words, 0 it has not. */
    function meant(title, query, detail = "") {
      const brief = list => index.codes.same.reduce((text, [short, full]) => text.split(` ${full} `).join(` ${short} `), ` ${list.join(" ")} `)
        .trim().split(" ");
      const has = words(title), typed = query.parts.flatMap(part => part.words), named = has.map(w => w.fold);
      // Accents that were typed must be there: "Tấn Phỏng" is not "Tân Phỏng". The last word may not be done.
      if ((query.open ? typed.slice(0, -1) : typed).some(([folded, accent]) => accent && named.includes(folded)
        && !has.some(w => w.fold === folded && w.accent === accent))) return 0;
      const own = brief(named), asked = brief(typed.map(w => w[0]));
      // "ông Trần Ví Dụ", "Bí thư Trần Ví Dụ" mean somebody, whose card says the office.
      const run = own.length > 1 && own.length < asked.length ? runAt(own, asked) : -1, said = run < 0 ? [] : words(detail).map(w => w.fold);
      if (run >= 0 && asked.every((word, at) => (at >= run && at < run + own.length) || TITLES.has(word) || said.includes(word))) return 2;
      const is = (word, at) => own.some(o => o === asked[at] || (query.open && at === asked.length - 1 && o.startsWith(word)));
      const [a, b] = [` ${own.join(" ")} `, ` ${asked.join(" ")} `];
      return a === b ? 3 : a.includes(query.open ? b.trimEnd() : b) || [...own].sort().join() === [...asked].sort().join() ? 2 : asked.every(is) ? 1 : 0;
    }
    /* Finds the paragraph of an article that says it best; `whole` is 2 where it says it in one go, 1 where it has all parts.
       Long articles are read on until one says it all, as far as `parts` more files. */
    async function passage(found, { query, parts }, lost) {
      const seen = [], better = (a, b) => a.full - b.full || a.spelled - b.spelled || a.score - b.score;
      let best = null;
      const look = blocks => {
        for (const block of blocks) {
          const said = { ...block, ...marks(block.text, query, index.codes) };
          if (said.full) seen.push(said);
          if (!best || better(said, best) > 0) best = said;
        }
      };
      look(found.blocks);
      for (let n = 1; n <= found.more && n <= parts && !seen.length; n++) {
        try { look(await found.part(n)); } catch (error) { note(lost, error); break; }
      }
      const also = seen.filter(said => said.spelled === best.spelled).map(said => said.id);
      return { ...found, passage: best, also, whole: Math.max(best ? best.full : 0, marks(found.title, query, index.codes).full) };
    }
    /* Loads the first hits of a group. Quotations of three words and more are proved in the text: pairs alone do not. */
    async function pick(list, want, kind, asked, lost) {
      const quoted = list.length ? asked(list[0]).query.parts.filter(part => part.exact && part.words.length > 2) : [], hits = [];
      const proven = hit => quoted.every(part => [hit.title, ...hit.blocks.map(b => b.text)].some(text =>
        marks(text, { parts: [part] }, index.codes).full));
      const one = async number => {
        const { query, parts } = asked(number); // many parts: a good tier
        try {
          const hit = kind ? await card(number) : await passage(await article(number), asked(number), lost);
          if (!kind && quoted.length && !hit.more && !proven(hit)) return null;
          return { ...hit, meant: kind === 3 && parts > 3 && query.parts.some(part => part.code) ? 3 : meant(hit.title, query, hit.detail) };
        } catch (error) { note(lost, error); return null; }
      };
      for (let at = 0; hits.length < want && at < list.length && at < want + 30;) {
        const some = list.slice(at, at += want - hits.length);
        hits.push(...(await Promise.all(some.map(one))).filter(Boolean));
      }
      return hits;
    }

    /* A chain of pairs need not be one phrase. Of each ten, those that say it in one go come first: not of all, so that what
       is shown keeps its place when more is loaded. Where none of the first ten does, the next ten join them. */
    function wholeFirst(hits, tiers) {
      const both = !hits.slice(0, ENOUGH).some(hit => hit.whole) ? 2 : 1;
      const place = hit => { const tier = Math.floor(tiers.get(hit.number)); return 3 * tier + 2 - hit.whole - (hit.whole && tier < 4 ? 12 : 0); };
      for (let at = 0, upto = both * ENOUGH; at < hits.length; at = upto, upto += ENOUGH)
        hits.splice(at, upto - at, ...hits.slice(at, upto).sort((a, b) => place(a) - place(b)));
    }

    /* All for a page of results. options: {filters, order: ""|"moi"|"cu", shown: {kind: how many}, wider: how few articles
       with the phrase make it look for its words}. Gives {groups: [{kind, total, hits}], query, correction, lost, …}. */
    async function answer(text, options = {}) {
      try {
        return await attempt(text, options);
      } catch (error) {
        if (!error.stale) throw error;
        load.forget(); // the site was built anew while this page was open
        started = days = phrases = null;
        return attempt(text, options);
      }
    }
    /* What the first guess finds that an article says in one go; else what the first one finds that finds anything. */
    async function proven(guesses, options, lunr, lost) {
      let first = null;
      for (const query of guesses) {
        const found = await find(query, options, lunr, lost);
        if (!any(found.base)) continue;
        const some = guesses.length > 1 ? await pick(best(0, found.tiers, found.scores, 3), 3, 0, () => ({ query, parts: 0 }), lost) : [];
        if (some.some(hit => hit.whole)) return found;
        first = first || found;
      }
      return first;
    }
    async function attempt(text, { filters = {}, order = "", shown = {}, wider = 1 }) {
      const [lunr] = await Promise.all([load("lunr"), ready()]);
      const lost = new Set(), given = parse(text, index.codes), sets = await filterSets(filters, lost);
      if (!given.parts.length) return { query: given, groups: [], lost: [...lost], total: 0 };
      let found = await find(given, { sets, wider }, lunr, lost), correction = false, uncoded = false;
      if (!found.tiers.size && given.parts.some(p => p.code)) {
        found = await find(withoutCodes(given), { sets, wider }, lunr, lost);
        uncoded = any(found.base);
      }
      // Nearly every slip of the finger is another syllable that exists: where no phrase was found, one may have been meant.
      const least = !any(found.base) ? 1 : found.named ? 99 : 3;
      if (!found.phrased && !lost.size && given.parts.some(part => part.words.length >= least)) {
        const second = await proven(await corrected(withoutCodes(given), lost, found.near), { sets, wider: least === 1 ? 1 : 0 }, lunr, lost);
        if (second) {
          for (const [at, tier] of found.tiers) if (!second.tiers.has(at)) {
            second.tiers.set(at, tier + 12);
            second.scores.set(at, found.scores.get(at));
          }
          merge(second.base, found.base);
          found = second;
          correction = true;
        }
      }
      if (!correction && !found.phrased && given.parts.some(part => part.words.length > 2))
        found = await find(uncoded ? withoutCodes(given) : given, { sets, wider, loosely: true }, lunr, lost);
      const { query, tiers, scores, base, own, phrased: exactly } = found, lists = KINDS.map((_, kind) => best(kind, tiers, scores));
      const undated = at => (index.years[at] ? 0 : 1);
      const dated = (a, b) => undated(a) - undated(b) || (order === "cu" ? b - a : a - b);
      const level = list => list.length ? tiers.get(list[0]) >> 1 : 99; // whole phrases, beginnings of them, …
      const ahead = level(lists[0]), spoken = query.parts.flatMap(part => part.words.map(word => word[0])).join(" ");
      const groups = await Promise.all(lists.map(async (list, kind) => {
        // Who somebody is does not depend on a year: with filters on, only what has a date is listed.
        if (kind > 1 && Object.keys(sets).length) list = [];
        if (order && kind < 2) list.sort(dated);
        const want = shown[KINDS[kind]] || (kind ? 3 : ENOUGH);
        const asked = at => ({ query: own.get(at) || (tiers.get(at) < 12 ? query : given), parts: tiers.get(at) < 4 ? 40 : 3 });
        let hits = await pick(list, kind && !order ? Math.max(want, 6) : want, kind, asked, lost);
        // None of the first ten says it in one go: perhaps one of the next ten does.
        if (!kind && !order && ahead < 2 && list.length > want && want < 2 * ENOUGH && !hits.some(hit => hit.whole))
          hits = await pick(list, 2 * ENOUGH, kind, asked, lost);
        // Of those with an office in common, whose card says just that comes before the deputies.
        const holds = hit => (words(hit.detail).map(w => w.fold).join(" ").startsWith(spoken) ? 1 : 0);
        if (!order && kind) hits.sort((a, b) => b.meant - a.meant || (kind === 2 ? holds(b) - holds(a) : 0));
        if (!order && !kind) wholeFirst(hits, tiers);
        // What articles say word for word goes before what only resembles it, unless that is the name of somebody.
        const most = hits.length ? hits[0].meant : 0;
        const aside = kind && hits.length && tiers.get(hits[0].number) >> 1 > ahead && most < (kind === 2 ? 1 : 3);
        const weight = aside ? 0 : 10 * most + WEIGHT[kind];
        return { kind: KINDS[kind], total: list.length, hits: hits.slice(0, want), weight };
      }));
      groups.sort((a, b) => b.weight - a.weight);
      return { query, correction, uncoded, exactly, base, sets, groups: groups.filter(g => g.total), lost: [...lost],
        total: groups.reduce((sum, g) => sum + g.total, 0) };
    }

    /* Counts for a facet over the articles found, other filters applied: [{id, label, count}]. */
    async function facet(name, { base, sets }, most = 12) {
      const set = filtered(base, sets, name), counts = new Map(), add = key => counts.set(key, (counts.get(key) || 0) + 1);
      if (name === "nam") {
        for (let at = 0; at < index.counts[0]; at++) if (set[at]) add(index.years[at]);
        return [...counts].sort((a, b) => a[0] - b[0]).map(([year, count]) => ({ id: String(year), label: String(year || "không rõ"), count }));
      }
      let entry = 0, left = -1, value = 0;
      unpack((await times(index.facets[name].files, n => load(`f-${name}-${n}`))).join(""), number => {
        if (left < 0) { left = number; value = -1; }
        else { value += number + 1; left--; if (set[entry]) add(value); }
        if (!left) { entry++; left = -1; }
      });
      const all = await labels(name);
      return [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, most)
        .map(([at, count]) => ({ id: all[at][0], label: all[at][1], count }));
    }
    const labels = async name => (await times(index.facets[name].labels, n => load(`g-${name}-${n}`))).join("").split("\n")
      .filter(Boolean).map(line => line.split("\t"));
    /* What readers see of a value that the address names. */
    async function label(name, id) {
      await ready();
      if (!Object.keys(index.facets).includes(name)) return id;
      if (/^(nhan-su|van-kien|to-chuc)$/.test(name)) {
        const term = `@${name}/${id}`, at = dense((await lookup("n", [term], new Set())).get(term) || []).findIndex(Boolean);
        return at < 0 ? id : (await card(at)).title;
      }
      return ((await labels(name)).find(([own]) => own === id) || [0, id])[1];
    }

    /* Names that begin as typed: people, documents, organisations. */
    async function suggest(text, most = 7) {
      await ready();
      const lost = new Set(), query = parse(text, index.codes), own = query.parts.filter(p => !p.code).flatMap(p => p.words);
      const last = query.open && !query.parts[query.parts.length - 1].code ? own.pop() : null;
      if (last && last[0].length < 2 && !own.length) return [];
      const clauses = query.parts.filter(p => p.code).map(p => clause("n", p.code));
      const filledIn = await fill([...clauses, ...own.map(word => clause("n", word[0], [word[1]]))], lost);
      let done = null; // who has the last word whole, and spelled so: before those where it is a beginning
      if (last) {
        const kinds = new Uint8Array(index.total), whole = (await lookup("n", [last[0]], lost)).get(last[0]) || [];
        done = fillOne(clause("n", last[0], [last[1]]), whole);
        for (const texts of [whole, ...(await expansions("n", last[0], 200, lost)).map(found => found[1])]) merge(kinds, dense(texts));
        filledIn.push({ kinds, spelled: kinds });
      }
      const set = intersect(filledIn), hits = [];
      const order = at => (!done ? 0 : done.spelled[at] ? 0 : done.folded[at] ? 1 : 2);
      for (let kind = 2; kind < 5; kind++) {
        const own = [];
        for (let at = index.firsts[kind], end = at + index.counts[kind]; at < end; at++) if (set[at]) own.push(at);
        hits.push(...own.sort((a, b) => order(a) - order(b) || a - b).slice(0, 5));
      }
      const cards = (await Promise.all(hits.map(n => card(n).catch(() => null)))).filter(Boolean);
      return cards.map(found => ({ ...found, meant: meant(found.title, query) }))
        .sort((a, b) => b.meant - a.meant || order(a.number) - order(b.number) || a.number - b.number).slice(0, most);
    }

    const inner = { fill, asPhrase, asWords, intersect, scored, hydrate, ask, parse: text => parse(text, index.codes) };
    const table = async () => (await ready(), index.codes);
    return { ready, answer, facet, label, suggest, table, inner };
  }

  globalThis.bnEngine = { engine, scriptLoader, checksum };
})();
