/* Words, codes and queries. The twin of biennien/search/words.py and query.py: tests/search/vectors.json binds both. */
(() => {
  "use strict";
  const LONGEST = 32, MOST_CHARACTERS = 2000, MOST_WORDS = 24;
  const TOKEN = new RegExp(`tp[. ]{1,2}hcm(?![\\p{L}\\p{N}])|[\\p{L}\\p{N}]{1,${LONGEST}}`, "giu");
  const TONES = "\u0300\u0309\u0303\u0301\u0323";
  const [BREVE, HAT, HORN, STROKE] = "\u0306\u0302\u031b\u0335";
  const SHAPES = { a: ["", BREVE, HAT], d: ["", STROKE], e: ["", HAT], o: ["", HAT, HORN], u: ["", HORN] };

  const lowered = token =>
    token.normalize("NFC").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "").replace(/[ðɖ]/g, "đ");
  const bare = text => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").normalize("NFC").replace(/đ/g, "d");
  const fold = token => bare(lowered(token));

  /* "5" for "nghị": shapes of the letters and the tone as a number; "~…" for what is no Vietnamese syllable. */
  function accent(token) {
    const low = lowered(token), plain = bare(low);
    if (plain === low) return "";
    if (!/^[a-z]{1,7}$/.test(plain)) return "~" + low;
    let shapes = 0, tone = 0;
    for (const [, letter, marks] of low.replace(/đ/g, "d" + STROKE).normalize("NFD").matchAll(/(.)([\u0300-\u036f]*)/g)) {
      let shape = "";
      for (const mark of marks) {
        const at = TONES.indexOf(mark);
        if (at < 0) shape += mark;
        else if (tone) return "~" + low;
        else tone = at + 1;
      }
      const choices = SHAPES[letter] || [""], at = choices.indexOf(shape);
      if (at < 0) return "~" + low;
      shapes = shapes * choices.length + at;
    }
    const number = shapes * 6 + tone;
    return number ? number.toString(36) : "";
  }

  const known = new Map();
  function forms(token) {
    let found = known.get(token);
    if (!found) {
      if (known.size > 20000) known.clear();
      known.set(token, found = { fold: fold(token), accent: accent(token) });
    }
    return found;
  }
  /* Offsets are UTF-16 units, as strings here have them. */
  function words(text) {
    const found = [];
    TOKEN.lastIndex = 0;
    for (let m; (m = TOKEN.exec(text));) {
      const own = forms(m[0]);
      found.push({ fold: own.fold, accent: own.accent, start: m.index, end: TOKEN.lastIndex });
    }
    return found;
  }

  // --- document codes: "18-NQ/TW", "NQ18", "nghị quyết số 18" -> "#nq18" --------------------------------------------
  const own = (table, key) => Object.prototype.hasOwnProperty.call(table, key) ? table[key] : undefined;
  /* The letters of the code that a word is the symbol of: "QĐ" and "QD", but not "đã" for "ĐA". */
  function symbolOf(forms, token) {
    const found = own(forms.symbols, token.fold);
    return found && (!token.accent || token.accent === found[1]) ? found[0] : null;
  }
  const NUMBER = /^\d{1,4}$/, YEAR = /^(?:19|20)\d\d$/, GLUED = /^(?:([a-z]+)(\d{1,4})|(\d{1,4})([a-z]+))$/;
  const JOIN = /^(?: ?[-–—/] ?| )$/, TIGHT = /^ ?[-–—/] ?$/, ISSUER = /^[a-z]{1,6}\d{0,2}$/;
  const digits = text => text.replace(/^0+/, "") || "0";

  /* As readers type them; `forms` comes with the manifest. [{code, first, last}], last exclusive. */
  function codes(text, tokens, forms) {
    const gap = at => at + 1 < tokens.length ? text.slice(tokens[at].end, tokens[at + 1].start) : "\n";
    const afterSymbol = at => TIGHT.test(gap(at)) && ISSUER.test(tokens[at + 1].fold) ? at + 2 : at + 1;

    function symbolAfter(at) {
      if (!JOIN.test(gap(at))) return null;
      let next = at + 1;
      if (YEAR.test(tokens[next].fold) && gap(at).includes("/")) {
        if (!TIGHT.test(gap(next))) return null;
        next++;
        if (/^qh\d{1,2}$/.test(tokens[next].fold)) return ["qh", next + 1];
      }
      const symbol = symbolOf(forms, tokens[next]);
      return symbol ? [symbol, afterSymbol(next)] : null;
    }
    function numbered(at, letters) {
      const end = (number, last) => ({ code: `#${letters}${digits(number)}`, last });
      if (at >= tokens.length || !/^ ?[-–—/.:]? ?$/.test(gap(at - 1))) return null;
      if (tokens[at].fold === "so" && at + 1 < tokens.length && /^[ :.]{1,2}$/.test(gap(at))) at++;
      const number = tokens[at].fold, glued = GLUED.exec(number);
      if (glued && glued[4] && (own(forms.symbols, glued[4]) || [])[0] === letters) return end(glued[3], at + 1);
      if (!NUMBER.test(number)) return null;
      const after = symbolAfter(at);
      if (after) return end(number, after[1]);
      const between = gap(at);
      if (between.length === 1 && "/-–.,".includes(between) && /^\p{N}/u.test(tokens[at + 1].fold))
        return between === "/" && YEAR.test(tokens[at + 1].fold) ? end(number, at + 2) : null;
      return text[tokens[at].end] === "%" ? null : end(number, at + 1);
    }
    function codeAt(at) {
      const word = tokens[at].fold, glued = GLUED.exec(word);
      if (NUMBER.test(word)) {
        const after = symbolAfter(at);
        return after && { code: `#${after[0]}${digits(word)}`, last: after[1] };
      }
      if (glued) {
        const symbol = own(forms.symbols, glued[1] || glued[4]);
        return symbol ? { code: `#${symbol[0]}${digits(glued[2] || glued[3])}`, last: at + 1 } : null;
      }
      const letters = symbolOf(forms, tokens[at]);
      if (letters) {
        let next = afterSymbol(at);
        if (next === at + 2 && NUMBER.test(tokens[at + 1].fold)) next = at + 1;
        const found = numbered(next, letters);
        if (found) return found;
      }
      for (let length = Math.min(5, tokens.length - at); length; length--) {
        const name = own(forms.names, tokens.slice(at, at + length).map(t => t.fold).join(" "));
        if (name) return numbered(at + length, name);
      }
      return null;
    }
    const found = [];
    for (let at = 0; at < tokens.length; at++) {
      const code = codeAt(at);
      if (code) { found.push({ ...code, first: at }); at = code.last - 1; }
    }
    return found;
  }

  // --- queries ------------------------------------------------------------------------------------------------------
  const QUOTES = '"“”„«»';
  const PIECE = new RegExp(`(?:(?:^| )(-))?[${QUOTES}]([^${QUOTES}]*)[${QUOTES}]|(?:^| )-(?=[\\p{L}\\p{N}])([^ ${QUOTES}]+)`, "gu");

  /* Any string is a query: {parts: [{words: [[fold, accent]], code?, exact?}], excluded: [...], open}. */
  function parse(text, forms) {
    text = Array.from(String(text).slice(0, 4 * MOST_CHARACTERS).normalize("NFC")).slice(0, MOST_CHARACTERS).join("")
      .replace(/[\s\x1c-\x1f\x85\ufeff]+/g, " ");
    const parts = [], excluded = [];
    let room = MOST_WORDS, at = 0;
    const some = piece => {
      const found = words(piece).slice(0, room);
      room -= found.length;
      return found;
    };
    const spelled = tokens => tokens.map(t => [t.fold, t.accent]);
    const plain = run => run.split(";").map(plainPiece).pop();
    const plainPiece = piece => {
      const tokens = some(piece);
      let from = 0;
      for (const code of codes(piece, tokens, forms)) {
        if (from < code.first) parts.push({ words: spelled(tokens.slice(from, code.first)) });
        parts.push({ words: spelled(tokens.slice(code.first, code.last)), code: code.code });
        from = code.last;
      }
      if (from < tokens.length) parts.push({ words: spelled(tokens.slice(from)) });
      return tokens.length > 0 && tokens[tokens.length - 1].end === piece.length;
    };
    for (const match of text.matchAll(PIECE)) {
      plain(text.slice(at, match.index));
      at = match.index + match[0].length;
      if (match[3] !== undefined || match[1]) {
        const found = spelled(some(match[3] || match[2]));
        if (found.length) excluded.push({ words: found });
      } else for (const piece of match[2].split(";")) {
        const found = spelled(some(piece));
        if (found.length) parts.push({ words: found, exact: true });
      }
    }
    const open = plain(text.slice(at));
    return { parts, excluded, open };
  }

  // --- where a text says what was searched --------------------------------------------------------------------------
  /* {score, ranges: [[start, end]], full, spelled}: whole phrases where there are any, else pairs, else single words. `full` is 2 where
     the text says all parts of the query one right after the other, 1 where it says each of them somewhere, else 0; `spelled`, whether with the
     accents that were typed. */
  function marks(text, query, table) {
    const tokens = words(text), ranges = [], whole = query.parts.map(() => []);
    let score = 0, joined = 0, spelledSo = true, stated = null;
    query.parts.forEach((part, number) => {
      if (part.code) {
        stated = stated || codes(text, tokens, table).map(c => [c.code, tokens[c.first].start, tokens[c.last - 1].end]);
        const same = stated.filter(([code]) => code === part.code);
        same.forEach(([, start, end]) => { ranges.push([start, end]); whole[number].push([start, end]); });
        if (same.length) { score += 100; return; }
      }
      const want = part.words, open = query.open && number === query.parts.length - 1;
      const is = (token, at) => token.fold === want[at][0] ||
        (open && at === want.length - 1 && token.fold.startsWith(want[at][0]));
      const spelled = (token, at) => !want[at][1] || token.accent === want[at][1];
      const runs = new Map([[1, []], [2, []], [want.length, []]]);
      const seen = new Set();
      for (let i = 0; i < tokens.length; i++) for (let at = 0; at < want.length; at++) {
        if (!is(tokens[i], at)) continue;
        let n = 1, right = spelled(tokens[i], at);
        while (i + n < tokens.length && at + n < want.length && is(tokens[i + n], at + n)) {
          right = right && spelled(tokens[i + n], at + n);
          n++;
        }
        const all = n === want.length, kind = all ? n : Math.min(n, 2), key = `${kind} ${at} ${right}`;
        runs.get(kind).push([tokens[i].start, tokens[i + n - 1].end, right]);
        if (!seen.has(key)) { seen.add(key); score += all ? 60 * n : kind === 2 ? 10 * n : 1; if (right) score += n; }
      }
      // Where something is spelled as typed, what is only spelled alike is not meant: "họp" is not "hợp".
      for (const [kind, found] of runs) if (found.some(run => run[2])) runs.set(kind, found.filter(run => run[2]));
      whole[number] = runs.get(want.length);
      if (!whole[number].some(run => run[2])) spelledSo = false;
      for (const kind of [want.length, 2, 1]) if (runs.get(kind).length) { ranges.push(...runs.get(kind).map(run => run.slice(0, 2))); break; }
    });
    whole.slice(1).forEach((second, number) => {
      if (!whole[number].some(a => second.some(b => a[1] <= b[0] && !words(text.slice(a[1], b[0])).length))) return;
      score += 25;
      joined++;
    });
    const full = !whole.length || !whole.every(found => found.length) ? 0 : joined === whole.length - 1 ? 2 : 1;
    ranges.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
    const apart = [];
    for (const range of ranges) {
      const last = apart[apart.length - 1];
      if (last && range[0] < last[1]) last[1] = Math.max(last[1], range[1]);
      else apart.push([...range]);
    }
    return { score, ranges: apart, full, spelled: full > 0 && spelledSo };
  }

  globalThis.bnWords = { fold, accent, words, codes, parse, marks };
})();
