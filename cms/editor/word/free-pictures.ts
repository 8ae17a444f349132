import type { ImportedFigure } from './document-import.ts';

/** A text, and the pictures that it shows, as they are to be stored beside it. */
export type WithPictures = { body: string; files: { name: string; bytes: Uint8Array }[] };

/**
 * Gives the pictures of an imported text names that no file beside the entry has.
 * @param taken the names of those files
 */
export const withFreePictures = (
  body: string,
  figures: readonly ImportedFigure[],
  taken: readonly string[],
): WithPictures => {
  const names = new Map<string, string>();
  for (const { name } of figures) names.set(name, freeName(name, [...taken, ...names.values()]));
  return {
    body: body.replace(/src="([^"]*)"/g, (_, name: string) => `src="${names.get(name) ?? name}"`),
    files: figures.map(({ name, bytes }) => ({ name: names.get(name) ?? name, bytes })),
  };
};

/** 図1.png, or 図1-2.png where that is taken. */
const freeName = (name: string, taken: readonly string[]): string => {
  const dot = name.lastIndexOf('.');
  const [stem, ending] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ''];
  let candidate = name;
  for (let count = 2; taken.includes(candidate); count++) candidate = `${stem}-${count}${ending}`;
  return candidate;
};
