import { open } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Refusal } from '../../../src/refusal.ts';
import type { Person } from '../permissions/person.ts';
import type { Happening, HappeningKind } from '../proposals/happenings.ts';
import { wayIn } from '../requests/route-group.ts';
import { requestUnderWay } from '../requests/under-way.ts';

/** What can happen to a sign-in or to what lets somebody in. A closed list; nothing in it tells who a person is. */
export type AccessKind =
  | 'signed-in'
  | 'signed-out'
  | 'sign-in-failed'
  | 'refused'
  | 'invited'
  | 'invitation-withdrawn'
  | 'bound'
  | 'ended'
  | 'confirmed';

/** One step of somebody who comes in, or of who lets them. */
export type Access = {
  readonly kind: AccessKind;
  /** Whose office did it; null where it was the person themselves, or a command on the machine. */
  readonly by: Person | null;
  /** As whom somebody is let in; null where they are nobody yet. */
  readonly who: Person | null;
  /** Why somebody was not let in: a word of a closed list. */
  readonly reason: string | null;
};

/** The record of who did what: by role and office, never a person or a text. */
export type AuditLog = {
  happened(happening: Happening): void;
  accessed(access: Access): void;
  /** Resolves when all that was told is on the disk, or could not be brought there. */
  settled(): Promise<void>;
};

/** How many lines wait for a disk that takes none. */
const mostWaiting = 10_000;

/**
 * Opens the record: a line of JSON for each step, added whole and brought to the disk. The file is opened anew for each
 * write, so that logrotate may rename it at any time and nobody has to be told.
 * @param path from the working directory
 * @param onTrouble hears where a line could not be written; it is tried again with the next
 * @throws Refusal where the file cannot be written
 */
export const openAuditLog = async ({
  path,
  clock,
  onTrouble,
}: {
  path: string;
  clock: () => Date;
  onTrouble: (error: unknown) => void;
}): Promise<AuditLog> => {
  const file = resolve(path);
  const append = async (text: string): Promise<void> => {
    const handle = await open(file, 'a', 0o640);
    try {
      await handle.writeFile(text);
      await handle.datasync();
    } finally {
      await handle.close();
    }
  };
  await append('').catch(() => {
    throw new Refusal(
      `設定 AUDIT_LOG のファイル ${file} に書き込めませんので、フォルダーを作り、ポータルを動かす利用者が書けるようにしてください。`,
    );
  });

  let waiting: string[] = [];
  let writing: Promise<void> | null = null;
  const write = async (): Promise<void> => {
    while (waiting.length > 0) {
      const lines = waiting;
      waiting = [];
      try {
        await append(lines.join(''));
      } catch (error) {
        waiting = [...lines, ...waiting];
        onTrouble(error);
        break;
      }
    }
    writing = null;
  };
  const note = (step: object): void => {
    if (waiting.length >= mostWaiting) {
      onTrouble(new Error(`The audit log cannot be written: ${JSON.stringify(step)}`));
      return;
    }
    const request = requestUnderWay();
    const whence = request
      ? { way: wayIn[request.group], request: request.id }
      : { way: 'machine' };
    waiting.push(`${JSON.stringify({ ...step, ...whence })}\n`);
    writing ??= write();
  };
  return {
    happened({ kind, entry, by, at, from, proposal, version }) {
      const to = stageAfter[kind];
      note({
        at: at.toISOString(),
        what: kind,
        entry: entry.path,
        by: roleOf(by),
        from,
        to: to === 'as-before' ? from : to,
        ...(proposal === null ? {} : { proposal }),
        ...(version === null ? {} : { version }),
      });
    },
    accessed({ kind, by, who, reason }) {
      note({
        at: clock().toISOString(),
        what: kind,
        by: by && roleOf(by),
        who: who && roleOf(who),
        ...(reason === null ? {} : { reason }),
      });
    },
    async settled() {
      while (writing) await writing;
    },
  };
};

/** Nobody but a role and an office, whatever else may come to stand in it. */
const roleOf = (who: Person): object => ({
  role: who.role,
  ...('institution' in who ? { institution: who.institution } : {}),
  ...('office' in who ? { office: who.office } : {}),
});

/** Where a proposal or an entry is after a step; null where there is none any more. */
const stageAfter = {
  saved: 'draft',
  'sent-for-review': 'in-review',
  'taken-back': 'draft',
  returned: 'draft',
  'return-undone': 'in-review',
  approved: 'approved',
  published: 'published',
  'draft-deleted': null,
  'draft-restored': 'draft',
  'deletion-asked': 'in-review',
  commented: 'as-before',
  'comment-changed': 'as-before',
  'comment-deleted': 'as-before',
  'comment-resolved': 'as-before',
  'approval-link-made': 'as-before',
  'approval-link-withdrawn': 'as-before',
  'approved-by-link': 'as-before',
  'returned-by-link': 'as-before',
  'withdrawal-asked': 'as-before',
  'republication-asked': 'as-before',
  'request-taken-back': 'as-before',
  'request-refused': 'as-before',
  withdrawn: 'withdrawn',
  republished: 'published',
  renamed: 'as-before',
} as const satisfies Record<HappeningKind, string | null>;
