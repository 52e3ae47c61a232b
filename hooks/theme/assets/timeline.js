// On top of lists of meetings that are whole without it: a closer look (years, months, days) and filters.
(function () {
  "use strict";
  var WEEK = ["T2", "T3", "T4", "T5", "T6", "T7", "CN"];
  var DAYS = ["thứ hai", "thứ ba", "thứ tư", "thứ năm", "thứ sáu", "thứ bảy", "chủ nhật"];
  var SVG = "http://www.w3.org/2000/svg";

  function all(css, from) { return Array.prototype.slice.call((from || document).querySelectorAll(css)); }
  function make(tag, attributes, content) {
    var element = document.createElement(tag);
    Object.keys(attributes || {}).forEach(function (name) { element.setAttribute(name, attributes[name]); });
    if (content) element.append.apply(element, content);
    return element;
  }

  // A period is the beginning of a day's name: "" (all), "2025", "2025-08", "2025-08-20".
  function up(period) { return period.slice(0, Math.max(0, period.lastIndexOf("-"))); }
  function finer(period) { return period.length < 4 ? 4 : period.length + 3; }
  function name(period) {
    var part = period.split("-").map(Number);
    if (!period) return "Toàn bộ";
    if (part.length === 1) return "Năm " + part[0];
    if (part.length === 2) return "Tháng " + part[1] + "-" + part[0];
    return "Ngày " + part[2] + "-" + part[1] + "-" + part[0];
  }

  // The page's rows and what narrows them: filters, and the period one looks at.
  function list() {
    var rows = all(".bn-line > .bn-ev").map(function (element) {
      var time = element.querySelector("time");
      return { element: element, moment: time ? time.getAttribute("datetime") : "" };
    });
    var tests = [], listeners = [];
    function passing(but) {
      return rows.filter(function (row) { return tests.every(function (t) { return t === but || t(row); }); });
    }
    return {
      rows: rows,
      passing: passing,
      narrow: function (test) { tests.push(test); },
      listen: function (listener) { listeners.push(listener); },
      apply: function () {
        var shown = passing();
        rows.forEach(function (row) { row.element.hidden = shown.indexOf(row) < 0; });
        // A heading over nothing goes with its list; a section that holds the controls stays.
        all(".bn-line").forEach(function (line) {
          var empty = !line.querySelector(".bn-ev:not([hidden])"), before = line.previousElementSibling;
          var section = line.closest("section");
          line.hidden = empty;
          if (before && /^H[2-6]$/.test(before.tagName)) before.hidden = empty;
          var count = section && section.querySelector("[data-count]");
          if (count) count.textContent = section.querySelectorAll(".bn-ev:not([hidden])").length;
          if (section && !section.querySelector("[data-zoom], [data-filter]")) {
            section.hidden = !section.querySelector(".bn-ev:not([hidden])");
          }
        });
        listeners.forEach(function (listener) { listener(shown); });
      },
    };
  }

  // --- filters: by place, organisation, kind ---------------------------------------------------------------------------
  function filters(box, meetings) {
    var fields = [["place", "Nơi"], ["body", "Cơ quan"], ["kind", "Loại"]], selects = [];
    var strip = document.querySelector("[data-unit]"), unit = strip ? strip.dataset.unit : "cuộc họp";
    fields.forEach(function (field) {
      var count = {};
      meetings.rows.forEach(function (row) {
        var value = row.element.dataset[field[0]];
        if (value) count[value] = (count[value] || 0) + 1;
      });
      var values = Object.keys(count).sort(function (a, b) { return count[b] - count[a] || a.localeCompare(b, "vi"); });
      if (values.length < 2) return;
      var select = make("select", { "data-field": field[0] }, [new Option("tất cả", "")]);
      values.forEach(function (value) { select.append(new Option(value + " (" + count[value] + ")", value)); });
      select.addEventListener("change", meetings.apply);
      selects.push(select);
      box.append(make("label", {}, [field[1], select]));
    });
    if (!selects.length) { box.remove(); return; }
    var told = make("p", { role: "status" });
    box.append(told);
    meetings.narrow(function (row) {
      return selects.every(function (s) { return !s.value || row.element.dataset[s.dataset.field] === s.value; });
    });
    meetings.listen(function (shown) {
      told.textContent = selects.some(function (s) { return s.value; }) ? shown.length + " " + unit : "";
    });
  }

  // --- zoom: years, months, days ----------------------------------------------------------------------------------------
  // "2024:0305,0306*2,07" -> ["2024-03-05", "2024-03-06", "2024-03-06", "2024-07"]
  function decode(text) {
    var out = [];
    text.split(" ").forEach(function (word) {
      var year = word.slice(0, 4);
      word.slice(5).split(",").forEach(function (day) {
        var parts = day.split("*"), digits = parts[0].match(/../g) || [];
        for (var n = Number(parts[1] || 1); n > 0; n--) out.push([year].concat(digits).join("-"));
      });
    });
    return out;
  }

  function zoom(box, meetings) {
    var whole = box.dataset.at || "", far = box.dataset.far, unit = box.dataset.unit || "cuộc họp";
    var still = box.querySelector("ol"), bar = box.querySelector(".bn-zoom-bar");
    var given = far && box.dataset.days ? decode(box.dataset.days) : null;
    var at = whole, last = "", moments = [];
    var view = make("div", { class: "bn-zoom-view", tabindex: "-1" });
    still.before(view);
    view.append(still);

    function within(period) { return moments.filter(function (m) { return m.indexOf(period) === 0; }); }
    function parts(length) {
      var found = moments.filter(function (m) { return m.length >= length && m.indexOf(whole) === 0; });
      return found.map(function (m) { return m.slice(0, length); }).sort().filter(function (m, i, a) { return m !== a[i - 1]; });
    }
    // Where the page has the meetings of a period, it shows just these; else the page of the year does.
    function address(period) {
      if (!far || !period) return "#xem" + (period === whole ? "" : "=" + period);
      return far + period.slice(0, 4) + ".html" + (period.length > 4 ? "#xem=" + period : "");
    }
    function go(period) { location.hash = "xem" + (period === whole ? "" : "=" + period); }

    function column(count, top) {
      var svg = document.createElementNS(SVG, "svg"), bar = document.createElementNS(SVG, "rect");
      var height = count ? Math.max(2.5, Math.round(260 * count / top) / 10) : 1;
      svg.setAttribute("class", "bn-column");
      svg.setAttribute("viewBox", "0 0 12 28");
      svg.setAttribute("preserveAspectRatio", "none");
      svg.setAttribute("aria-hidden", "true");
      if (!count) bar.setAttribute("class", "z");
      bar.setAttribute("y", 28 - height);
      bar.setAttribute("width", 12);
      bar.setAttribute("height", height);
      svg.append(bar);
      return svg;
    }
    function two(number) { return (number < 10 ? "0" : "") + number; }
    function months(year) {
      var counts = [], months = make("ol", { class: "bn-strip" });
      for (var n = 1; n < 13; n++) counts.push(within(year + "-" + two(n)).length);
      var top = Math.max.apply(null, counts);
      counts.forEach(function (count, i) {
        var period = year + "-" + two(i + 1), inside = [
          column(count, top),
          make("span", { class: "y" }, [make("span", { class: "bn-sr" }, ["Tháng "]), String(i + 1)]),
          make("span", { class: "c" }, [String(count), make("span", { class: "bn-sr" }, [" " + unit])]),
        ];
        months.append(make("li", {}, [count ? make("a", { href: address(period) }, inside) : make("span", { class: "z" }, inside)]));
      });
      return months;
    }
    function calendar(month, day) {
      var year = Number(month.slice(0, 4)), number = Number(month.slice(5));
      var first = (new Date(Date.UTC(year, number - 1, 1)).getUTCDay() + 6) % 7;
      var length = new Date(Date.UTC(year, number, 0)).getUTCDate();
      var body = make("tbody"), row;
      for (var cell = 0; cell < Math.ceil((first + length) / 7) * 7; cell++) {
        if (cell % 7 === 0) { row = make("tr"); body.append(row); }
        var date = cell - first + 1, inside = [];
        if (date > 0 && date <= length) {
          var period = month + "-" + two(date), count = within(period).length;
          if (count) {
            var link = make("a", { href: address(period) }, [
              String(date), make("b", {}, [String(count), make("span", { class: "bn-sr" }, [" " + unit])]),
            ]);
            if (period === day) link.setAttribute("aria-current", "date");
            inside.push(link);
          } else inside.push(make("span", {}, [String(date)]));
        }
        row.append(make("td", {}, inside));
      }
      var head = make("tr", {}, WEEK.map(function (short, i) { return make("th", { scope: "col", abbr: DAYS[i] }, [short]); }));
      return make("table", { class: "bn-cal" }, [make("caption", {}, [name(month)]), make("thead", {}, [head]), body]);
    }

    function button(text, label, key, act) {
      var element = make("button", { type: "button", title: label + " (phím " + key + ")" }, [text]);
      if (text.length < 3) element.setAttribute("aria-label", label);
      element.addEventListener("click", function () { if (element.getAttribute("aria-disabled") !== "true") act(); });
      bar.append(element);
      return element;
    }
    function child() {
      if (last.indexOf(at) === 0 && last.length > at.length && within(last).length) return last.slice(0, finer(at));
      var below = within(at).filter(function (m) { return m.length >= finer(at); }).sort();
      return at.length < 10 && below.length ? below[below.length - 1].slice(0, finer(at)) : "";
    }
    function beside(step) {
      if (at === whole) return "";
      var those = parts(at.length);
      return those.indexOf(at) < 0 ? "" : those[those.indexOf(at) + step] || "";
    }
    function out() { return at !== whole ? up(at) : ""; }
    var acts = {
      out: function () { if (at !== whole) go(out()); else if (box.dataset.up) location.href = box.dataset.up; },
      in: function () { if (child()) go(child()); },
      before: function () { if (beside(-1)) go(beside(-1)); },
      after: function () { if (beside(1)) go(beside(1)); },
      whole: function () { if (at !== whole) go(whole); },
    };
    var buttons = {
      out: button("− Thu nhỏ", "Thu nhỏ", "−", acts.out),
      in: button("+ Phóng to", "Phóng to", "+", acts.in),
      before: button("‹", "Lùi lại", "←", acts.before),
      after: button("›", "Tiến tới", "→", acts.after),
    };
    var told = make("p", { role: "status" });
    bar.append(told);
    var keys = { "+": "in", "=": "in", "-": "out", "_": "out", "0": "whole", ArrowLeft: "before", ArrowRight: "after" };
    box.addEventListener("keydown", function (event) {
      var act = keys[event.key];
      if (!act || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      acts[act]();
    });

    function chart() {
      if (!at) return still;
      if (at === whole && far) return months(at);
      return at.length === 4 ? months(at) : calendar(at.slice(0, 7), at);
    }
    function draw() {
      var inside = box.contains(document.activeElement);
      moments = given || meetings.passing(fits).map(function (row) { return row.moment; });
      view.replaceChildren(chart());
      box.dataset.period = at;
      // The link that was followed is gone: whoever goes on by keyboard goes on from here.
      if (inside && !box.contains(document.activeElement)) view.focus({ preventScroll: true });
      var here = within(at), loose = here.filter(function (m) { return m.length < finer(at) && m.length < 10; }).length;
      var text = name(at) + ": " + here.length + " " + unit;
      if (at && loose) text += ", " + loose + " không rõ " + (at.length === 4 ? "tháng" : "ngày");
      told.replaceChildren(text);
      if (far && at) told.append(". ", make("a", { href: address(at) }, ["Mở danh sách"]));
      var can = { out: at !== whole || box.dataset.up, in: child(), before: beside(-1), after: beside(1) };
      Object.keys(buttons).forEach(function (b) { buttons[b].setAttribute("aria-disabled", can[b] ? "false" : "true"); });
    }
    function fits(row) { return far || at === whole || row.moment.indexOf(at) === 0; }
    function read() {
      var found = /^#xem(?:=(\d{4}(?:-\d\d){0,2}))?$/.exec(location.hash), before = at;
      at = (found && found[1]) || whole;
      if (at.indexOf(whole) !== 0 || (at !== whole && !within(at).length)) at = whole;
      if (before.indexOf(at) === 0 && before.length > at.length) last = before;
    }
    meetings.narrow(fits);
    meetings.listen(draw);
    moments = given || meetings.rows.map(function (row) { return row.moment; });
    read();
    window.addEventListener("hashchange", function () { read(); meetings.apply(); });
  }

  var meetings = list(), boxes = { "[data-filter]": filters, "[data-zoom]": zoom };
  Object.keys(boxes).forEach(function (css) { all(css).forEach(function (box) { boxes[css](box, meetings); }); });
  meetings.apply();
})();
