import { questions } from '../gateway/decap-protocol.ts';
import { textPath } from '../gateway/world.ts';
import type { AttackKind, Told } from './attack.ts';
import { hostileFiles } from './hostile-files.ts';
import { attackerDraft, frontMatter } from './made-up.ts';
import { asOfficer, type Target } from './target.ts';

/** Sends a file as the editor does. @returns what was told, and the name that it is kept under where it is */
const upload = async (
  { officer }: Target,
  name: string,
  bytes: Uint8Array,
): Promise<{ told: Told; id: string | null }> => {
  const response = await officer.request(`/admin/uploads/${encodeURIComponent(name)}`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: Buffer.from(bytes),
  });
  const told = { status: response.status, text: await response.text() };
  return { told, id: response.ok ? (JSON.parse(told.text) as { upload: string }).upload : null };
};

/** Most fit into a request with their text; what doesn't is sent by itself. */
const mostInside = 700_000;

/** A file that costs much, beside a sound text that names it: sent once by itself, or inside the save as Decap does. */
export const byFile: AttackKind = (random, number) => {
  const hostile = random.pick(hostileFiles);
  const name = `資料${number}${hostile.ending}`;
  const row = `attachments:\n  - { file: ${name}, title: 資料, kind: other, rights: 転載可 }`;
  const draft = attackerDraft(number, `${frontMatter(number, row)}\n手順です。\n`);
  const path = `${textPath(draft).replace(/index\.mdx$/, '')}${name}`;
  let bytes: Uint8Array = new Uint8Array();
  return {
    name: `file: ${hostile.name}`,
    prepare() {
      bytes = hostile.make(random);
    },
    async run(on) {
      const { told, id } = await upload(on, name, bytes);
      const inside = { path, content: Buffer.from(bytes).toString('base64'), encoding: 'base64' };
      const asset = id ? { path, upload: id } : inside;
      const basedOn = { [textPath(draft)]: null, [path]: null };
      const save = questions.save(draft, { basedOn, assets: [asset] });
      const isSent = id !== null || bytes.length < mostInside;
      return [
        told,
        ...(isSent ? await asOfficer(on, save) : []),
        // Whoever was refused sends it again.
        ...(random.chance(0.3) ? [(await upload(on, name, bytes)).told] : []),
        ...(await asOfficer(on, questions.move(draft, 'pending_review'))),
        await on.officer.read('/admin/desk/'),
      ];
    },
  };
};
