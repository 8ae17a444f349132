import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  startProvider,
  type TestProvider,
  testClient,
} from '../../cms/gateway/login/fixtures/provider.ts';
import { type GuideBlock, guideBlocks, guidePages, guideText } from './guide-commands.ts';
import { tryTwoPortals } from './two-portals.ts';
import { openVisit, secondDraft, type Visit } from './visit.ts';
import { rehearsalWords as words } from './words.ts';

const origin = 'https://portal.example';
const app = '/srv/portal/app';

/** What came of one block, or of one thing that was looked at. */
type Outcome = { tried: number; failed: number; untried: string[] };

/**
 * Goes through the guide: what stands there as a command is run as it stands; what a person does by hand is done in their
 * place, between the blocks, and said.
 */
export const rehearse = async ({
  work,
  runsApt,
}: {
  work: string;
  runsApt: boolean;
}): Promise<number> => {
  const began = performance.now();
  const outcome: Outcome = {
    tried: 0,
    failed: 0,
    untried: [
      'systemd そのもの（サンドボックス、タイマー、再起動のあとの開始）。命令は、代わりのもので実行しました',
      '認証局の証明書、DNS、学認と SATOSA、メールサーバー',
    ],
  };
  const provider = await startProvider(origin);
  let folder = '/root';
  let said = '';
  let visit: Visit | null = null;

  const look = async (what: string, work: () => Promise<unknown> | unknown): Promise<void> => {
    try {
      const found = await work();
      if (found === false) throw new Error('そうなっていません');
      console.log(words.seen(what));
    } catch (error) {
      outcome.failed += 1;
      console.log(words.failed(`${what}：${error instanceof Error ? error.message : error}`));
    }
  };

  const run = async ({ commands }: GuideBlock): Promise<void> => {
    const lines = commands
      .trimEnd()
      .split('\n')
      .filter((line) => {
        if (runsApt || !line.startsWith('apt-get ')) return true;
        console.log(words.skipped(line, 'すでに入っているものを使います'));
        return false;
      });
    if (lines.length === 0) return;
    for (const line of lines) console.log(`   # ${line}`);
    outcome.tried += lines.length;
    const start = performance.now();
    const place = join(work, 'folder');
    const script = `cd ${folder}\n${lines.join('\n')}\npwd > ${place}\n`;
    const { status, stdout, stderr } = await shell(script, {
      ...shellEnvironment(),
      NODE_EXTRA_CA_CERTS: join(work, 'portal.crt'),
    });
    said = stdout;
    for (const line of stdout.trimEnd().split('\n').slice(-6))
      if (line) console.log(`     ${line}`);
    if (status !== 0) {
      outcome.failed += 1;
      console.log(lastOfLog());
      console.log(words.failed(`${status}\n${stderr.trimEnd().split('\n').slice(-12).join('\n')}`));
      return;
    }
    folder = readFileSync(place, 'utf8').trim();
    console.log(words.ran(((performance.now() - start) / 1000).toFixed(1)));
  };

  const byHand: Readonly<Record<string, (commands: string) => Promise<void> | void>> = {
    'start/2. 設定する（30分）': () => configure(provider),
    'start/4. 外に開く（30分）': (commands) =>
      commands.includes('nginx')
        ? look('https://portal.example/ にサイトが出る', async () => {
            const answer = await fetch(`${origin}/`);
            return answer.status === 200 && (await answer.text()).includes('産学官連携');
          })
        : undefined,
    'start/6. 最初の編集者を招く（15分）': async () => {
      const link = /https:\/\/portal\.example\/\S+/.exec(said)?.[0] ?? '';
      await look('招待のアドレスを開き、サインインして編集者になる', async () => {
        visit = await openVisit({ origin, provider, link });
      });
      await look('下書きを一つ残し、一つの記事を公開する', () => visit?.publishFirst() ?? false);
      await look('公開した記事がサイトに出る', () => visit?.isShown() ?? false);
    },
    'monthly/2. 控えを確かめる': () => {},
    'monthly/4. 新しくする': () =>
      look('新しくしたあとも、公開した記事と下書きがある', () => visit?.isAllThere() ?? false),
    'broken/新しくしたら動かなくなった': () =>
      look('戻したあとも、公開した記事と下書きがある', () => visit?.isAllThere() ?? false),
    'broken/サーバーがなくなった、フォルダーを消してしまった': () =>
      look('控えから戻したあとも、公開した記事と下書きがある', () => visit?.isAllThere() ?? false),
  };
  const before: Readonly<Record<string, () => void>> = {
    'monthly/4. 新しくする': () => newVersion(work),
    'broken/サーバーがなくなった、フォルダーを消してしまった': () => {
      console.log(words.byHand('記事と下書きのある .git を消します'));
      rmSync(join(app, '.git'), { recursive: true });
      rmSync(join(app, 'content'), { recursive: true });
    },
  };

  try {
    for (const page of guidePages) {
      const text = guideText(page);
      console.log(words.page(/^title: (.+)$/m.exec(text)?.[1] ?? page));
      const blocks = guideBlocks(text);
      for (const [index, block] of blocks.entries()) {
        const place = `${page}/${block.heading}`;
        const isFirst = blocks[index - 1]?.heading !== block.heading;
        if (isFirst) console.log(words.heading(block.heading));
        if (isFirst) before[place]?.();
        await run(block);
        await byHand[place]?.(block.commands);
      }
    }
    console.log(words.heading('8. 二台で動かす（必要なとき）'));
    console.log(words.byHand('保存先をこのサーバーの中に作り、二台目を別のポートで始めます'));
    await look('一台目で保存した下書きが、20秒までに二台目に届く', () => {
      if (!visit) return false;
      const { leaveAnother } = visit;
      const trusted = { NODE_EXTRA_CA_CERTS: join(work, 'portal.crt') };
      return tryTwoPortals(leaveAnother, secondDraft, trusted);
    });
  } finally {
    spawnSync('/usr/local/sbin/systemctl', ['stop', 'portal', 'nginx']);
    await provider.close();
  }
  console.log(`\n${words.untried}\n${outcome.untried.map((line) => `・${line}`).join('\n')}`);
  const seconds = ((performance.now() - began) / 1000).toFixed(0);
  console.log(words.done(outcome.tried, outcome.failed, seconds));
  return outcome.failed === 0 ? 0 : 1;
};

