import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** What the program is called, and where its installers put it when they put it on no path. */
const names = ['soffice', 'libreoffice', 'soffice.exe'];
const usualPlaces = [
  '/Applications/LibreOffice.app/Contents/MacOS/soffice',
  'C:\\Program Files\\LibreOffice\\program\\soffice.exe',
];

/** Says that LibreOffice is not to be used though it is there. */
export const noLibreOffice = 'none';

/**
 * Looks for LibreOffice on this machine.
 * @param given the program's path, `none`, or undefined to look for it
 * @returns the program's path; null where there is none
 */
export const findLibreOffice = (
  given: string | undefined,
  { PATH = '' }: Readonly<Record<string, string | undefined>> = process.env,
): string | null => {
  if (given === noLibreOffice) return null;
  if (given !== undefined) return existsSync(given) ? given : null;
  const onPath = PATH.split(delimiter)
    .filter(Boolean)
    .flatMap((folder) => names.map((name) => join(folder, name)));
  return [...onPath, ...usualPlaces].find((path) => existsSync(path)) ?? null;
};
