/**
 * The looks of what stands on a page only after its reader did something: suggestions while somebody types, the bar over
 * marked words. Kept with their scripts, so that no page carries them before.
 */

export const suggestionStyle = `@layer parts {
  .search-box [role="listbox"] {
    position: absolute;
    inset-inline: -1px;
    inset-inline-end: auto;
    top: calc(100% + 0.35rem);
    z-index: 3;
    min-width: calc(100% + 2px);
    width: min(32rem, calc(100vw - 2rem));
    max-height: min(24rem, 60vh);
    overflow-y: auto;
    padding-block: 0.35rem;
    background: var(--paper);
    border: 1px solid var(--ink-3);
    border-radius: var(--radius, 0.5rem);
  }
  .search-box.header [role="listbox"] {
    inset-inline: auto -1px;
  }
  .search-box [role="option"] {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 0.75rem;
    min-height: 2.75rem;
    padding: 0.45rem 0.9rem;
    line-height: 1.5;
    cursor: default;
  }
  .search-box [role="option"]:hover {
    background: var(--wash);
  }
  .search-box [role="option"][aria-selected="true"] {
    background: var(--accent-wash);
    color: var(--accent-ink);
    outline: 2px solid var(--accent);
    outline-offset: -2px;
  }
  .search-box [role="option"] small {
    color: var(--ink-2);
  }
  .search-box [role="option"] b {
    margin-inline-start: auto;
    font-weight: 400;
    font-size: 0.8125rem;
    color: var(--ink-2);
  }
  @media (max-width: 62rem) {
    .search-box.header [role="listbox"] {
      inset-inline: -1px;
      width: auto;
    }
  }
  @media (forced-colors: active) {
    .search-box [role="option"][aria-selected="true"] {
      outline-color: Highlight;
    }
  }
}`;

export const markBarStyle = `@layer parts {
  .search-marks {
    position: fixed;
    inset: auto 1rem 1rem auto;
    z-index: 2;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5rem 0.75rem;
    max-width: calc(100vw - 2rem);
    padding: 0.6rem 1rem;
    font-size: 0.875rem;
    background: var(--paper);
    border: 1px solid var(--ink-3);
    border-radius: var(--radius, 0.5rem);
  }
  .search-marks button {
    font: inherit;
    min-height: 2.25rem;
    padding-inline: 0.75rem;
    color: var(--accent);
    background: none;
    border: 1px solid var(--line);
    border-radius: var(--radius, 0.5rem);
  }
  @media print {
    .search-marks {
      display: none;
    }
  }
}`;
