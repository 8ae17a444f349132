import { gitEnvironment } from '../repository/run-git.ts';

/** How the git host is reached, and what lets the portal in. */
export type HostAccess = {
  readonly url: string;
  /** The name that goes with the token; hosts that know tokens ignore it. */
  readonly user: string;
  readonly token: string | null;
  /** A file with a private key, for ssh. */
  readonly sshKey: string | null;
  /** The file of the hosts whose keys are known. */
  readonly knownHosts: string | null;
  /** The certificates by which the host is trusted, where the system's are not. */
  readonly caFile: string | null;
  /** After how many seconds without a byte a host counts as silent. */
  readonly silentSeconds: number;
};

/** The transport of an address: `https` and `http`, `ssh` also as `git@host:path`, `file` for a folder. */
export const schemeOf = (url: string): 'https' | 'http' | 'ssh' | 'file' => {
  const [, scheme] = /^(https?|ssh):\/\//.exec(url) ?? [];
  if (scheme === 'https' || scheme === 'http' || scheme === 'ssh') return scheme;
  return url.startsWith('/') ? 'file' : 'ssh';
};

/**
 * The environment of a git command that speaks to the host. What is secret stands in it alone, never in arguments, which
 * every account of the machine can read, nor in a file of the clone. Git is let use the one transport of the address, is
 * sent nowhere else by the host, and never asks a person or a helper.
 */
export const hostEnvironment = (access: HostAccess): NodeJS.ProcessEnv => {
  const { url, token, user, caFile, silentSeconds } = access;
  const scheme = schemeOf(url);
  const settings: [string, string][] = [
    ['protocol.allow', 'never'],
    [`protocol.${scheme}.allow`, 'always'],
    ['credential.helper', ''],
    ['http.followRedirects', 'false'],
    ['http.lowSpeedLimit', '1'],
    ['http.lowSpeedTime', String(silentSeconds)],
  ];
  if (token !== null && (scheme === 'https' || scheme === 'http')) {
    const { origin } = new URL(url);
    const basic = Buffer.from(`${user}:${token}`).toString('base64');
    settings.push([`http.${origin}/.extraHeader`, `Authorization: Basic ${basic}`]);
  }
  if (caFile !== null) settings.push(['http.sslCAInfo', caFile]);
  const env = gitEnvironment();
  const first = Number(env.GIT_CONFIG_COUNT ?? 0);
  const { SSH_ASKPASS: _asked, ...quiet } = env;
  return {
    ...quiet,
    ...Object.fromEntries(
      settings.flatMap(([key, value], at) => [
        [`GIT_CONFIG_KEY_${first + at}`, key],
        [`GIT_CONFIG_VALUE_${first + at}`, value],
      ]),
    ),
    GIT_CONFIG_COUNT: String(first + settings.length),
    ...(scheme === 'ssh' ? { GIT_SSH_COMMAND: sshCommand(access), GIT_SSH_VARIANT: 'ssh' } : {}),
  };
};

const sshCommand = ({ sshKey, knownHosts, silentSeconds }: HostAccess): string =>
  [
    'ssh',
    ...optionsOf([
      'BatchMode=yes',
      'StrictHostKeyChecking=yes',
      `ConnectTimeout=${silentSeconds}`,
      `ServerAliveInterval=${Math.max(1, Math.ceil(silentSeconds / 2))}`,
      'ServerAliveCountMax=2',
    ]),
    ...(sshKey === null ? [] : ['-i', quoted(sshKey), ...optionsOf(['IdentitiesOnly=yes'])]),
    ...(knownHosts === null ? [] : ['-o', quoted(`UserKnownHostsFile="${knownHosts}"`)]),
  ].join(' ');

const optionsOf = (options: readonly string[]): string[] =>
  options.flatMap((option) => ['-o', option]);

/** One word of a shell, whatever stands in it. */
const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;
