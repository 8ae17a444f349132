import type { Context, Hono } from 'hono';
import { html } from 'hono/html';
import { invitationAddress } from '../members/invitation-address.ts';
import type { RefusedByMembers } from '../members/refused-by-members.ts';
import { hostOf } from '../requests/own-address.ts';
import { toldTo } from '../requests/told-to.ts';
import type { DeskEnv, DeskPages } from './desk-env.ts';
import type { DeskParts } from './desk-parts.ts';
import {
  bindingRows,
  endQuestion,
  invitationForm,
  invitationRows,
  madeInvitation,
  membersAddress,
  nothingTyped,
  type TypedInvitation,
} from './member-rows.ts';
import { memberWords as words } from './member-words.ts';
import { pageLinks, pageOfList } from './page-of-list.ts';
import { type Done, words as deskWords } from './words.ts';

type Answers = Pick<DeskPages, 'page' | 'complain'> & {
  /** Leads to the list, which says what was done. */
  done(c: Context<DeskEnv>, done: Done, address: string): Response;
};

/**
 * Adds the pages below /admin/desk/members/: an office invites to its institution and ends bindings of it, the network's
 * office does so for everybody. Where nobody is signed in by a provider there are none.
 */
export const addMemberPages = (
  desk: Hono<DeskEnv>,
  { members, institutionName, basePath, origin }: DeskParts,
  { page, complain, done }: Answers,
): void => {
  if (!members) return;
  const { invitations, bindings } = members;

  const list = async (
    c: Context<DeskEnv>,
    typed: TypedInvitation = nothingTyped,
    refused?: RefusedByMembers,
  ) => {
    const { who } = c.var;
    const [open, all, institutions] = await Promise.all([
      invitations.open(who),
      bindings.all(who),
      who.role === 'editor' ? members.institutions() : [],
    ]);
    const listed = pageOfList(all, c.req.query('page'));
    const complaint = refused && toldTo(who, refused.reason);
    if (refused) c.status(statusOf[refused.code]);
    return page(
      c,
      { title: words.title, page: 'members', complaint },
      html`<p class="muted">${words.lead}</p>`,
      invitationForm(who, typed, { institutions, bindings: all, institutionName }),
      invitationRows(open, institutionName),
      bindingRows(listed.items, institutionName),
      pageLinks(listed, membersAddress),
    );
  };

  desk.get('/members/', (c) => list(c));

  desk.post('/members/invite', async (c) => {
    const { who } = c.var;
    const form = await c.req.parseBody();
    const sent = (name: string) => {
      const value = form[name];
      return typeof value === 'string' ? value : '';
    };
    const typed: TypedInvitation = {
      // An office invites to itself, whatever was sent.
      role: who.role === 'editor' ? sent('role') : 'contributor',
      institution: who.role === 'editor' ? sent('institution') : who.institution,
      office: sent('office'),
      days: sent('days'),
      replaces: sent('replaces'),
    };
    const made = await invitations.invite(who, {
      role: typed.role,
      institution: typed.institution || null,
      office: typed.office,
      days: /^\d{1,3}$/.test(typed.days) ? Number(typed.days) : Number.NaN,
      replaces: typed.replaces || null,
    });
    if (made.kind === 'refused') return list(c, typed, made);
    // Where there is no address for others, whoever asks has reached the portal over this machine's own.
    const at = new URL(invitationAddress(basePath, made.token), origin ?? `http://${hostOf(c)}`);
    return page(
      c,
      { title: words.made, page: 'members' },
      madeInvitation(made.record, {
        address: at.href,
        opensHereOnly: origin === null,
        institutionName,
      }),
    );
  });

  desk.post('/members/withdraw', async (c) => {
    const sent = (await c.req.parseBody())['invitation'];
    const outcome = await invitations.withdraw(c.var.who, String(sent));
    return outcome.kind === 'done'
      ? done(c, 'invitation-withdrawn', membersAddress)
      : list(c, nothingTyped, outcome);
  });

  desk.post('/members/keep', async (c) => {
    const sent = (await c.req.parseBody())['binding'];
    const outcome = await bindings.confirm(c.var.who, String(sent));
    return outcome.kind === 'done'
      ? done(c, 'binding-kept', membersAddress)
      : list(c, nothingTyped, outcome);
  });

  desk.get('/members/end/:key', async (c) => {
    const asked = c.req.param('key');
    const one = (await bindings.all(c.var.who)).find(({ key }) => key === asked);
    // One of another institution is, for whoever asks, not there.
    if (!one) return complain(c, 404, deskWords.notThere);
    return page(
      c,
      { title: words.endQuestion, page: 'members' },
      endQuestion(one, institutionName),
    );
  });

  desk.post('/members/end/:key', async (c) => {
    const outcome = await bindings.end(c.var.who, c.req.param('key'));
    return outcome.kind === 'done'
      ? done(c, 'binding-ended', membersAddress)
      : list(c, nothingTyped, outcome);
  });
};

const statusOf = { 'not-allowed': 403, 'not-there': 404, unusable: 422 } as const;
