/* On every page: suggestions under the search box, and the searched words marked on a page that was opened from a result.
   The search itself (search/search.js) is loaded when somebody goes to the box, not before. */
(() => {
  "use strict";
  const base = new URL("../", document.currentScript.src).href;
  const KINDS = { people: "Nhân sự", documents: "Văn kiện", organizations: "Tổ chức" };

  function script(path) {
    return new Promise((resolve, reject) => {
      const node = document.createElement("script");
      Object.assign(node, { src: base + path, onload: resolve, onerror: () => { node.remove(); reject(new Error(path)); } });
      document.head.append(node);
    });
  }
  let style = null, engine = null;
  function load() {
    if (!style) {
      style = document.createElement("link");
      Object.assign(style, { rel: "stylesheet", href: `${base}assets/search.css` });
      document.head.append(style);
    }
    if (!engine) {
      engine = script("search/search.js").then(() => {
        const { engine: make, scriptLoader } = globalThis.bnEngine;
        globalThis.bnSite = { base, engine: make(scriptLoader(`${base}search/`)) };
        return globalThis.bnSite.engine;
      });
      engine.catch(() => { engine = null; });
    }
    return engine;
  }

  // --- the page of results ------------------------------------------------------------------------------------------
  function results(root) {
    load().then(() => script("search/page.js")).catch(error => {
      const retry = document.createElement("button");
      Object.assign(retry, { type: "button", textContent: "Thử lại", onclick: () => { root.replaceChildren(); results(root); } });
      const text = document.createElement("p");
      text.setAttribute("role", "alert");
      text.append(`Không tải được phần tìm kiếm (${error.message}). `, retry);
      root.replaceChildren(text);
    });
  }

  // --- suggestions: the pattern of a combobox with a list -----------------------------------------------------------
  function suggestions(form, input) {
    const list = document.createElement("ul");
    Object.assign(list, { id: "bns-goi-y", className: "bns-suggest", hidden: true });
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", "Gợi ý");
    const say = document.createElement("span");
    say.className = "bn-sr";
    say.setAttribute("role", "status");
    for (const [key, value] of [["role", "combobox"], ["aria-autocomplete", "list"], ["aria-expanded", "false"], ["aria-controls", list.id]])
      input.setAttribute(key, value);
    form.append(list, say);
    let latest = 0, at = -1, timer = 0;

    function close() {
      latest++;
      list.hidden = true;
      at = -1;
      input.setAttribute("aria-expanded", "false");
      input.removeAttribute("aria-activedescendant");
    }
    function choose(to) {
      const items = [...list.children];
      if (!items.length) return;
      at = (to + items.length + 1) % (items.length + 1); // one place more: back in the box
      items.forEach((item, n) => item.setAttribute("aria-selected", String(n === at)));
      if (items[at]) input.setAttribute("aria-activedescendant", items[at].id);
      else { input.removeAttribute("aria-activedescendant"); at = -1; }
    }
    async function fill() {
      const mine = ++latest, text = input.value;
      let cards = [];
      try { cards = text.trim() ? await (await load()).suggest(text) : []; } catch { /* the box itself still works */ }
      if (mine !== latest || document.activeElement !== input) return;
      list.replaceChildren(...cards.map((card, n) => {
        const item = document.createElement("li"), name = document.createElement("b"), detail = document.createElement("span");
        item.id = `bns-goi-y-${n}`;
        item.setAttribute("role", "option");
        item.setAttribute("aria-selected", "false");
        name.textContent = card.title;
        detail.textContent = `${KINDS[card.kind]}${card.detail ? " · " + card.detail : ""}`;
        item.append(name, detail);
        item.dataset.href = new URL(encodeURI(card.url), base).href;
        item.addEventListener("pointerdown", event => { event.preventDefault(); location.href = item.dataset.href; });
        return item;
      }));
      at = -1;
      list.hidden = !cards.length;
      input.setAttribute("aria-expanded", String(cards.length > 0));
      say.textContent = cards.length ? `${cards.length} gợi ý, dùng phím mũi tên để chọn` : "";
    }
    input.addEventListener("focus", () => { load().then(found => found.ready()).catch(() => {}); });
    input.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(fill, 120); });
    input.addEventListener("blur", close);
    input.addEventListener("keydown", event => {
      if (event.key === "Escape" && !list.hidden) { close(); event.preventDefault(); }
      else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        if (list.hidden) return;
        event.preventDefault();
        choose(at + (event.key === "ArrowDown" ? 1 : at < 0 ? list.children.length : -1));
      } else if (event.key === "Enter" && at >= 0) {
        event.preventDefault();
        location.href = list.children[at].dataset.href;
      }
    });
  }

  // --- words marked on an opened page -------------------------------------------------------------------------------
  async function mark(text) {
    const found = await load(), table = await found.table();
    const { parse, marks } = globalThis.bnWords, query = parse(text, table);
    if (!query.parts.length) return;
    let count = 0;
    for (const block of document.querySelectorAll("main [id]")) {
      if (!/^b\d+$/.test(block.id)) continue;
      const { score, ranges } = marks(block.textContent, query, table);
      // Only where words stand together: single words of a phrase are everywhere.
      if (score >= 10 || query.parts.every(part => part.words.length < 2)) count += wrap(block, ranges);
    }
    if (!count) return;
    const button = document.createElement("button");
    Object.assign(button, { type: "button", className: "bns-off", textContent: "Bỏ tô chữ tìm được" });
    button.onclick = () => {
      document.querySelectorAll("mark.bns-mark").forEach(node => node.replaceWith(...node.childNodes));
      button.remove();
    };
    document.body.append(button);
  }
  /* Marks ranges of a block's text, which may run over several elements; how many were marked. */
  function wrap(block, ranges) {
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT), nodes = [];
    for (let at = 0; walker.nextNode(); at += walker.currentNode.length) nodes.push([at, walker.currentNode]);
    for (const [from, node] of nodes.reverse()) for (const [start, end] of [...ranges].reverse()) {
      const first = Math.max(start - from, 0), last = Math.min(end - from, node.length);
      if (first >= last) continue;
      const range = document.createRange(), around = document.createElement("mark");
      around.className = "bns-mark";
      range.setStart(node, first);
      range.setEnd(node, last);
      range.surroundContents(around);
    }
    return ranges.length;
  }

  function begin() {
    const root = document.getElementById("search-root"), input = document.querySelector("form input[name=q]");
    if (root) return results(root);
    if (input) suggestions(input.form, input);
    const text = new URLSearchParams(location.search).get("h");
    if (text) mark(text).catch(() => {});
  }
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", begin);
  else begin();
})();
