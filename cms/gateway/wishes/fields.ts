import { html } from 'hono/html';
import {
  type Subtheme,
  subthemeIds,
  subthemes,
  themeIds,
  themes,
} from '../../../src/schema/taxonomy.ts';
import type { Markup } from '../desk/desk-page.ts';
import { words } from './words.ts';

/** What stands in one field of a form, and around it. */
export type Field = {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly complaint?: string | undefined;
};

/** A label, a hint and a complaint, with what is typed below; the control says by `described` what belongs to it. */
export const fieldAround = (
  { name, label, hint, complaint }: Field,
  control: (attributes: Markup) => Markup,
): Markup => {
  const described = [hint ? `${name}-hint` : '', complaint ? `${name}-complaint` : ''].filter(
    Boolean,
  );
  const attributes = html` id="${name}" name="${name}"${
    described.length > 0 ? html` aria-describedby="${described.join(' ')}"` : ''
  }${complaint ? html` aria-invalid="true"` : ''}`;
  return html`<div class="field">
    <label for="${name}">${label}</label>
    ${hint ? html`<small id="${name}-hint">${hint}</small>` : ''}
    ${complaint ? html`<p class="field-complaint" id="${name}-complaint">${complaint}</p>` : ''}
    ${control(attributes)}
  </div>`;
};

/** An option of a list, chosen where it is the value. */
export const option = (id: string, label: string, value: string): Markup =>
  html`<option value="${id}"${id === value ? html` selected` : ''}>${label}</option>`;

/** The themes' parts as options, below the theme that they belong to. @param labelOf what an option says */
export const themeOptions = (
  value: string,
  labelOf: (id: Subtheme, label: string) => string = (_, label) => label,
): Markup => {
  const below = (label: string, theme: (typeof themeIds)[number] | null) =>
    html`<optgroup label="${label}">${subthemeIds
      .filter((id) => subthemes[id].theme === theme)
      .map((id) => option(id, labelOf(id, subthemes[id].label), value))}</optgroup>`;
  return html`${themeIds.map((id) => below(themes[id], id))}${below(words.bothThemes, null)}`;
};

/** What could not be taken, with links to the fields. */
export const complaintList = (complaints: Readonly<Record<string, string>>): Markup =>
  html`<div class="said complaint" role="alert">
    <p>${words.notYet}</p>
    <ul>${Object.entries(complaints).map(
      ([field, sentence]) => html`<li><a href="#${field}">${sentence}</a></li>`,
    )}</ul>
  </div>`;
