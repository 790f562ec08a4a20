extension SiteAssets {
  /// What every page does with JavaScript; without it nothing is missing but the button.
  static let script: StaticString = #"""
    "use strict";
    (function () {
      const entry = document.getElementById("bibtex");
      if (entry) {
        const button = document.createElement("button");
        button.type = "button";
        button.textContent = "Copy";
        button.addEventListener("click", function () {
          const done = function () {
            button.textContent = "Copied";
            setTimeout(function () { button.textContent = "Copy"; }, 2000);
          };
          const select = function () {
            getSelection().selectAllChildren(entry);
            button.textContent = "Selected";
          };
          if (navigator.clipboard) { navigator.clipboard.writeText(entry.textContent).then(done, select); } else { select(); }
        });
        entry.parentNode.append(button);
      }
      document.addEventListener("keydown", function (event) {
        if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) { return; }
        if (/^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName)) { return; }
        const field = document.getElementById("find");
        if (field) { event.preventDefault(); field.focus(); field.select(); }
      });
      addEventListener("beforeprint", function () {
        document.querySelectorAll(".reading details").forEach(function (part) { part.open = true; });
      });
    })();

    """#

  /// The search page: words are looked up in the index as one types, what is found is ranked by how rare the words are and
  /// where they stand.
  static let search: StaticString = #"""
    "use strict";
    (function () {
      const field = document.getElementById("find");
      const list = document.getElementById("results");
      const status = document.getElementById("status");
      const data = window.readingsData;
      if (!field || !list || !data) { return; }
      const words = data.words ? data.words.split(" ") : [];
      const postings = data.postings ? data.postings.split(" ") : [];
      const digits = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_";
      const worth = [1, 2, 4];
      const shown = 50;

      function fold(text) {
        return text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase()
          .replace(/ß/g, "ss").replace(/æ/g, "ae").replace(/œ/g, "oe").replace(/ø/g, "o").replace(/ł/g, "l")
          .replace(/đ/g, "d").replace(/ı/g, "i").replace(/þ/g, "th");
      }
      // Chinese and Japanese characters are words of their own, as in the index.
      function split(text) {
        return fold(text).match(/[\u3041-\u30ff\u3400-\u9fff\uf900-\ufaff]|(?:(?![\u3041-\u30ff\u3400-\u9fff\uf900-\ufaff])[\p{L}\p{N}\p{M}])+/gu) || [];
      }
      // The index is in the order of UTF-8, which is that of code points.
      function precedes(a, b) {
        const left = Array.from(a), right = Array.from(b);
        for (let i = 0; i < left.length && i < right.length; i += 1) {
          if (left[i] !== right[i]) { return left[i].codePointAt(0) < right[i].codePointAt(0); }
        }
        return left.length < right.length;
      }
      function firstAt(word) {
        let low = 0, high = words.length;
        while (low < high) {
          const middle = (low + high) >> 1;
          if (precedes(words[middle], word)) { low = middle + 1; } else { high = middle; }
        }
        return low;
      }
      function eachText(index, visit) {
        const text = postings[index];
        let number = 0, step = 0, shift = 0;
        for (let i = 0; i < text.length; i += 1) {
          const digit = digits.indexOf(text[i]);
          step += (digit & 31) * 2 ** shift;
          if (digit >= 32) { shift += 5; continue; }
          number += Math.floor(step / 4);
          visit(number, step % 4);
          step = 0;
          shift = 0;
        }
      }
      // For each text with the word, or one that starts with it, the best score.
      function scores(word) {
        const found = new Map();
        for (let i = firstAt(word); i < words.length && words[i].startsWith(word); i += 1) {
          if (words[i] !== word && word.length < 2) { continue; }
          const exactness = words[i] === word ? 1 : 0.25 + 0.5 * word.length / words[i].length;
          const texts = [];
          eachText(i, function (text, place) { texts.push([text, place]); });
          const rarity = Math.log(1 + data.texts.length / texts.length);
          texts.forEach(function (entry) {
            const score = exactness * rarity * worth[entry[1]];
            if (score > (found.get(entry[0]) || 0)) { found.set(entry[0], score); }
          });
        }
        return found;
      }
      function search(query) {
        const sought = Array.from(new Set(split(query)));
        const totals = new Map();
        sought.forEach(function (word) {
          scores(word).forEach(function (score, text) {
            const total = totals.get(text) || { text: text, count: 0, score: 0 };
            total.count += 1;
            total.score += score;
            totals.set(text, total);
          });
        });
        let hits = Array.from(totals.values());
        const most = hits.reduce(function (most, hit) { return Math.max(most, hit.count); }, 0);
        hits = hits.filter(function (hit) { return hit.count === most; });
        const phrase = fold(query).trim();
        hits.forEach(function (hit) {
          const title = fold(data.texts[hit.text].split("\t")[1]);
          if (phrase && title.includes(phrase)) { hit.score *= 1.5; }
          if (phrase && title.startsWith(phrase)) { hit.score *= 1.2; }
        });
        hits.sort(function (a, b) { return b.score - a.score || a.text - b.text; });
        return { hits: hits, sought: sought, most: most };
      }
      // The parts of a title that the words begin, between marks.
      function mark(parent, title, sought) {
        const pattern = /[\p{L}\p{N}\p{M}]+/gu;
        let end = 0;
        for (const match of title.matchAll(pattern)) {
          const folded = fold(match[0]);
          if (!sought.some(function (word) { return folded.startsWith(word) || (word.length > 3 && folded.includes(word)); })) {
            continue;
          }
          parent.append(title.slice(end, match.index));
          const part = document.createElement("mark");
          part.textContent = match[0];
          parent.append(part);
          end = match.index + match[0].length;
        }
        parent.append(title.slice(end));
      }
      function item(hit, sought) {
        const parts = data.texts[hit.text].split("\t");
        const isPaper = hit.text < data.paperCount;
        const entry = document.createElement("li");
        const heading = document.createElement("h2");
        const link = document.createElement("a");
        link.href = (isPaper ? "papers/" : "sessions/") + parts[0] + ".html";
        mark(link, parts[1], sought);
        heading.append(link);
        const facts = document.createElement("p");
        facts.className = "meta";
        facts.textContent = (isPaper ? [] : ["Session"]).concat(parts.slice(2)).filter(Boolean).join(" · ");
        entry.append(heading, facts);
        return entry;
      }
      function show() {
        const query = field.value;
        if (!split(query).length) {
          list.replaceChildren();
          status.textContent = "";
          return;
        }
        const found = search(query);
        list.replaceChildren.apply(list, found.hits.slice(0, shown).map(function (hit) { return item(hit, found.sought); }));
        const count = found.hits.length;
        let text = count === 0 ? "Nothing found" : count === 1 ? "1 result" : count + " results";
        if (count > shown) { text += ", the best " + shown + " shown"; }
        if (count && found.most < found.sought.length) { text += "; none has all the words"; }
        status.textContent = text;
      }
      function fromAddress() {
        const hash = new URLSearchParams(location.hash.slice(1)).get("q");
        const query = hash !== null ? hash : new URLSearchParams(location.search).get("q");
        if (query !== null && query !== field.value) { field.value = query; }
        show();
      }
      field.form.addEventListener("submit", function (event) {
        event.preventDefault();
        show();
      });
      field.addEventListener("input", function () {
        show();
        const hash = field.value ? "#" + new URLSearchParams({ q: field.value }) : " ";
        try { history.replaceState(null, "", location.pathname + hash.trim()); } catch (error) { /* Pages from files may not. */ }
      });
      addEventListener("hashchange", fromAddress);
      fromAddress();
      field.focus();
    })();

    """#
}
