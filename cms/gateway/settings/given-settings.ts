import { Refusal } from '../../../src/refusal.ts';
import { asVariable, readSettings, type Settings } from '../../../src/settings.ts';
import {
  readSettingsFile,
  readSmallFile,
  settingsFileVariable,
} from '../../../src/settings-file.ts';
import {
  type GatewaySettings,
  GatewaySettingsError,
  readGatewaySettings,
  secretNames,
  settingNames,
} from '../settings.ts';

/** All that was set, wherever it was written. */
export type GivenSettings = {
  readonly settings: Settings;
  readonly gatewaySettings: GatewaySettings;
  /** The values of secrets, so that nothing that is written down holds them. */
  readonly secrets: readonly string[];
  /** What can be used and is not as it should be, one Japanese sentence each. */
  readonly warnings: readonly string[];
};

type Environment = Record<string, string | undefined>;

/**
 * Reads the settings of builds and gateway from an environment, the file that it names (`PORTAL_SETTINGS`) and the files
 * of secrets (`…_FILE`). What the environment sets itself wins over the file.
 * @param env is left as processes that the gateway starts should find it: with what the file says, and without secrets
 * @throws Refusal with one sentence for each setting that cannot be used
 */
export const takeSettings = (env: Environment): GivenSettings => {
  const path = env[settingsFileVariable];
  const file = path ? readSettingsFile(path) : null;
  const inFile = Object.keys(file?.values ?? {});
  const own = Object.fromEntries(Object.entries(env).filter(([, value]) => value));
  const called = (name: string): string =>
    own[name] === undefined && inFile.includes(name) ? `設定ファイルの ${name}` : asVariable(name);
  const unknown = inFile.filter((name) => !isKnown(name));
  if (unknown.length > 0) throw new Refusal(unknown.map(unknownSentence).join('\n'));

  const given: Environment = { ...file?.values, ...own };
  const read = secretsFromFiles(given, called);
  const all = { ...given, ...read.values };
  const settings = readSettings(all, called);
  const gatewaySettings = gatewaySettingsOf(all, called);

  for (const [name, value] of Object.entries(file?.values ?? {})) env[name] ||= value;
  for (const name of [settingsFileVariable, ...secretNames]) delete env[name];
  const openFiles = [
    ...(file?.isReadByAll && inFile.some(holdsSecret) ? [file.path] : []),
    ...read.openFiles,
  ];
  return {
    settings,
    gatewaySettings,
    secrets: secretNames.flatMap((name) => secretPartsOf(all[name])),
    warnings: openFiles.map(
      (open) =>
        `鍵やパスワードを書いたファイル ${open} を、このサーバーのだれでも読めますので、「chmod 640 ${open}」を実行してください。`,
    ),
  };
};

const inFiles = '_FILE';
const isKnown = (name: string): boolean =>
  settingNames.includes(name) ||
  (name.endsWith(inFiles) && secretNames.includes(name.slice(0, -inFiles.length)));
const holdsSecret = (name: string): boolean => secretNames.includes(name);

/** A secret may stand in a file of its own, as systemd's credentials and containers' secrets do. */
const secretsFromFiles = (given: Environment, called: (name: string) => string) => {
  const values: Record<string, string> = {};
  const openFiles: string[] = [];
  for (const name of secretNames) {
    const path = given[`${name}${inFiles}`];
    // A room that reads its file itself, at each use, says so by a setting of that name.
    if (!path || settingNames.includes(`${name}${inFiles}`)) continue;
    if (given[name]) {
      throw new Refusal(
        `${called(name)} と ${name}${inFiles} の両方がありますので、どちらか一つにしてください。`,
      );
    }
    const { text, isReadByAll } = readSmallFile(path, called(`${name}${inFiles}`));
    values[name] = text.replace(/\r?\n$/, '');
    if (isReadByAll) openFiles.push(path);
  }
  return { values, openFiles };
};

/** A ring of keys is written down as a whole and by its parts; what is shorter than this would blot out words. */
const fewestSecretLetters = 8;
const secretPartsOf = (value: string | undefined): string[] =>
  [...new Set([value ?? '', ...(value ?? '').split(/[\s,:]+/)])].filter(
    (part) => part.length >= fewestSecretLetters,
  );

const gatewaySettingsOf = (all: Environment, called: (name: string) => string): GatewaySettings => {
  try {
    return readGatewaySettings(all, called);
  } catch (error) {
    throw error instanceof GatewaySettingsError ? new Refusal(error.message) : error;
  }
};

const unknownSentence = (name: string): string => {
  const near = nearestTo(name);
  return near
    ? `設定ファイルの ${name} という設定はありませんので、${near} の書きまちがいでないか確かめて、直すか消してください。`
    : `設定ファイルの ${name} という設定はありませんので、消すか、運用の手引きの表にある名前に直してください。`;
};

const nearestTo = (name: string): string | null => {
  const all = [...settingNames, ...secretNames.map((secret) => `${secret}${inFiles}`)];
  const [nearest] = all
    .map((known) => ({ known, steps: stepsBetween(name.toUpperCase(), known) }))
    .toSorted((one, other) => one.steps - other.steps);
  return nearest && nearest.steps <= Math.max(2, name.length / 4) ? nearest.known : null;
};

/** How many letters have to be put in, left out or exchanged (Levenshtein). */
const stepsBetween = (one: string, other: string): number => {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const [at, letter] of [...one].entries()) {
    let before = at + 1;
    const next = [before];
    for (const [index, wanted] of [...other].entries()) {
      const exchanged = (row[index] ?? 0) + (letter === wanted ? 0 : 1);
      before = Math.min(before + 1, (row[index + 1] ?? 0) + 1, exchanged);
      next.push(before);
    }
    row = next;
  }
  return row.at(-1) ?? 0;
};
