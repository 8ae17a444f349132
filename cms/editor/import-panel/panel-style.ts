/**
 * The look of the panel. It has a shadow root of its own, where the editor's styles do not reach, and its colours are
 * those of the portal (src/layouts/styles/tokens.css).
 */
export const panelStyle = `
:host { all: initial; }
dialog {
  --ink: #1a1a1c; --ink-2: #4d4d4d; --line: #949494; --paper: #fff; --wash: #f6f7f9;
  --accent: #0055ad; --accent-wash: #eef5fc; --on-accent: #fff; --warn: #b2221f; --warn-wash: #fdf3f3;
  --focus: #ffd43d; --focus-ink: #000; --hair: #d8d8db; --note: #927200; --note-wash: #fbf5e0;
  color-scheme: light dark;
  box-sizing: border-box; width: min(44rem, calc(100vw - 2rem)); max-height: calc(100vh - 2rem);
  padding: 0; border: 1px solid var(--line); border-radius: 8px;
  background: var(--paper); color: var(--ink);
  font: 400 16px/1.7 "Noto Sans JP", "Noto Sans CJK JP", "Hiragino Sans", "Yu Gothic UI", system-ui, sans-serif;
  line-break: strict; overflow-wrap: anywhere;
}
@media (prefers-color-scheme: dark) {
  dialog {
    --ink: #ececee; --ink-2: #b4b4b8; --line: #98989d; --paper: #131417; --wash: #1b1c20;
    --accent: #8ec5ff; --accent-wash: #152436; --on-accent: #0b1a2b; --warn: #ff9a9a; --warn-wash: #2c1717;
    --focus: #000; --focus-ink: #ffd43d; --hair: #3a3b40; --note: #f3d675; --note-wash: #2a2412;
  }
}
dialog[open] { display: flex; flex-direction: column; }
dialog::backdrop { background: rgb(0 0 0 / 50%); }
form { display: contents; }
.content { padding: 1.5rem; overflow-y: auto; }
.actions {
  display: flex; flex-wrap: wrap; gap: .75rem; justify-content: flex-end;
  padding: 1rem 1.5rem; border-top: 1px solid var(--hair); background: var(--paper);
}
h2 { margin: 0 0 .5rem; font-size: 1.375rem; line-height: 1.4; }
h3 { margin: 1.5rem 0 .5rem; font-size: 1.0625rem; }
p { margin: 0 0 1rem; }
ul, ol { margin: 0; padding-left: 1.5rem; }
li + li { margin-top: .25rem; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .5rem 1.25rem; margin: 0; }
dt { font-weight: 700; color: var(--ink-2); }
dd { margin: 0; }
fieldset.sheets { max-height: 14rem; overflow-y: auto; }
.outline { padding: 0; list-style: none; }
.outline .depth-3 { padding-left: 1.25rem; }
.outline .depth-4 { padding-left: 2.5rem; }
.drop {
  padding: 1rem 1.25rem; border: 2px dashed var(--line); border-radius: 8px; background: var(--wash);
}
.drop.over { border-color: var(--accent); background: var(--accent-wash); }
.drop label {
  position: relative; display: inline-flex; align-items: center; min-height: 3rem; padding: .5rem 1.25rem;
  box-sizing: border-box; border: 1px solid var(--accent); border-radius: 8px; background: var(--paper);
  color: var(--accent); font-weight: 700; cursor: pointer;
}
.drop label:focus-within { outline: 4px solid var(--focus-ink); outline-offset: 2px; box-shadow: 0 0 0 2px var(--focus); }
.drop input { position: absolute; inset: 0; width: 100%; opacity: 0; cursor: pointer; }
.drop p { margin: .5rem 0 0; color: var(--ink-2); font-size: .9375rem; }
.status { margin: 1rem 0 0; }
.status:empty { display: none; }
progress { display: block; width: 100%; margin-top: .5rem; accent-color: var(--accent); }
.problem {
  margin: 1rem 0 0; padding: .75rem 1rem; border-left: 4px solid var(--warn); background: var(--warn-wash);
}
.problem:empty { display: none; }
.notes { padding: .75rem 1rem .75rem 2.25rem; border-left: 4px solid var(--note); background: var(--note-wash); }
fieldset { margin: 1.5rem 0 0; padding: .5rem 1rem 1rem; border: 1px solid var(--line); border-radius: 8px; }
legend { padding: 0 .5rem; font-weight: 700; }
fieldset label { display: flex; gap: .5rem; align-items: baseline; padding: .375rem 0; }
.actions button {
  min-height: 3rem; padding: .5rem 1.5rem; border: 1px solid var(--accent); border-radius: 8px;
  font: inherit; font-weight: 700; cursor: pointer;
}
.cancel { background: var(--paper); color: var(--accent); }
.accept { background: var(--accent); color: var(--on-accent); }
[hidden] { display: none !important; }
:focus-visible {
  outline: 4px solid var(--focus-ink); outline-offset: 2px; box-shadow: 0 0 0 2px var(--focus);
}
/* It takes the focus only so that reading goes on there. */
h3:focus-visible { outline: none; box-shadow: none; }
@media (max-width: 30rem) {
  .content { padding: 1rem; }
  dl { grid-template-columns: 1fr; gap: 0; }
  dd { margin-bottom: .5rem; }
}
@media (forced-colors: active) {
  .actions button { border-color: ButtonText; }
}
`;