const mostMilliseconds = 10 * 60_000;

/** Runs a script, while the provider of this process answers whoever the script starts. */
const shell = (
  script: string,
  env: NodeJS.ProcessEnv,
): Promise<{ status: number | null; stdout: string; stderr: string }> =>
  new Promise((resolve, reject) => {
    const child = spawn('bash', ['-euo', 'pipefail', '-c', script], {
      env,
      timeout: mostMilliseconds,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const said: [Buffer[], Buffer[]] = [[], []];
    child.stdout.on('data', (bytes: Buffer) => said[0].push(bytes));
    child.stderr.on('data', (bytes: Buffer) => said[1].push(bytes));
    child.on('error', reject);
    // Not when its pipes close: a service that it started may have them still.
    child.on('exit', (status) => {
      const [stdout, stderr] = said.map((parts) => Buffer.concat(parts).toString());
      resolve({ status, stdout: stdout ?? '', stderr: stderr ?? '' });
    });
  });

/** What the service said last, as journalctl would tell it. */
const lastOfLog = (): string => {
  try {
    const log = readFileSync('/run/portal-rehearsal/portal.log', 'utf8');
    return log.trimEnd().split('\n').slice(-15).join('\n');
  } catch {
    return '';
  }
};

/** The environment of somebody who has just signed in as root, with the registry that this machine is told to use. */
const shellEnvironment = (): NodeJS.ProcessEnv => ({
  HOME: '/root',
  LANG: 'C.UTF-8',
  PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
  npm_config_registry: execFileSync('npm', ['config', 'get', 'registry'], {
    encoding: 'utf8',
  }).trim(),
});

const configure = (provider: TestProvider): void => {
  console.log(
    words.byHand('OIDC_ISSUER をこの練習の認証サーバーに直し、クライアントシークレットを書きます'),
  );
  const file = '/etc/portal/portal.env';
  const text = readFileSync(file, 'utf8').replace(
    /^OIDC_ISSUER=.*$/m,
    `OIDC_ISSUER=${provider.issuer}`,
  );
  writeFileSync(file, text);
  const secret = '/etc/portal/oidc-client-secret';
  writeFileSync(secret, `${testClient.secret}\n`);
  execFileSync('chgrp', ['portal', secret]);
  execFileSync('chmod', ['640', secret]);
};

/** A new version of the program comes out. */
const newVersion = (work: string): void => {
  console.log(words.byHand('記事のリポジトリに、新しい版が一つ出ます'));
  const folder = join(work, 'new-version');
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=dev', '-c', 'user.email=dev@dev.invalid', ...args], {
      stdio: 'pipe',
    });
  git('clone', '-q', join(work, 'git/portal.git'), folder);
  writeFileSync(join(folder, 'LICENSE'), `${readFileSync(join(folder, 'LICENSE'), 'utf8')}\n`);
  git('-C', folder, 'commit', '-qam', '新しい版');
  git('-C', folder, 'push', '-q', 'origin', 'HEAD:main');
};
