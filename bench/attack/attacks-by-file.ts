import { questions } from '../gateway/decap-protocol.ts';
import { textPath } from '../gateway/world.ts';
import type { AttackKind } from './attack.ts';
import { hostileFiles } from './hostile-files.ts';
import { attackerDraft, frontMatter } from './made-up.ts';
import { asOfficer } from './target.ts';

/** A file that costs much, beside a sound text that names it. */
export const byFile: AttackKind = (random, number) => {
  const hostile = random.pick(hostileFiles);
  const name = `資料${number}${hostile.ending}`;
  const row = `attachments:\n  - { file: ${name}, title: 資料, kind: other, rights: 転載可 }`;
  const draft = attackerDraft(number, `${frontMatter(number, row)}\n手順です。\n`);
  return {
    name: `file: ${hostile.name}`,
    async run(on) {
      const bytes = hostile.make(random);
      const folder = textPath(draft).replace(/index\.mdx$/, '');
      const asset = {
        path: `${folder}${name}`,
        content: Buffer.from(bytes).toString('base64'),
        encoding: 'base64',
      };
      const basedOn = { [textPath(draft)]: null, [asset.path]: null };
      const save = questions.save(draft, { basedOn, assets: [asset] });
      return [
        ...(await asOfficer(on, save)),
        // Whoever was refused sends it again.
        ...(random.chance(0.3) ? await asOfficer(on, save) : []),
        ...(await asOfficer(on, questions.move(draft, 'pending_review'))),
        await on.officer.read('/admin/desk/'),
      ];
    },
  };
};
