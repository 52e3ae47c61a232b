// Comforts on top of pages that work without any of this: theme, "/" to search, cards over mentions, filters of indices.
(function () {
  "use strict";
  var root = document.documentElement;
  root.classList.add("js"); // the style sheet then keeps room for what is made below

  // --- light or dark: as the system has it, until the reader chooses -------------------------------------------------
  function remembered() {
    try { return localStorage.getItem("bien-nien-nen"); } catch (e) { return null; }
  }
  function remember(value) {
    try { localStorage.setItem("bien-nien-nen", value); } catch (e) { /* private mode: the choice lasts for this page */ }
  }
  var chosen = remembered();
  if (chosen === "dark" || chosen === "light") root.dataset.theme = chosen;
  function isDark() {
    return root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  }

  // Text as it is typed without marks: lower case, no accents, đ as d.
  function fold(text) {
    return text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/đ/g, "d");
  }

  function theme() {
    var button = document.querySelector("[data-theme-button]");
    if (!button) return;
    function label() { button.textContent = isDark() ? "Nền sáng" : "Nền tối"; }
    label();
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", label);
    button.addEventListener("click", function () {
      root.dataset.theme = isDark() ? "light" : "dark";
      remember(root.dataset.theme);
      label();
    });
  }

  function slash() {
    document.addEventListener("keydown", function (event) {
      if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
      var at = document.activeElement;
      if (at && (/^(INPUT|TEXTAREA|SELECT)$/.test(at.tagName) || at.isContentEditable)) return;
      var input = document.querySelector("input[type=search]");
      if (!input) return;
      event.preventDefault();
      input.focus();
      input.select();
    });
  }

  // A paragraph that is linked to may lie in something folded.
  function unfold() {
    var id = decodeURIComponent(location.hash.slice(1));
    var target = id && document.getElementById(id);
    var fold = target && target.closest("details");
    if (fold && !fold.open) { fold.open = true; target.scrollIntoView(); }
  }

  // --- the fact behind a mention: on hover, focus, or the first tap ---------------------------------------------------
  function cards() {
    var text = document.querySelector(".bn-text");
    if (!text) return;
    var card = null, owner = null, timer = 0, touched = false;
    function hide() {
      clearTimeout(timer);
      if (card) card.remove();
      if (owner) owner.removeAttribute("aria-describedby");
      card = owner = null;
    }
    function show(link) {
      if (owner === link) return;
      hide();
      var fact = document.getElementById(link.dataset.f);
      if (!fact) return;
      card = document.createElement("div");
      card.className = "bn-card";
      card.id = "bn-card";
      Array.prototype.forEach.call(fact.childNodes, function (node) { card.appendChild(node.cloneNode(true)); });
      card.querySelectorAll("[id]").forEach(function (node) { node.removeAttribute("id"); });
      document.body.appendChild(card);
      var box = link.getClientRects()[0], width = card.offsetWidth, height = card.offsetHeight;
      var left = Math.max(16, Math.min(box.left, root.clientWidth - width - 16));
      var below = box.bottom + height + 12 < root.clientHeight || box.top < height + 12;
      card.style.left = left + window.scrollX + "px";
      card.style.top = window.scrollY + (below ? box.bottom + 8 : box.top - height - 8) + "px";
      owner = link;
      link.setAttribute("aria-describedby", "bn-card");
      card.addEventListener("pointerenter", function () { clearTimeout(timer); });
      card.addEventListener("pointerleave", later);
    }
    function later() { clearTimeout(timer); timer = setTimeout(hide, 250); }
    function mention(event) { return event.target.closest && event.target.closest("a[data-f]"); }
    text.addEventListener("pointerover", function (event) {
      var link = mention(event);
      if (!link || event.pointerType === "touch") return;
      clearTimeout(timer);
      timer = setTimeout(function () { show(link); }, 180);
    });
    text.addEventListener("pointerout", function (event) { if (mention(event) && event.pointerType !== "touch") later(); });
    text.addEventListener("focusin", function (event) { var link = mention(event); if (link && !touched) show(link); });
    text.addEventListener("focusout", later);
    text.addEventListener("pointerdown", function (event) { touched = event.pointerType === "touch"; });
    text.addEventListener("click", function (event) {
      var link = mention(event);
      if (!link) return;
      // A finger cannot hover: the first tap tells, the second goes there. A mark of doubt only ever tells.
      if ((touched && owner !== link) || link.classList.contains("i")) { event.preventDefault(); show(link); }
    });
    document.addEventListener("pointerdown", function (event) {
      if (card && !card.contains(event.target) && !mention(event)) hide();
    });
    document.addEventListener("keydown", function (event) { if (event.key === "Escape") hide(); });
  }

  // Words that are copied out of an article take along where they stand.
  function quoting() {
    var text = document.querySelector(".bn-text");
    if (!text) return;
    text.addEventListener("copy", function (event) {
      var chosen = document.getSelection();
      var words = chosen.toString().trim();
      if (words.split(/\s+/).length < 6 || !event.clipboardData) return;
      var from = chosen.getRangeAt(0).startContainer;
      var block = (from.nodeType === 1 ? from : from.parentNode).closest(".bn-text p[id], .bn-text h2[id]");
      var canonical = document.querySelector("link[rel=canonical]");
      var address = canonical ? canonical.href : /^http/.test(location.protocol) ? location.href.split("#")[0] : "";
      var source = document.querySelector(".bn-source b"), where = [document.querySelector("h1").textContent.trim()];
      if (source) where.push(source.textContent);
      if (block) where.push("đoạn " + block.id.slice(1));
      if (address) where.push(address + (block ? "#" + block.id : ""));
      event.clipboardData.setData("text/plain", words + "\n(" + where.join(". ") + ")");
      event.preventDefault();
    });
  }

  // --- a box that narrows an index while one types ------------------------------------------------------------------------
  function find() {
    var box = document.querySelector("[data-find]");
    if (!box) return;
    var rows = Array.prototype.slice.call(document.querySelectorAll(".bn-cols-list > li, .bn-index .bn-list > li"));
    var label = document.createElement("label"), input = document.createElement("input"), told = document.createElement("p");
    label.append("Lọc danh sách này", input);
    told.setAttribute("role", "status");
    input.type = "text";
    input.autocomplete = "off";
    box.append(label, told);
    var words = rows.map(function (row) { return fold(row.textContent); });
    input.addEventListener("input", function () {
      var wanted = fold(input.value).split(/\s+/).filter(Boolean), shown = 0;
      rows.forEach(function (row, at) {
        var fits = wanted.every(function (w) { return words[at].indexOf(w) >= 0; });
        row.hidden = !fits;
        if (fits) shown++;
      });
      document.querySelectorAll(".bn-index section").forEach(function (section) {
        section.hidden = !section.querySelector("li:not([hidden])");
      });
      told.textContent = wanted.length ? shown + " mục" : "";
    });
  }

  function start() { theme(); slash(); unfold(); cards(); quoting(); find(); }
  window.addEventListener("hashchange", unfold);
  window.addEventListener("beforeprint", function () {
    document.querySelectorAll("details").forEach(function (d) { d.open = true; });
  });
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
