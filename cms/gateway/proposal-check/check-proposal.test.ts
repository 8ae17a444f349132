import { execFileSync } from 'node:child_process';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { projectRoot } from '../../../src/project-root.ts';
import { caseText } from '../fixtures/entry-texts.ts';
import { people } from '../permissions/fixtures/people.ts';
import { refusals } from '../permissions/refusals.ts';
import { temporaryRepository } from '../repository/fixtures/temporary-repository.ts';
import { createObjectReader } from '../repository/object-reader.ts';
import type { CommitId } from '../repository/repository.ts';
import { gitIn } from '../repository/run-git.ts';
import { checkProposal } from './check-proposal.ts';
import { codeOwners } from './codeowners.ts';
import { words } from './words.ts';

const world = temporaryRepository();
const reader = createObjectReader(world.folder);
afterAll(() => {
  reader.close();
  world.remove();
});
const main = world.git('symbolic-ref', '--short', 'HEAD').trim();
afterEach(() => world.git('checkout', '-qf', main));

const at = (ref: string) => world.git('rev-parse', ref).trim() as CommitId;
const attachments = { read: async () => ({ kind: 'read' }) as never };
const check = (who: keyof typeof people) =>
  checkProposal(
    { git: gitIn(world.folder), reader, attachments, contentFolder: 'content' },
    { base: at(main), head: at('HEAD'), who: people[who] },
  );
const found = async (who: keyof typeof people) =>
  (await check(who)).findings.map(({ path, code, message }) => [path, code, message]);
const branch = (name: string, from = main) => world.git('checkout', '-qb', name, from);
const own = 'content/case-studies/sakura-u/new-desk/index.mdx';

describe('a proposal on the git host', () => {
  it('of an institution’s own entry may be taken over', async () => {
    branch('own');
    world.commit(own, caseText());
    expect(await check('sakura')).toEqual({ entries: 1, findings: [] });
    expect(await check('editor')).toEqual({ entries: 1, findings: [] });
  });

  it('of another’s entry is refused with the portal’s own sentence', async () => {
    branch('others');
    world.commit(own, caseText());
    expect(await found('momiji')).toEqual([[own, 'not-allowed', refusals.otherInstitution]]);
  });

  it('of the registry, the glossary and what speaks for the office is for editors', async () => {
    branch('registry');
    const registry = 'content/institutions/sakura-u.yaml';
    world.write(
      registry,
      `${world.git('show', `HEAD:${registry}`)}notes:\n  - 窓口を移しました。\n`,
    );
    world.git('commit', '-qam', '窓口');
    world.commit(own, caseText().replace('origin: contributed', 'origin: summarised'));
    const said = await found('sakura');
    expect(said).toContainEqual([own, 'not-allowed', refusals.officesOrigin]);
    expect(said).toContainEqual([registry, 'not-allowed', refusals.ofTheOffice.institutions]);
  });

  it.each(['editor', 'sakura'] as const)('of %s changes nothing but the content', async (who) => {
    branch(`outside-${who}`);
    world.commit('package.json', '{}');
    world.commit('content/case-studies/sakura-u/new-desk/.hidden', 'x');
    world.commit('content/elsewhere.mdx', 'x');
    const said = await found(who);
    expect(said).toContainEqual(['package.json', 'not-allowed', words.outside]);
    expect(said).toHaveLength(3);
  });

  it('brings no link, no program and no submodule', async () => {
    branch('links');
    const { folder } = world;
    const link = 'content/case-studies/sakura-u/new-desk/図.png';
    execFileSync('mkdir', ['-p', `${folder}/content/case-studies/sakura-u/new-desk`]);
    execFileSync('ln', ['-s', '/etc/passwd', `${folder}/${link}`]);
    world.git('add', '-A');
    world.git('commit', '-qm', '図');
    const id = at('HEAD');
    world.git(
      'update-index',
      '--add',
      '--cacheinfo',
      `160000,${id},content/case-studies/sakura-u/sub`,
    );
    world.git('commit', '-qm', '部品');
    const said = (await found('sakura')).map(([path, , message]) => [path, message]);
    expect(said).toContainEqual([link, words.noFile]);
    expect(said.map(([path]) => path)).toContain('content/case-studies/sakura-u/sub');
  });

  it('is held against the check as the portal holds a draft', async () => {
    branch('unsound');
    world.commit(own, caseText({ body: '## 体制\n\n<script>alert(1)</script>\n' }));
    const [first, ...rest] = await found('sakura');
    expect(first?.[0]).toBe(own);
    expect(first?.[1]).not.toBe('not-allowed');
    expect(rest).toEqual([]);
  });

  it('may bring two entries that lead to each other, and is told what it breaks elsewhere', async () => {
    branch('two');
    const other = 'content/case-studies/sakura-u/other-desk/index.mdx';
    world.commit(
      own,
      caseText({ body: '## 体制\n\n[もう一つ](../other-desk/)を見てください。\n' }),
    );
    world.commit(other, caseText({ title: 'もう一つの窓口' }));
    expect(await check('sakura')).toEqual({ entries: 2, findings: [] });
    world.git('checkout', '-q', main);
    world.git('merge', '-q', 'two');
    branch('breaks');
    world.git('rm', '-q', other);
    world.git('commit', '-qm', '消す');
    expect((await found('sakura')).map(([path]) => path)).toEqual([own]);
  });

  it('stops neither a withdrawal nor a former address by itself', async () => {
    branch('beside');
    world.commit(own, caseText({ fields: 'withdrawn: true\n' }));
    expect((await found('sakura')).map(([, code]) => code)).toEqual(['not-allowed']);
  });

  it('that was overtaken is a conflict, and one that says the same is none', async () => {
    branch('late');
    world.commit(own, caseText({ title: '遅い題名' }));
    world.git('checkout', '-q', main);
    world.commit(own, caseText({ title: '早い題名' }));
    world.git('checkout', '-q', 'late');
    expect(await found('sakura')).toEqual([[own, 'conflict', words.conflict]]);
    world.commit(own, caseText({ title: '早い題名' }));
    expect(await check('sakura')).toEqual({ entries: 0, findings: [] });
  });
});

