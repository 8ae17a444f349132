import { parseArgs } from 'node:util';
import { westernDate } from '../../src/formats/japanese-date.ts';
import { dayInJapan } from '../../src/formats/time-in-japan.ts';
import { Refusal } from '../../src/refusal.ts';
import { calledAs } from './members/called-as.ts';
import { invitationAddress } from './members/invitation-address.ts';
import { type Asked, invitationDays } from './members/invitations.ts';
import type { OnMemberEvent } from './members/member-events.ts';
import { createMembers } from './members/members.ts';
import { createPublishedContent } from './published-content/published-content.ts';
import type { Repository } from './repository/repository.ts';
import type { GatewaySettings } from './settings.ts';

const options = {
  editor: { type: 'boolean' },
  institution: { type: 'string' },
  office: { type: 'string' },
  days: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** How the command is used. */
export const inviteUsage = `使い方：npm run invite -- --editor --office 事務局
　　　　npm run invite -- --institution 機関のID --office 研究推進課
--days 日数　招待の期限（${invitationDays.fewest} から ${invitationDays.most} まで。書かないときは ${invitationDays.usual}）

表示されたアドレスは、その人だけに渡してください。1回だけ使えます。`;

/** What the command line asks for; null where it says too little, or two things. @param args as the command was given them */
export const askedByCommand = (args: readonly string[]): Asked | 'help' | null => {
  try {
    const { values } = parseArgs({ args: [...args], options });
    const { editor = false, institution, office, days = String(invitationDays.usual) } = values;
    if (values.help) return 'help';
    if (office === undefined || editor === (institution !== undefined)) return null;
    return {
      role: editor ? 'editor' : 'contributor',
      institution: institution ?? null,
      office,
      days: /^\d{1,3}$/.test(days) ? Number(days) : Number.NaN,
      replaces: null,
    };
  } catch {
    return null;
  }
};

/** What has to be set before anybody can use an invitation. */
type SignInSettings = Pick<GatewaySettings, 'provider' | 'members' | 'origin'>;

/** Gives what an invitation needs of the settings. @throws Refusal where nobody could use one */
export const settingsOfInvitations = ({ provider, members, origin }: SignInSettings) => {
  if (!provider || !members || !origin) throw new Refusal(withoutSignIn);
  return { members, origin };
};

/**
 * Makes an invitation as who runs the machine, by which the first editor comes in.
 * @returns what is told: for whom, and the address
 * @throws Refusal where nobody could use it, or it can't be made
 */
export const inviteByCommand = async (
  asked: Asked,
  {
    repository,
    settings: given,
    basePath,
    clock,
    onMemberEvent = () => {},
  }: {
    readonly repository: Repository;
    readonly settings: SignInSettings;
    readonly basePath: string;
    readonly clock: () => Date;
    readonly onMemberEvent?: OnMemberEvent;
  },
): Promise<string> => {
  const { members: settings, origin } = settingsOfInvitations(given);
  const content = createPublishedContent(repository);
  await content.now();
  const { invitations } = createMembers({
    records: repository.records,
    content,
    settings,
    clock,
    onMemberEvent,
    onTrouble(error) {
      throw error;
    },
  });
  const made = await invitations.invite(null, asked);
  if (made.kind === 'refused') throw new Refusal(made.reason);
  const { for: who, until } = made.record;
  const name = calledAs(who, content.institutionName);
  const day = westernDate(dayInJapan(new Date(until)));
  const address = new URL(invitationAddress(basePath, made.token), origin).href;
  return `${name}への招待です。${day}まで、1回だけ使えます。\n${address}`;
};

const withoutSignIn =
  'サインインの設定がないため招待を使える人がいませんので、環境変数 SIGN_IN を oidc とし、OIDC_ISSUER などを指定してから、もう一度実行してください。';
