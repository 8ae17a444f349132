import { z } from 'zod';
import { howToWriteKeys, type KeyRing, keyRing } from './key-ring.ts';
import { settingGroup } from './setting-group.ts';

/** After how many months without a sign-in a provider may give a name to another person (学認, ePPN). */
export const mostMemberMonths = 24;

/** Who may do what that the provider has signed in, and by which keys they are known again. */
export const memberSettings = settingGroup({
  shape: {
    MEMBER_KEYS: keyRing.optional(),
    MEMBERS_MAY: z.enum(['contribute', 'read']).default('contribute'),
    MEMBER_MONTHS: z.coerce.number().int().min(1).max(mostMemberMonths).default(mostMemberMonths),
  },
  meanings: {
    MEMBER_KEYS: `サインインした人を見分ける鍵を、${howToWriteKeys}`,
    MEMBERS_MAY:
      '参加機関の人がはじめてサインインしたときにできることを、contribute（部署を名乗って投稿する）か read（読むだけで、投稿には招待が要る）で指定してください。',
    MEMBER_MONTHS: `サインインのない登録が切れるまでの月数を、1 から ${mostMemberMonths} までの数で指定してください。`,
  },
});

/** How the members of a network are known. */
export type MemberSettings = {
  readonly keys: KeyRing;
  /** What somebody may do who was not invited, and whose institution their provider names. */
  readonly uninvitedMay: 'contribute' | 'read';
  /** After how many months without a sign-in a binding ends. */
  readonly months: number;
};

/** Takes the settings of this group out of all; null where nobody is signed in by a provider. */
export const readMemberSettings = ({
  MEMBER_KEYS,
  MEMBERS_MAY,
  MEMBER_MONTHS,
}: z.output<z.ZodObject<typeof memberSettings.shape>>): MemberSettings | null =>
  MEMBER_KEYS ? { keys: MEMBER_KEYS, uninvitedMay: MEMBERS_MAY, months: MEMBER_MONTHS } : null;
