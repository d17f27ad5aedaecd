// The article: sentences to go through, words to choose. Places are code points of the article's text.
const WORD = /[\p{L}\p{N}_]+(?:[’'.,-][\p{L}\p{N}_]+)*/gu;
const length = (text) => [...text].length;

function render({ model, el }) {
  const list = Object.assign(document.createElement("div"), { className: "lbl-article-text" });
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", model.get("label"));
  const told = Object.assign(document.createElement("div"), { className: "lbl-told" });
  told.setAttribute("role", "status");
  el.classList.add("lbl-article");
  el.append(list, told);

  let texts = [], starts = [], spans = [], drawn = [], cursor = null, waiting = 0, shown = null;
  const quiet = new AbortController();
  const on = (target, event, act) => target.addEventListener(event, act, { signal: quiet.signal });

  // ---------------------------------------------------------------------------------------------- drawing
  function drawAll() {
    texts = model.get("sentences");
    starts = [0];
    for (const text of texts) starts.push(starts.at(-1) + length(text));
    spans = texts.map((_, index) => {
      const span = Object.assign(document.createElement("span"), { className: "lbl-sentence" });
      span.setAttribute("role", "option");
      span.dataset.index = index;
      return span;
    });
    drawn = texts.map(() => "");
    // The white space after a sentence stands outside of it, so that no frame is drawn around an empty line.
    list.replaceChildren(...spans.flatMap((span, index) => [span, texts[index].slice(texts[index].trimEnd().length)]));
    drawMarks();
    drawChosen();
  }

  function drawMarks() { // only the sentences whose marks are others than before
    model.get("marks").forEach((pieces, index) => {
      const wanted = JSON.stringify(pieces);
      if (!spans[index] || drawn[index] === wanted) return;
      drawn[index] = wanted;
      const points = [...texts[index].trimEnd()];
      let at = 0;
      spans[index].replaceChildren(...pieces.map(([size, kinds, sign]) => {
        const piece = document.createElement("span");
        piece.className = kinds;
        if (sign) piece.dataset.sign = sign;
        piece.textContent = points.slice(at, (at += size)).join("");
        return piece;
      }));
      const signs = new Set(pieces.map((piece) => piece[2]).filter(Boolean));
      spans[index].setAttribute("aria-description", [...signs].join(", ") || "accounted for");
    });
    drawSelected();
  }

  function drawChosen() {
    const chosen = model.get("chosen");
    for (const span of list.querySelectorAll("[aria-selected=true]")) {
      span.setAttribute("aria-selected", "false");
      span.tabIndex = -1;
    }
    const span = spans[chosen];
    if (!span) return;
    span.setAttribute("aria-selected", "true");
    span.tabIndex = 0;
    const box = list.getBoundingClientRect(), at = span.getClientRects()[0];
    if (at && (at.top < box.top || at.bottom > box.bottom)) list.scrollTop += at.top - box.top - box.height / 3;
  }

  // ------------------------------------------------------------------------------------- places and ranges
  function pointOf(node, offset) { // how many code points of the article stand before a place in the page
    const before = document.createRange();
    before.setStart(list, 0);
    before.setEnd(node, offset);
    return length(before.toString());
  }

  function sentenceAt(point) {
    let low = 0, high = texts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle] <= point) low = middle; else high = middle - 1;
    }
    return low;
  }

  function placeOf(point, end) {
    let index = sentenceAt(end ? Math.max(0, point - 1) : point), left = point - starts[index];
    for (const piece of spans[index].childNodes) {
      const points = [...piece.textContent];
      if (left < points.length || (end && left <= points.length))
        return [piece.firstChild, points.slice(0, left).join("").length];
      left -= points.length;
    }
    return [spans[index], spans[index].childNodes.length]; // in the white space behind it
  }

  function drawSelected() {
    if (!globalThis.CSS?.highlights) return;
    const all = CSS.highlights.get("lbl-selected") ?? new Highlight(); // of all texts of the page
    CSS.highlights.set("lbl-selected", all);
    if (shown) all.delete(shown);
    shown = null;
    const [start, end] = model.get("selected");
    if (start >= end || end > starts.at(-1)) return;
    shown = document.createRange();
    shown.setStart(...placeOf(start, false));
    shown.setEnd(...placeOf(end, true));
    all.add(shown);
  }

  // ------------------------------------------------------------------------------------------- choosing
  function choose(index, selected = [0, 0], wait = 0) {
    model.set("selected", selected);
    model.set("chosen", index);
    clearTimeout(waiting); // one message for a key that is held down
    waiting = setTimeout(() => model.save_changes(), wait);
  }

  function byMouse() {
    const made = document.getSelection();
    if (!made.rangeCount || made.isCollapsed) return false;
    const range = made.getRangeAt(0);
    if (!list.contains(range.startContainer) || !list.contains(range.endContainer)) return false;
    const start = pointOf(range.startContainer, range.startOffset);
    const end = pointOf(range.endContainer, range.endOffset);
    cursor = null;
    choose(sentenceAt(start), [start, end]);
    return true;
  }

  on(list, "mouseup", (event) => setTimeout(() => {
    if (byMouse()) return;
    const span = event.target.closest?.(".lbl-sentence");
    if (span) { cursor = null; choose(Number(span.dataset.index)); span.focus({ preventScroll: true }); }
  }));
  let settling = 0; // fingers select without a mouse
  on(document, "selectionchange", () => { clearTimeout(settling); settling = setTimeout(byMouse, 400); });

  function wordsOf(index) {
    return [...texts[index].matchAll(WORD)].map((found) => {
      const start = starts[index] + length(texts[index].slice(0, found.index));
      return [start, start + length(found[0])];
    });
  }

  on(list, "keydown", (event) => {
    if (event.ctrlKey || event.metaKey) return;
    const chosen = model.get("chosen"), forward = event.key === "ArrowRight";
    const to = { ArrowDown: chosen + 1, ArrowUp: chosen - 1, Home: 0, End: texts.length - 1 }[event.key];
    if (to !== undefined) {
      cursor = null;
      const index = Math.min(Math.max(to, 0), texts.length - 1);
      choose(index, [0, 0], 120);
      spans[index].focus();
    } else if (forward || event.key === "ArrowLeft") {
      const words = wordsOf(chosen), step = forward ? 1 : -1, last = words.length - 1;
      if (!words.length) return;
      if (event.altKey && cursor) cursor.more += step; // a mark of punctuation more or less
      else if (!cursor) cursor = { from: forward ? 0 : last, to: forward ? 0 : last, more: 0 };
      else {
        cursor.to = Math.min(Math.max(cursor.to + step, 0), last);
        cursor.more = 0;
        if (!event.shiftKey) cursor.from = cursor.to;
      }
      const start = words[Math.min(cursor.from, cursor.to)][0];
      const end = words[Math.max(cursor.from, cursor.to)][1];
      const ahead = cursor.to >= cursor.from;
      const at = ahead ? [start, end + cursor.more] : [start + cursor.more, end];
      choose(chosen, [Math.max(0, at[0]), Math.min(at[1], starts.at(-1))], 120);
    } else if (event.key === "Escape") {
      cursor = null;
      choose(chosen);
    } else if (event.key === "Enter" || event.key === " ") {
      model.send({ entered: true });
    } else return;
    event.preventDefault();
  });

  // ------------------------------------------------------------------------------------ what Python says
  const listen = (event, act) => { model.on(event, act); quiet.signal.addEventListener("abort", () => model.off(event, act)); };
  listen("change:sentences", drawAll);
  listen("change:marks", drawMarks);
  listen("change:chosen", drawChosen);
  listen("change:selected", () => { cursor = cursor && keeps() ? cursor : null; drawSelected(); announce(); });
  listen("change:told", () => { told.textContent = model.get("told"); });
  listen("msg:custom", (message) => {
    if (message.copy !== undefined) navigator.clipboard?.writeText(message.copy);
    if (message.named) requestAnimationFrame(nameParts); // when they are drawn
    if (message.focus) seen(message.focus)?.focus();
  });
  function keeps() { const [a, b] = model.get("selected"); return b > a; }
  function announce() {
    const [start, end] = model.get("selected");
    if (start < end) told.textContent = "Selected: " + [...texts.join("")].slice(start, end).join("");
  }

  // The desk around the article: a place of its own, whose keys are not the notebook's.
  const whole = () => el.closest(".lbl-desk");
  const seen = (selector) => [...(whole()?.querySelectorAll(selector) ?? [])].find((part) => part.offsetParent);
  function nameParts() {
    for (const [name, role, label] of model.get("groups")) {
      const part = whole()?.querySelector(name);
      part?.setAttribute("role", role);
      part?.setAttribute("aria-label", label);
    }
  }
  const settle = setInterval(() => {
    const desk = whole();
    if (!desk) return;
    clearInterval(settle);
    desk.setAttribute("role", "region");
    desk.setAttribute("aria-label", "The desk");
    on(desk, "keydown", (event) => { if (!event.ctrlKey && !event.metaKey) event.stopPropagation(); });
    nameParts();
    drawChosen();
  }, 50);

  drawAll();
  return () => { clearInterval(settle); clearTimeout(waiting); clearTimeout(settling); quiet.abort(); };
}

export default { render };
