/* The page of results, built into #search-root. What is searched stands in the address: ?q=…&nam=2025&noi=… */
(() => {
  "use strict";
  const { engine } = globalThis.bnSite, root = document.getElementById("search-root");
  if (!root) return;
  const KINDS = {
    people: ["nhan-su", "Nhân sự", "người"], documents: ["van-kien", "Văn kiện", "văn kiện"],
    organizations: ["to-chuc", "Tổ chức", "tổ chức"], meetings: ["cuoc-hop", "Cuộc họp", "cuộc họp"],
    articles: ["bai-viet", "Bài báo", "bài"],
  };
  const FACETS = { noi: "Nơi", "to-chuc": "Cơ quan họp", "nhan-su": "Nhân sự", "van-kien": "Văn kiện", bao: "Báo", loai: "Loại cuộc họp" };
  const DATES = { tu: "Từ ngày", den: "Đến ngày" };
  const ORDERS = { "": "Đúng nhất trước", moi: "Mới nhất trước", cu: "Cũ nhất trước" };
  const FILTERS = ["nam", ...Object.keys(FACETS), ...Object.keys(DATES)];
  const MORE = 20, WAIT = 250;

  /* el("a.cls", {href}, child, …): all text goes in as text. */
  function el(tag, attributes, ...children) {
    const [name, ...classes] = tag.split("."), node = document.createElement(name);
    if (classes.length) node.className = classes.join(" ");
    for (const [key, value] of Object.entries(attributes || {})) {
      if (key.startsWith("on")) node.addEventListener(key.slice(2), value);
      else if (value !== false && value !== undefined && value !== null) node.setAttribute(key, value === true ? "" : value);
    }
    node.append(...children.filter(child => child !== null && child !== undefined && child !== false));
    return node;
  }
  const number = n => String(n).replace(/\B(?=(\d{3})+$)/g, ".");

  // --- the address --------------------------------------------------------------------------------------------------
  const read = () => new URLSearchParams(location.search || location.hash.replace(/^#\??/, ""));
  let state = read();
  const filters = () => Object.fromEntries(FILTERS.map(name => [name, state.get(name)]).filter(([, value]) => value));
  /* The address with some values changed; null takes one out. */
  function address(changes) {
    const next = new URLSearchParams(state);
    for (const [key, value] of Object.entries(changes)) value ? next.set(key, value) : next.delete(key);
    const text = next.toString();
    return text ? `?${text}` : location.pathname;
  }
  /* Goes to another state of this page. From file:// a browser may refuse to write the address: then it is loaded. */
  function go(href, how = "pushState") {
    try { history[how](null, "", href); } catch (error) {
      if (how === "pushState") location.href = href;
      else state = new URLSearchParams(href);
      return how !== "pushState";
    }
    state = read();
    return true;
  }
  const follow = (event, href) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    event.preventDefault();
    if (go(href)) { draw(); search(); }
  };
  const link = (changes, tag, attributes, ...children) => {
    const href = address(changes);
    return el(tag, { href, onclick: event => follow(event, href), ...attributes }, ...children);
  };

  // --- the frame ----------------------------------------------------------------------------------------------------
  const input = el("input", {
    type: "search", name: "q", id: "bns-q", autocomplete: "off", spellcheck: "false", enterkeyhint: "search", "aria-describedby": "bns-help",
  });
  const form = el("form.bns-form", { role: "search", action: "tim-kiem.html" },
    el("label", { for: "bns-q" }, "Tìm trong kho"), el("div.bns-box", null, input, el("button", { type: "submit" }, "Tìm")));
  const help = el("p.bns-help", { id: "bns-help" },
    "Gõ có dấu hay không dấu đều được. “Trong ngoặc kép” để tìm đúng cụm, thêm dấu trừ trước một chữ để bỏ chữ ấy.");
  const status = el("p.bns-status", { role: "status" });
  const alert = el("div.bns-alert", { role: "alert" });
  const side = el("div.bns-side", { id: "bns-loc" }), list = el("div.bns-list");
  root.replaceChildren(form, help, alert, status, el("div.bns-cols", null, list, side));

  let typing = 0;
  form.addEventListener("submit", event => {
    event.preventDefault();
    clearTimeout(typing);
    if (go(address({ q: input.value.trim(), rong: null }))) search();
  });
  input.addEventListener("input", () => {
    clearTimeout(typing);
    typing = setTimeout(() => { go(address({ q: input.value, rong: null }), "replaceState"); search(); }, WAIT);
  });
  addEventListener("popstate", () => { state = read(); draw(); search(); });
  /* Down and up go through the results, Escape back to the box. */
  root.addEventListener("keydown", event => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === "Escape" && event.target !== input) { input.focus(); input.select(); }
    if (!step || !(event.target === input || event.target.matches("[data-result]"))) return;
    const stops = [input, ...root.querySelectorAll("[data-result]")], to = stops[stops.indexOf(event.target) + step];
    if (to) { event.preventDefault(); to.focus(); }
  });

  function draw() {
    if (document.activeElement !== input || input.value.trim() !== (state.get("q") || "").trim()) input.value = state.get("q") || "";
    document.title = document.title.replace(/^(“.*” – )?/, () => input.value.trim() ? `“${input.value.trim().slice(0, 80)}” – ` : "");
  }

  // --- results ------------------------------------------------------------------------------------------------------
  /* A text with some ranges marked. */
  function marked(text, ranges, from = 0, to = text.length) {
    const out = document.createDocumentFragment();
    let at = from;
    for (const [start, end] of ranges) {
      if (start < at || end > to) continue;
      out.append(text.slice(at, start), el("mark", null, text.slice(start, end)));
      at = end;
    }
    out.append(text.slice(at, to));
    return out;
  }
  /* About 240 characters around the first thing to mark, cut at spaces. */
  function snippet({ text, ranges }) {
    const first = ranges.length ? ranges[0][0] : 0;
    let from = first < 110 ? 0 : text.indexOf(" ", first - 90) + 1, to = from + 240;
    if (from > first) from = first;
    to = to >= text.length ? text.length : Math.max(text.lastIndexOf(" ", to), ranges.length ? ranges[0][1] : from + 200);
    return el("p.bns-text", null, from ? "… " : "", marked(text, ranges, from, to), to < text.length ? " …" : "");
  }
  /* Search words go along when a result is opened, so that its page can mark them; the link itself stays plain. */
  function carry(event) {
    const anchor = event.currentTarget, plain = anchor.getAttribute("href"), [page, hash] = plain.split("#");
    anchor.setAttribute("href", `${page}?h=${encodeURIComponent((state.get("q") || "").slice(0, 300))}${hash ? "#" + hash : ""}`);
    setTimeout(() => anchor.setAttribute("href", plain), 0);
  }
  function result(hit, query) {
    const { passage, also = [] } = hit, said = passage && passage.score > 0;
    const title = globalThis.bnWords.marks(hit.title, query, table);
    const href = encodeURI(hit.url) + (said ? `#${encodeURIComponent(passage.id)}` : "");
    const events = hit.kind === "articles" ? { onclick: carry, onauxclick: carry } : null;
    const others = also.filter(id => id !== (said && passage.id)).slice(0, 4);
    return el("li", null,
      el("a", { href, "data-result": true, ...events }, marked(hit.title, title.ranges)),
      el("p.bns-detail", null, hit.detail),
      passage && passage.text ? snippet(passage) : null,
      others.length ? el("p.bns-also", null, "Cũng ở ", ...others.flatMap((id, at) => [at ? ", " : "", el("a",
        { href: `${encodeURI(hit.url)}#${encodeURIComponent(id)}`, ...events }, `đoạn ${id.replace(/^b/, "")}`)])) : null);
  }
  function group({ kind, total, hits }, query) {
    const [name, title] = KINDS[kind], id = `bns-${name}`;
    return el("section", { "aria-labelledby": id },
      el("h2", { id }, title, " ", el("span.n", null, number(total))),
      el("ol", null, ...hits.map(hit => result(hit, query))),
      hits.length < total ? el("p", null, el("button", { type: "button", onclick: event => more(event, kind, hits.length) },
        `Xem thêm ${number(Math.min(MORE, total - hits.length))} ${KINDS[kind][2]}`)) : null);
  }
  async function more(event, kind, had) {
    shown[kind] = had + MORE;
    event.currentTarget.disabled = true;
    await search(true);
    const links = document.querySelectorAll(`[aria-labelledby="bns-${KINDS[kind][0]}"] [data-result]`);
    if (links[had]) links[had].focus();
  }

  let table = { names: {}, symbols: {} }, shown = {}, latest = 0;
  async function search(keep) {
    const mine = ++latest, text = (state.get("q") || "").trim() ? state.get("q") : "";
    if (!keep) shown = {};
    root.setAttribute("aria-busy", "true");
    const slow = setTimeout(() => { if (mine === latest) status.textContent = "Đang tìm…"; }, 400);
    try {
      if (!text) { if (mine === latest) show(null, text); return; }
      const only = Object.keys(KINDS).find(kind => KINDS[kind][0] === state.get("nhom"));
      const found = await engine.answer(text, {
        filters: filters(), order: state.get("xep") || "", shown: only ? { [only]: MORE, ...shown } : shown,
        wider: state.get("rong") ? 1e9 : 1,
      });
      table = await engine.table();
      if (mine === latest) show(found, text, only);
    } catch (error) {
      if (mine === latest) failed([error.file || error.message], true);
    } finally {
      clearTimeout(slow);
      if (mine === latest) root.removeAttribute("aria-busy");
    }
  }
  /* Something could not be loaded: says so, and offers to try again. What was found stays. */
  function failed(files, nothing) {
    if (nothing) { status.textContent = ""; list.replaceChildren(); side.replaceChildren(); }
    alert.replaceChildren(
      el("p", null, nothing ? "Không tải được chỉ mục tìm kiếm" : "Một phần chỉ mục không tải được, kết quả có thể thiếu", ` (${files.slice(0, 3).join(", ")}).`),
      el("button", { type: "button", onclick: () => { alert.replaceChildren(); input.focus(); search(true); } }, "Thử lại"),
      nothing ? places() : "");
  }
  const places = (lead = "Trong lúc chờ, xem ") => el("p", null, lead, ...[["dong-thoi-gian.html", "dòng thời gian"], ["cuoc-hop/index.html", "cuộc họp"],
    ["nhan-su/index.html", "nhân sự"], ["van-kien/index.html", "văn kiện"], ["to-chuc/index.html", "tổ chức"]]
    .flatMap(([href, name], at) => [at ? ", " : "", el("a", { href }, name)]), ".");

  function show(found, text, only) {
    alert.replaceChildren();
    if (!text) {
      status.textContent = "";
      side.replaceChildren();
      list.replaceChildren(el("p", null, "Tìm theo tên người, số văn kiện, cơ quan, hay câu chữ trong bài. Ví dụ: ",
        ...["nghị quyết 18", "nq 57", "tổng kết năm 2025"].flatMap((q, at) => [at ? ", " : "", link({ q }, "a", null, q)]), "."));
      return;
    }
    if (found.lost.length) failed(found.lost, false);
    const groups = found.groups.filter(g => !only || g.kind === only), active = Object.keys(filters());
    const told = found.groups.map(g => `${number(g.total)} ${KINDS[g.kind][2]}`).join(", ");
    const said = found.correction ? words(found) : "";
    status.replaceChildren(...(found.total
      ? [found.correction ? `Không có cụm “${text.trim()}”. Có phải: ` : "", said ? link({ q: said }, "a", null, said) : "", said ? "? " : "",
        found.uncoded ? "Không có văn kiện mang số này; có những chữ ấy: "
          : found.exactly || found.correction ? "" : "Không nơi nào có đúng cụm này; gần nhất: ", `${told}.`]
      : [nothing(found, text)]));
    const narrowed = found.base && (found.total || active.length);
    const wide = found.groups.find(g => g.kind === "articles");
    const phrase = found.query.parts.some(p => !p.code && !p.exact && p.words.length > 1);
    list.replaceChildren(
      ...[narrowed && el("a.bns-jump", { href: "#bns-loc" }, "Tới phần thu hẹp"), chips(), found.total && found.groups.length > 1 ? tabs(found, only) : null].filter(Boolean),
      ...groups.map(g => group(g, found.query)),
      wide && wide.total < 10 && phrase && !state.get("rong") && !found.correction
        ? el("p", null, link({ rong: "1" }, "a", null, "Tìm cả những bài có đủ các chữ này mà không đứng liền nhau")) : "",
      !found.total && active.length ? el("p", null, link(Object.fromEntries(active.map(name => [name, null])), "a", null, "Bỏ mọi bộ lọc")) : "",
      !found.total ? places("Các mục lục: ") : "");
    narrowed ? narrow(found) : side.replaceChildren();
  }
  function nothing(found, text) {
    if (!found.query.parts.length) return found.query.excluded.length ? "Chỉ có chữ phải bỏ; hãy thêm chữ cần tìm." : "Không có chữ nào để tìm.";
    return `Không thấy gì cho “${text.trim().slice(0, 80)}”. Thử ít chữ hơn hoặc bỏ ngoặc kép.`;
  }
  /* The words that were meant, as an article prints them. */
  function words({ groups, query }) {
    for (const { hits } of groups) for (const hit of hits) for (const text of [hit.title, hit.passage && hit.passage.text]) {
      if (!text) continue;
      const { full, ranges } = globalThis.bnWords.marks(text, query, table);
      if (full && query.parts.length < 2) return text.slice(...ranges[0]);
    }
    return query.parts.flatMap(part => part.words.map(word => word[0])).join(" ");
  }
  function tabs(found, only) {
    const item = (kind, name, count) => el("li", null, link({ nhom: kind }, "a",
      { "aria-current": (only ? KINDS[only][0] : "") === (kind || "") ? "true" : null }, `${name} `, el("span.n", null, number(count))));
    return el("nav.bns-tabs", { "aria-label": "Nhóm kết quả" }, el("ul", null, item(null, "Tất cả", found.total),
      ...found.groups.map(g => item(KINDS[g.kind][0], KINDS[g.kind][1], g.total))));
  }
  /* The filters in force, each with a way out. */
  function chips() {
    const own = Object.entries(filters());
    if (!own.length) return null;
    return el("ul.bns-chips", { "aria-label": "Đang lọc theo" }, ...own.map(([name, value]) => {
      const label = el("span", null, value), title = FACETS[name] || DATES[name] || "Năm";
      if (FACETS[name]) engine.label(name, value).then(known => { label.textContent = known; }, () => {});
      return el("li", null, link({ [name]: null }, "a", null, el("span.bn-sr", null, "Bỏ lọc "), `${title}: `, label, el("span", { "aria-hidden": "true" }, " ✕")));
    }));
  }

  // --- narrowing ----------------------------------------------------------------------------------------------------
  const opened = new Set(["nam"]);
  function narrow(found) {
    const order = el("select", { id: "bns-xep", onchange: event => { if (go(address({ xep: event.target.value }))) search(); } },
      ...Object.entries(ORDERS).map(([value, name]) => el("option", { value, selected: (state.get("xep") || "") === value }, name)));
    const facet = (name, title, fill) => {
      const body = el("div"), box = el("details", { open: opened.has(name) }, el("summary", null, title), body);
      let filled = false;
      const open = async () => {
        if (!box.open || filled) return;
        filled = true;
        body.textContent = "Đang đếm…";
        try { body.replaceChildren(await fill()); } catch (error) {
          filled = false;
          body.replaceChildren("Không tải được. ", el("button", { type: "button", onclick: open }, "Thử lại"));
        }
      };
      box.addEventListener("toggle", () => { box.open ? opened.add(name) : opened.delete(name); open(); });
      open();
      return box;
    };
    const values = (name, items) => {
      const most = Math.max(1, ...items.map(item => item.count));
      return items.length ? el("ul.bns-bars", null, ...items.map(item => el("li", null, link({ [name]: state.get(name) === item.id ? null : item.id }, "a",
        { "aria-current": state.get(name) === item.id ? "true" : null }, el("span", null, item.label), el("span.n", null, number(item.count)),
        el("i", { style: `width:${(100 * item.count / most).toFixed(1)}%`, "aria-hidden": "true" }))))) : "Không có bài nào.";
    };
    const day = name => el("label", null, DATES[name], el("input", {
      type: "date", name, value: state.get(name) || "", onchange: event => { if (go(address({ [name]: event.target.value }))) search(); },
    }));
    side.replaceChildren(el("h2", null, "Thu hẹp"), el("label", { for: "bns-xep" }, "Sắp xếp"), order,
      facet("nam", "Năm", async () => values("nam", (await engine.facet("nam", found)).filter(item => item.id !== "0").reverse())),
      facet("ngay", "Khoảng ngày", async () => el("div.bns-days", null, day("tu"), day("den"))),
      ...Object.entries(FACETS).map(([name, title]) => facet(name, title, async () => values(name, await engine.facet(name, found)))));
  }

  draw();
  search();
  if (!state.get("q")) input.focus({ preventScroll: true });
})();