describe('the command', () => {
  const run = (...args: string[]) => {
    const script = `${projectRoot}/cms/gateway/proposal-check/main.ts`;
    const from = ['--base', main, '--head', 'by-account', '--repository', world.folder];
    try {
      const output = execFileSync(process.execPath, [script, ...from, ...args], {
        encoding: 'utf8',
        stdio: 'pipe',
      });
      return { code: 0, output };
    } catch (error) {
      const { status, stderr, stdout } = error as {
        status: number;
        stderr: string;
        stdout: string;
      };
      return { code: status, output: `${stdout}${stderr}` };
    }
  };

  it('takes whom an account speaks for from where the proposal is to go, never from the proposal', () => {
    const accounts = '.github/portal-accounts.yaml';
    world.commit(
      accounts,
      'accounts:\n  Sakura-Desk: { institution: sakura-u, office: 研究推進課 }\n',
    );
    branch('by-account');
    world.commit(own, caseText({ title: '直した題名' }));
    const as = (account: string) => run('--account', account, '--accounts', accounts);
    expect(as('sakura-desk')).toEqual({ code: 0, output: words.passed(1) });
    expect(as('stranger').output).toContain(words.unknownAccount('stranger'));
    world.commit(accounts, 'accounts:\n  stranger: { editor: true, office: 事務局 }\n');
    expect(as('stranger')).toMatchObject({ code: 1 });
    expect(as('sakura-desk').output).toContain(words.outside);
  });

  it('makes CODEOWNERS of the registry and the accounts', () => {
    const accounts = new Map([
      ['jimu', people.editor],
      ['sakura/desk', people.sakura],
    ]);
    expect(codeOwners(['momiji-u', 'sakura-u'], accounts, 'content')).toBe(
      `# ${words.madeOwners}\n* @jimu\n/content/*/sakura-u/ @jimu @sakura/desk\n`,
    );
  });

  it('says how it is used, and what it cannot find', () => {
    expect(run().code).toBe(2);
    expect(run('--editor', '--institution', 'sakura-u').code).toBe(2);
    const nowhere = run('--editor', '--head', 'no-such-branch');
    expect(nowhere).toMatchObject({ code: 1 });
    expect(nowhere.output).toContain(words.unknownRef('no-such-branch'));
    expect(nowhere.output).not.toMatch(/ {4}at /);
  });
});
