import { otherForm } from '../other-forms.ts';
import { type FindingKind, type ReadEnding, readEndings } from '../reading.ts';

/** The endings of files that are read also where they are in a ZIP; whether a drawing is safe, nobody judges there. */
export type InnerEnding = Exclude<ReadEnding, '.zip' | '.svg'>;

/** What is done about a file in a ZIP: it is read, it is text, or it may not be there. */
export type InnerKind = { read: InnerEnding } | 'text' | FindingKind;

const endingsOf = (list: string): ReadonlySet<string> =>
  new Set(list.split(' ').map((one) => `.${one}`));

const texts = endingsOf('txt csv md');
const macros = endingsOf('docm dotm xlsm xltm xlam pptm potm ppsm ppam');
const programs = endingsOf(
  'exe com bat cmd scr pif cpl dll msi msix js jse mjs vbs vbe wsf wsh hta ps1 psm1 sh command py jar reg lnk url scf apk dmg pkg',
);

/**
 * What Windows or a ZIP's reader could take for another place or another kind of file, and what hides how a name ends;
 * U+FFFD is a letter that could not be read.
 */
const unsafeName = /^\/|[<>:"|?*\p{Cc}\p{Cf}\uFFFD]|(?:^|\/)\.{1,2}(?:\/|$)/u;

/** Judges a file in a ZIP by its name alone. */
export const kindOfName = (name: string): InnerKind => {
  if (unsafeName.test(name)) return 'unchecked-files';
  const ending = /\.[^./]*$/.exec(name)?.[0].toLowerCase() ?? '';
  if (isInner(ending)) return { read: ending };
  if (texts.has(ending)) return 'text';
  if (macros.has(ending)) return 'macros';
  if (programs.has(ending)) return 'script';
  const form = otherForm(ending);
  // Archives in an archive stay out, in whichever form.
  return form === null || form === 'archive' ? 'unchecked-files' : 'old-format';
};

const isInner = (ending: string): ending is InnerEnding =>
  ending !== '.zip' && ending !== '.svg' && readEndings.some((one) => one === ending);
