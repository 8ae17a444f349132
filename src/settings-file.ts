import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseEnv } from 'node:util';
import { Refusal } from './refusal.ts';

/** What a file of settings says. */
export type SettingsFile = {
  /** Absolute. */
  readonly path: string;
  readonly values: Readonly<Record<string, string>>;
  /** Whether any user of the machine can read it. */
  readonly isReadByAll: boolean;
};

/** The variable that names the file. */
export const settingsFileVariable = 'PORTAL_SETTINGS';

/** Far more than all settings take; whatever is larger was named by mistake. */
const mostBytes = 256 * 1024;

/**
 * Reads a file of lines `NAME=value`, as `node:util` reads them, and refuses what that would take for something else
 * without a word: half of a value behind a `#`, a line that is none, a name that is there twice.
 * @param path from the working directory
 * @throws Refusal in one sentence for each line, with its number and never with its value
 */
export const readSettingsFile = (path: string): SettingsFile => {
  const whole = resolve(path);
  const { text, isReadByAll } = readSmallFile(whole, `環境変数 ${settingsFileVariable}`);
  const complaints = complaintsOf(text);
  if (complaints.length > 0) {
    throw new Refusal(complaints.map((line) => `設定ファイル ${whole} の${line}`).join('\n'));
  }
  return { path: whole, values: parseEnv(text) as Record<string, string>, isReadByAll };
};

/**
 * Reads a file that an operator named in a setting.
 * @param named the setting, as a sentence calls it
 * @throws Refusal where it cannot be read
 */
export const readSmallFile = (
  path: string,
  named: string,
): { readonly text: string; readonly isReadByAll: boolean } => {
  const whole = resolve(path);
  const stats = statSync(whole, { throwIfNoEntry: false });
  if (!stats?.isFile()) {
    throw new Refusal(
      `${named} に書かれたファイル ${whole} がありませんので、場所を直してください。`,
    );
  }
  if (stats.size > mostBytes) {
    throw new Refusal(
      `${named} に書かれたファイル ${whole} は大きすぎて設定ではないようですので、場所を直してください。`,
    );
  }
  try {
    const text = readFileSync(whole, 'utf8').replace(/^\uFEFF/, '');
    return { text, isReadByAll: (stats.mode & 0o004) !== 0 && process.platform !== 'win32' };
  } catch {
    throw new Refusal(
      `${named} に書かれたファイル ${whole} を読む権限がありませんので、ポータルを動かす利用者が読めるようにしてください。`,
    );
  }
};

const assignment = /^\s*(?:export\s+)?([A-Za-z_][A-Za-z0-9_]*)\s*=\s*(.*?)\s*$/;
/** In one pair of signs, with nothing but a comment behind it. */
const quoted = /^(["'`])(?:(?!\1).)*\1\s*(?:#.*)?$/;
/** A comment stands apart from the value; `#` inside it would cut the value off. */
const bare = /^(?!["'`])(?:[^#]*|[^#]*\s#.*|#.*)$/;

const complaintsOf = (text: string): string[] => {
  const seen = new Map<string, number>();
  return text.split(/\r?\n/).flatMap((line, index) => {
    const at = `${index + 1}行目`;
    if (/^\s*(?:#.*)?$/.test(line)) return [];
    const [, name, value = ''] = assignment.exec(line) ?? [];
    if (name === undefined) {
      return [`${at}を読み取れませんので、「名前=値」の形で1行に書いてください。`];
    }
    const before = seen.get(name);
    seen.set(name, index + 1);
    if (before !== undefined) {
      return [`${before}行目と${at}に ${name} がありますので、一つにしてください。`];
    }
    return quoted.test(value) || bare.test(value)
      ? []
      : [
          `${at}（${name}）の値は途中で切れて読まれますので、値の全体を " " か ' ' で囲んでください。`,
        ];
  });
};

/**
 * Brings what a file of settings says into an environment, for a command that takes some of them: what the environment
 * sets itself wins.
 * @param env is changed
 * @param names what the command takes
 * @throws Refusal as `readSettingsFile`
 */
export const addSettingsFile = (
  env: Record<string, string | undefined>,
  names: readonly string[],
): void => {
  const path = env[settingsFileVariable];
  if (!path) return;
  const { values } = readSettingsFile(path);
  for (const name of names) if (values[name] && !env[name]) env[name] = values[name];
};
