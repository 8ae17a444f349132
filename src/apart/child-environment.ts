/**
 * All that a process apart is told of the environment: how to write dates and find fonts and a folder for what it must
 * put aside, and what Windows cannot start a program without. No name, path, token or address of anything else.
 */
const passedOn = [
  'LANG',
  'LC_ALL',
  'TZ',
  'TMPDIR',
  'TEMP',
  'TMP',
  'FONTCONFIG_FILE',
  'FONTCONFIG_PATH',
  // setpriv, prlimit
  'PATH',
  'SystemRoot',
  'windir',
] as const;

/** The environment of a process apart. */
export const childEnvironment = (
  env: Readonly<Record<string, string | undefined>>,
): Record<string, string> => ({
  ...Object.fromEntries(
    passedOn.flatMap((name) => {
      const value = env[name];
      return value === undefined ? [] : [[name, value]];
    }),
  ),
  // Compiled components leave out what only development needs.
  NODE_ENV: 'production',
});
