import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { caseText } from '../fixtures/entry-texts.ts';
import { refusals } from '../permissions/refusals.ts';
import { sentences as proposalSentences } from '../proposals/sentences.ts';
import { sentences } from '../renaming/sentences.ts';
import { entry, file } from '../repository/fixtures/temporary-repository.ts';
import { fileVersion } from '../repository/repository.ts';
import { editor, sakura, type TestDesk, testDesk } from './fixtures/test-desk.ts';
import { doneSentences, renameWords } from './words.ts';

let desk: TestDesk;
beforeEach(async () => {
  desk = await testDesk();
  desk.who = editor;
});
afterEach(() => desk.close());

const old = 'case-studies/sakura-u/pledge';
const page = `/admin/desk/rename/${old}`;
const next = 'case-studies/sakura-u/students-pledge';
const ask = (name: string) => desk.page(`${page}?name=${encodeURIComponent(name)}`);
const at = (path: string) => desk.world.git('show', `HEAD:content/${path}`);
const commit = (path: string, text: string) => desk.world.commit(`content/${path}`, text);

const leadsThere = () =>
  commit(
    'case-studies/sakura-u/forms/index.mdx',
    `${caseText({ title: '様式の使い方', fields: `related:\n  - ${old}\n` })}\n[誓約書](../pledge/#手順)を見ます。\n`,
  );

describe('another address', () => {
  it('is given with everything that leads to the entry, in one publication', async () => {
    leadsThere();
    const published = await desk.page('/admin/desk/published/?institution=sakura-u');
    expect(published.links['アドレスを変える：入学時の誓約書']).toBe(page);
    expect((await desk.page(page)).text).toContain(
      'いまのアドレスは /practices/sakura-u/pledge/ です。',
    );

    const { text, forms } = await ask('students-pledge');
    expect(text).toContain(
      'アドレスを /practices/sakura-u/pledge/ から /practices/sakura-u/students-pledge/ に変えます。',
    );
    expect(text).toContain('リンクが変わる記事 1件 様式の使い方');
    expect(desk.refreshes).toBe(0);
    const before = desk.world.git('rev-list', '--count', 'HEAD');

    expect(await desk.post(page, forms[page])).toMatchObject({
      status: 303,
      location: '/admin/desk/published/?institution=sakura-u&done=renamed',
    });
    expect(desk.refreshes).toBe(1);
    expect(Number(desk.world.git('rev-list', '--count', 'HEAD'))).toBe(Number(before) + 1);
    expect(desk.world.git('log', '-1', '--format=%s')).toContain(
      'アドレスを変更：事例「入学時の誓約書」',
    );
    expect(at(`${next}/index.mdx`)).toContain('formerAddresses:\n  - pledge\n---');
    expect(at(`${next}/誓約書 [様式1].csv`)).not.toBe('');
    expect(() => at(`${old}/index.mdx`)).toThrow();
    const leading = at('case-studies/sakura-u/forms/index.mdx');
    expect(leading).toContain(`related:\n  - ${next}\n`);
    expect(leading).toContain('(../students-pledge/#手順)');
    // The checkout from which the site is built has it as well.
    expect(desk.world.git('status', '--porcelain')).toBe('');
    expect((await desk.page('/admin/desk/?done=renamed')).said).toBe(doneSentences.renamed);
  });

  it('says of which entries that lead there a proposal is under way', async () => {
    commit(
      'best-practices/sakura-u/desk/index.mdx',
      caseText({ title: '相談窓口', fields: `related:\n  - ${old}\n` }),
    );
    expect((await ask('students-pledge')).text).not.toContain(renameWords.touchedUnderWay);
    const text = { title: '相談窓口（改訂）', fields: `related:\n  - ${old}\n` };
    const at = entry('best-practices/sakura-u/desk');
    const published = desk.world.git('rev-parse', `HEAD:content/${at.text}`).trim();
    await desk.proposals.save(sakura, at, [
      {
        address: file(at.text),
        bytes: Buffer.from(caseText(text)),
        basedOn: fileVersion.parse(published),
      },
    ]);
    expect((await ask('students-pledge')).text).toContain(`相談窓口${renameWords.touchedUnderWay}`);
  });

  it('is refused with what is wrong with the name, which stays as it was typed', async () => {
    for (const name of ['', 'Pledge!', '../x', '誓約書', '-a', 'a'.repeat(81)]) {
      const { status, alert, forms } = await ask(name);
      expect({ name, status, alert }).toEqual({ name, status: 422, alert: sentences.wrongName });
      expect(forms[page]?.['name']).toBe(name);
    }
    expect((await ask('pledge')).alert).toBe(sentences.sameName);
    commit(`${next}/index.mdx`, caseText({ title: '学生の誓約書' }));
    expect((await ask('students-pledge')).alert).toBe(sentences.taken('学生の誓約書'));
  });

  it('is refused where another page of the site has it, or had it before', async () => {
    commit('best-practices/sakura-u/oath/index.mdx', caseText({ title: '宣誓' }));
    expect((await ask('oath')).alert).toContain('「/practices/sakura-u/oath/」');
  });

  it('is for editors, and never for institutions and pages of menus', async () => {
    desk.who = sakura;
    expect(await desk.page(page)).toMatchObject({ status: 403, alert: refusals.byEditors.rename });
    expect((await desk.post(page, { name: 'x', seen: 'a'.repeat(40) })).status).toBe(403);
    const own = await desk.page('/admin/desk/published/');
    expect(own.text).not.toContain('アドレスを変える');
    desk.who = editor;
    const institution = await desk.page('/admin/desk/rename/institutions/sakura-u?name=ume-u');
    expect(institution.alert).toBe(sentences.notHere('機関'));
  });

  it('waits for a proposal of the entry, or one that has begun at the new place', async () => {
    const { forms } = await ask('students-pledge');
    await desk.savePledge();
    expect((await ask('students-pledge')).alert).toBe(sentences.underWay);
    expect((await desk.post(page, forms[page])).alert).toBe(sentences.underWay);
    await desk.proposals.delete(editor, desk.entries.pledge);
    await desk.saveNew();
    expect((await desk.page(`${page}?name=desk`)).status).toBe(200);
  });

  it('is asked about again where anything was published since', async () => {
    const { forms } = await ask('students-pledge');
    leadsThere();
    const { status, alert } = await desk.post(page, forms[page]);
    expect({ status, alert }).toEqual({ status: 409, alert: proposalSentences.changedSinceSeen });
    expect(at(`${old}/index.mdx`)).not.toBe('');
    for (const forged of [{}, { name: 'x' }, { name: 'x', seen: 'HEAD' }]) {
      expect((await desk.post(page, forged as Record<string, string>)).status).toBe(422);
    }
  });
});
