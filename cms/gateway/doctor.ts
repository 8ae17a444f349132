import { resolve } from 'node:path';
import { runCheck } from '../../src/commands/check.ts';
import { runCommand } from '../../src/commands/run-command.ts';
import { readStamp, stampInPortal } from './backup/backup-stamp.ts';
import { type Check, look, right, runChecks, wrong } from './doctor/finding.ts';
import { diskCheck, foldersCheck, gitCheck, nodeCheck } from './doctor/machine-checks.ts';
import { certificateCheck, mailCheck, originCheck, providerCheck } from './doctor/web-checks.ts';
import { findContentRepository } from './repository/content-repository.ts';
import { gitIn } from './repository/run-git.ts';
import { takeSettings } from './settings/given-settings.ts';
import { createHostGit } from './upstream/host-git.ts';
import { accessOf } from './upstream/open-upstream.ts';

const hour = 60 * 60 * 1000;
/** A backup is made each day; one that is a day late was left out. */
const mostHours = 48;

const noProxies: Check = {
  name: 'プロキシー',
  run: async () => [
    look(
      'TRUSTED_PROXIES がないため、プロキシーの後ろの利用者を見分けられません。プロキシーを置いたら、そのアドレスを書いてください。',
    ),
  ],
};

const contentCheck: Check = {
  name: '内容',
  async run() {
    const { exitCode } = await runCheck([], process.env);
    return exitCode === 0
      ? [right('公開できます。')]
      : [wrong('直すところがあります。「npm run check」で場所を確かめて直してください。')];
  },
};

function upstreamCheck(access: ReturnType<typeof accessOf>, branch: string): Check {
  return {
    name: '上流',
    async run() {
      const git = createHostGit(access);
      try {
        const refs = await git.run(
          { folder: process.cwd() },
          ['ls-remote', '--', access.url, `refs/heads/${branch}`],
          30_000,
        );
        return refs.trim() === ''
          ? [wrong(`ブランチ ${branch} がありません。UPSTREAM_BRANCH を直してください。`)]
          : [right('つながり、読めます。')];
      } catch {
        return [
          wrong(
            `つながらないか、入れません。UPSTREAM_URL と鍵、ファイアウォールを確かめてください。`,
          ),
        ];
      } finally {
        git.close();
      }
    },
  };
}

function backupCheck(root: string, now: () => Date): Check {
  return {
    name: '控え',
    async run() {
      const folder = (await gitIn(root)(['rev-parse', '--git-common-dir'])).toString().trim();
      const stamp = await readStamp(stampInPortal(resolve(root, folder)));
      if (!stamp) {
        return [look('まだ取っていません。「npm run backup」を毎日実行するようにしてください。')];
      }
      const hours = Math.floor((now().getTime() - new Date(stamp.at).getTime()) / hour);
      return hours > mostHours
        ? [wrong(`最後の控えは${hours}時間前です。毎日の控えが動いているか確かめてください。`)]
        : [right(`最後の控えは${hours}時間前で、${stamp.folder} にあります。`)];
    },
  };
}

/** `npm run doctor`: says what is right with a portal and what is not, each with its mend; ends with 1 where something is wrong. */
await runCommand(async () => {
  const now = () => new Date();
  const { settings, gatewaySettings, warnings } = takeSettings(process.env);
  const { origin, provider, upstream, mail, operation } = gatewaySettings;
  const found = upstream
    ? { root: resolve(upstream.clone) }
    : await findContentRepository(settings.contentDir).catch((error: Error) => error);
  const root = found instanceof Error ? null : found.root;
  const folders = {
    記事: root ?? settings.contentDir,
    書き出し先: settings.outDir,
    作業用: settings.attachmentCache,
  };
  const checks: Check[] = [
    {
      name: '設定',
      run: async () =>
        warnings.length > 0 ? warnings.map(look) : [right('読み取れ、すべて使えます。')],
    },
    nodeCheck(),
    gitCheck(),
    {
      name: '保存先',
      run: async () =>
        found instanceof Error ? [wrong(found.message)] : [right(`${found.root} にあります。`)],
    },
    diskCheck(folders),
    foldersCheck(folders),
    ...(upstream ? [upstreamCheck(accessOf(upstream), upstream.branch)] : [contentCheck]),
    ...(origin === null
      ? []
      : [originCheck(origin, settings.basePath), certificateCheck(origin, now)]),
    ...(origin !== null &&
    operation.trustedProxies === null &&
    gatewaySettings.address !== '0.0.0.0'
      ? [noProxies]
      : []),
    ...(provider ? [providerCheck(provider.issuer, now)] : []),
    ...(mail && 'server' in mail ? [mailCheck(mail.server)] : []),
    ...(root === null ? [] : [backupCheck(root, now)]),
  ];
  return (await runChecks(checks, console.log)) ? 0 : 1;
});
