/** The looks of the panel; kept with its script, so that no page carries them before somebody opens it. */
export const filterPanelStyle = `@layer parts {
  .filter-panel {
    width: min(32rem, 100vw);
    max-width: none;
    height: 100dvh;
    max-height: none;
    margin: 0 0 0 auto;
    padding: 0;
    color: var(--ink);
    background: var(--paper);
    border: 0;
  }
  @media (width > 33rem) {
    .filter-panel {
      border-inline-start: 1px solid var(--ink-3);
    }
  }
  .filter-panel::backdrop {
    background: rgb(0 0 0 / 45%);
  }
  .filter-panel form {
    display: flex;
    flex-direction: column;
    height: 100%;
  }
  .filter-panel .panel-top,
  .filter-panel .panel-end {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 0.5rem 1rem;
    padding: 0.75rem 1rem;
  }
  .filter-panel .panel-top {
    border-bottom: 1px solid var(--line);
  }
  .filter-panel .panel-end {
    flex-wrap: wrap;
    border-top: 1px solid var(--line);
  }
  .filter-panel h2 {
    font-size: 1.0625rem;
  }
  .filter-panel button {
    min-height: 2.75rem;
    padding-inline: 1rem;
    border-radius: var(--radius);
    cursor: pointer;
  }
  .filter-panel .quiet {
    padding-inline: 0.25rem;
    color: var(--accent);
    background: none;
    border: 0;
    text-decoration: underline;
    text-underline-offset: 0.22em;
  }
  .filter-panel .see {
    flex: 1 0 auto;
    max-width: 14rem;
    margin-inline-start: auto;
    font-weight: 700;
    color: var(--on-accent);
    background: var(--accent);
    border: 1px solid var(--accent);
  }
  .filter-panel .see:disabled {
    color: var(--ink-2);
    background: var(--wash);
    border-color: var(--line);
    cursor: default;
  }
  .filter-panel .panel-groups {
    flex: 1;
    overflow-y: auto;
    overscroll-behavior: contain;
    padding: 0.5rem 1rem 1rem;
  }
  .filter-panel fieldset {
    min-width: 0;
    padding: 0.5rem 0;
    border: 0;
    border-bottom: 1px solid var(--line);
  }
  .filter-panel fieldset:last-child {
    border-bottom: 0;
  }
  .filter-panel legend {
    float: inline-start;
    width: 100%;
    padding: 0.25rem 0;
    font-size: 0.9375rem;
    font-weight: 700;
  }
  .filter-panel label {
    clear: both;
    display: flex;
    align-items: center;
    gap: 0.75rem;
    min-height: 2.75rem;
    line-height: 1.5;
  }
  .filter-panel details {
    clear: both;
  }
  .filter-panel summary {
    min-height: 2.75rem;
    align-content: center;
    color: var(--accent);
    font-size: 0.9375rem;
  }
  .filter-panel input {
    flex: none;
    width: 1.25rem;
    height: 1.25rem;
    accent-color: var(--accent);
  }
  .filter-panel label b {
    margin-inline-start: auto;
    font-weight: 400;
    font-variant-numeric: tabular-nums;
    color: var(--ink-2);
  }
  .filter-panel label:has(:disabled) {
    color: var(--ink-3);
  }
  @media (forced-colors: active) {
    .filter-panel label:has(:disabled) {
      color: GrayText;
    }
  }
}`;
