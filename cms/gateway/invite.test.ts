import { afterAll, expect, it } from 'vitest';
import { askedByCommand, inviteByCommand } from './invite.ts';
import { withStore } from './invite-store.ts';
import { claimsOf, oneKey, openMembers } from './members/fixtures/open-members.ts';
import { temporaryRepository } from './repository/fixtures/temporary-repository.ts';
import { openGitRepository } from './repository/git-repository.ts';
import type { GatewaySettings } from './settings.ts';

const opened = await openMembers();
const repository = await openGitRepository({ folder: opened.world.folder });
afterAll(() => {
  repository.close();
  opened.close();
});

const settings = {
  provider: {} as GatewaySettings['provider'],
  members: { keys: [oneKey], uninvitedMay: 'contribute', months: 24 },
  origin: 'https://portal.example',
} as const;
const clock = () => new Date('2026-11-24T05:05:00Z');
const run = (args: string[], more: Partial<typeof settings> | { origin: null } = {}) => {
  const asked = askedByCommand(args);
  if (asked === null || asked === 'help') throw new Error('It asks for nothing.');
  const parts = { repository, settings: { ...settings, ...more }, basePath: '/portal/', clock };
  return inviteByCommand(asked, parts);
};

it('lets the first editor in', async () => {
  const [said = '', address = ''] = (await run(['--editor', '--office', '事務局'])).split('\n');
  expect(said).toBe('編集者（事務局）への招待です。2026年12月8日まで、1回だけ使えます。');
  const [, token = ''] =
    /^https:\/\/portal\.example\/portal\/invitation\/([\w-]{32})$/.exec(address) ?? [];
  // By a gateway that runs beside it.
  const person = await opened.members.invitations.accept(token, claimsOf('first-editor'));
  expect(person).toMatchObject({ who: { role: 'editor', office: '事務局' } });
});

it('invites an office of an institution', async () => {
  const said = await run(['--institution', 'sakura-u', '--office', '研究推進課', '--days', '3']);
  expect(said).toContain('さくら大学 研究推進課への招待です。2026年11月27日まで');
});

it('invites by way of a git host, which every portal on it knows of', async () => {
  const host = temporaryRepository('bare');
  const upstream = {
    url: host.folder,
    branch: 'main',
    prefix: 'refs/',
    clone: '/nowhere/that/is/used',
    contentFolder: 'content',
    user: '',
    token: null,
    sshKey: null,
    knownHosts: null,
    caFile: null,
    hookSecret: null,
    pollSeconds: 60,
  };
  const asked = askedByCommand(['--editor', '--office', '事務局']);
  if (asked === null || asked === 'help') throw new Error('It asks for nothing.');
  const parts = { settings, basePath: '/', clock };
  const said = await withStore({ upstream, contentDir: '' }, (store) =>
    inviteByCommand(asked, { ...parts, repository: store }),
  );
  expect(said).toContain('https://portal.example/invitation/');
  expect(host.git('for-each-ref', 'refs/invitations/').trim().split('\n')).toHaveLength(1);
  host.remove();
});

it('says what is wrong', async () => {
  await expect(run(['--institution', 'nowhere-u', '--office', '課'])).rejects.toThrow('登録簿');
  await expect(run(['--editor', '--office', 'a@b'])).rejects.toThrow('部署の名前');
  await expect(run(['--editor', '--office', '課', '--days', 'x'])).rejects.toThrow('日数');
  await expect(run(['--editor', '--office', '課'], { origin: null })).rejects.toThrow('SIGN_IN');
});

it.each([
  [[]],
  [['--editor']],
  [['--office', '課']],
  [['--editor', '--institution', 'sakura-u', '--office', '課']],
  [['--editor', '--office', '課', '--key', 'x']],
])('asks for one of the two, and for nothing that it does not know: %j', (args) => {
  expect(askedByCommand(args)).toBeNull();
});
