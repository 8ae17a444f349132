import { readFile } from 'node:fs/promises';
import { parseEnv } from 'node:util';
import { Refusal } from '../../../src/refusal.ts';
import { backupWords } from './words.ts';

/** What a file of settings says, for finding what has to be kept. @throws Refusal where it cannot be read */
export const settingsInFile = async (file: string): Promise<NodeJS.ProcessEnv> => {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new Refusal(backupWords.noSettings(file));
  });
  return parseEnv(text);
};
