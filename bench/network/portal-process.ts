import { setTimeout as pause } from 'node:timers/promises';
import type { EntryAddress, FileAddress } from '../../cms/gateway/repository/content-address.ts';
import { fileAt } from '../../cms/gateway/repository/content-address.ts';
import { openGitRepository } from '../../cms/gateway/repository/git-repository.ts';
import type { Repository } from '../../cms/gateway/repository/repository.ts';
import { upstreamOf } from '../../cms/gateway/upstream/connect.ts';
import { hostToken } from '../../cms/gateway/upstream/fixtures/git-http-server.ts';
import { openClone } from '../../cms/gateway/upstream/open-clone.ts';
import type { Answer, Answered, Asked, Question } from './messages.ts';

/** A portal's repository in a process of its own, which is killed and started again. Arguments: folder, url, seconds of the poll. */
const [, , folder = '', url = '', pollSeconds = '12'] = process.argv;
const access = {
  url,
  user: 'portal',
  token: hostToken,
  sshKey: null,
  knownHosts: null,
  caFile: null,
  silentSeconds: 5,
};
const names = { branch: 'main', prefix: 'refs/' };
const author = { name: 'さくら大学 研究推進課', email: 'sakura-u@contributors.invalid' };

const addressOf = (entry: string): FileAddress => {
  const found = fileAt(`case-studies/sakura-u/${entry}/index.mdx`);
  if (!found.ok) throw new Error(found.reason);
  return found.address;
};

const open = async (): Promise<Repository> => {
  // The host may be down at this moment, and there may be no clone yet.
  for (;;) {
    try {
      await openClone({ folder, access, names, contentFolder: 'content' });
      const upstream = upstreamOf(access, names, Number(pollSeconds) * 1000);
      return await openGitRepository({ folder, upstream, onTrouble: () => {} });
    } catch (error) {
      if (process.env.DEBUG) console.error(error);
      await pause(200);
    }
  }
};
const repository = await open();

const textAt = async (address: FileAddress) => {
  const proposal = await repository.proposal(address.entry);
  const at = proposal?.commit ?? (await repository.published());
  const found = await repository.read(at, address);
  return {
    text: found ? Buffer.from(found.bytes).toString() : '',
    version: found?.version ?? null,
  };
};

const save = async ({
  entry,
  id,
  mayWait,
}: Extract<Asked, { kind: 'save' }>): Promise<Answered> => {
  const address = addressOf(entry);
  for (let attempt = 0; attempt < 20; attempt += 1) {
    const { text, version } = await textAt(address);
    if (text.split('\n').includes(id)) return { kind: 'done', isHereOnly: false, commit: '' };
    const outcome = await repository.propose({
      entry: address.entry,
      edits: [{ address, bytes: Buffer.from(`${text}${id}\n`), basedOn: version }],
      mayWait,
      author,
      at: new Date(),
      describe: () => ({
        record: '{}',
        message: { subject: '下書きを保存', trailers: { Op: id } },
      }),
    });
    if (outcome.kind === 'saved') {
      const { isHereOnly = false, commit } = outcome.proposal;
      return { kind: 'done', isHereOnly, commit };
    }
  }
  return { kind: 'failed', why: 'It met others each time.' };
};

const publish = async ({ entry, id }: { entry: string; id: string }): Promise<Answered> => {
  const { entry: address }: { entry: EntryAddress } = addressOf(entry);
  for (let attempt = 0; attempt < 20; attempt += 1) {
    const outcome = await repository.publish(address, () => ({
      author,
      at: new Date(),
      message: { subject: '公開', trailers: { Op: id } },
    }));
    if (outcome.kind === 'published') {
      return { kind: 'done', isHereOnly: false, commit: outcome.commit };
    }
    if (outcome.kind === 'missing') return { kind: 'nothing' };
  }
  return { kind: 'failed', why: 'It met others each time.' };
};

/** All that people see of what is shared. */
const view = async (): Promise<Answered> => {
  const proposals = (await repository.proposals()).map(
    ({ entry, commit }) => `${entry.path} ${commit}`,
  );
  const undelivered = repository.host?.undelivered().length ?? 0;
  return {
    kind: 'view',
    view: [await repository.published(), ...proposals.sort()].join('\n'),
    undelivered,
  };
};

const answer = async (asked: Asked): Promise<Answered> => {
  switch (asked.kind) {
    case 'save':
      return save(asked);
    case 'publish':
      return publish(asked);
    case 'hasten':
      repository.host?.hasten();
      return { kind: 'nothing' };
    case 'view':
      return view();
  }
};

process.on('message', async ({ number, asked }: Question) => {
  const began = performance.now();
  const answered = await answer(asked).catch(
    (error): Answered => ({
      kind: 'failed',
      why: error instanceof Error ? error.message : String(error),
    }),
  );
  const told: Answer = { number, answered, ms: performance.now() - began };
  // Who asked may have ended in the meantime.
  if (process.connected) process.send?.(told, () => {});
});
process.on('disconnect', () => process.exit());
process.send?.('ready');
