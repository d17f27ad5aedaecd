// What is typed in a field and not left yet. A field of the notebook's writes into itself whatever its own state is told,
// at each change of it; here it is held off from the first letter on, until the field is left.
const TYPED_IN = "textarea, input:not([type=checkbox], [type=radio], [type=file])";
const OF_A_CLAIM = ".lbl-claim-form, .lbl-concluding, .lbl-second";

function render({ model, el }) {
  const quiet = new AbortController();
  const fields = new Map(); // those with the keyboard, or with letters in them that were not sent
  let desk = null, removed = null;

  function watch(field) {
    if (fields.has(field)) return fields.get(field);
    const { get, set } = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), "value");
    const it = { was: get.call(field), turn: "", held: null, begun: false, set: (value) => set.call(field, value) };
    Object.defineProperty(field, "value", {
      configurable: true,
      get: () => get.call(field),
      set(value) { if (it.begun) it.held = value; else it.set(it.was = value); },
    });
    fields.set(field, it);
    return it;
  }

  function begin(field) {
    const it = watch(field);
    if (!it.begun) { it.begun = true; it.turn = model.get("turn"); }
    say(true);
  }

  function leave(field) {
    const it = fields.get(field);
    if (it) { delete field.value; fields.delete(field); }
    return it;
  }

  // What was typed for one claim while another came up, or in a field that went: it is told with where it belongs.
  function hand_over(field, it, value) {
    const form = field.dataset.form;
    model.send({ typed: value, form, label: field.dataset.label, turn: it.turn, here: document.activeElement === field });
  }

  function remember(field) { // so that it is known where it stood when it is gone
    const form = field.closest(".lbl-forms > *, .lbl-noting");
    field.dataset.form = [...(form?.classList ?? [])].find((name) => name.startsWith("lbl-")) ?? "";
    field.dataset.label = field.closest(".jupyter-widgets")?.querySelector("label")?.textContent ?? "";
  }

  function say(yes) { if (model.get("typing") !== yes) { model.set("typing", yes); model.save_changes(); } }

  model.on("change:turn", () => {
    for (const [field, it] of [...fields]) {
      if (!it.begun || it.turn === model.get("turn") || !field.closest(OF_A_CLAIM)) continue;
      const typed = field.value;
      leave(field);
      hand_over(field, it, typed);
      it.set(it.held ?? it.was);
      if (document.activeElement === field) watch(field);
    }
  });

  const settle = setInterval(() => {
    desk = el.closest(".lbl-desk");
    if (!desk) return;
    clearInterval(settle);
    const on = (event, act, more = {}) => desk.addEventListener(event, (told) => {
      if (told.target.matches(TYPED_IN)) act(told.target);
    }, { signal: quiet.signal, ...more });
    on("focusin", (field) => { remember(field); watch(field); });
    on("input", (field) => { remember(field); begin(field); });
    on("change", leave, { capture: true }); // before the field itself reads what was typed
    on("focusout", (field) => {
      const it = leave(field); // there still: nothing of it is to be sent
      if (it?.begun && it.held !== null) it.set(it.held);
      setTimeout(() => { if (![...fields.values()].some((one) => one.begun)) say(false); }, 500); // when it was sent
    });
    removed = new MutationObserver(() => {
      for (const [field, it] of [...fields]) {
        if (field.isConnected) continue;
        const typed = field.value;
        leave(field);
        if (it.begun) hand_over(field, it, typed);
      }
    });
    removed.observe(desk, { childList: true, subtree: true });
  }, 50);
  return () => { clearInterval(settle); quiet.abort(); removed?.disconnect(); };
}

export default { render };
