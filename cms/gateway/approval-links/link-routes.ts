import { Hono } from 'hono';
import type { z } from 'zod';
import { endOfDayInJapan } from '../../../src/formats/time-in-japan.ts';
import * as wire from '../../wire/approval-link.ts';
import { fulfilled } from '../decap-protocol/outcomes.ts';
import type { GatewayEnv } from '../login/signed-in.ts';
import { digestOf, newToken } from '../permissions/link-token.ts';
import { approvalLinkOf } from '../proposals/approval-link.ts';
import type { Proposals } from '../proposals/proposals.ts';
import type { Bodies } from '../requests/bodies.ts';
import { jsonOf } from '../requests/json-body.ts';
import { hostOf } from '../requests/own-address.ts';
import { RefusedRequest } from '../requests/refused-request.ts';
import { entryAtPath } from '../requests/sent-paths.ts';
import { sentences } from '../requests/sentences.ts';
import type { GatewaySettings } from '../settings.ts';
import { linkAddress } from './addresses.ts';
import type { HeldLinks } from './held-links.ts';

export type LinkRouteParts = {
  readonly proposals: Pick<Proposals, 'askForApproval' | 'withdrawApprovalLink'>;
  /** Hears of each token that is made. */
  readonly links: Pick<HeldLinks, 'remember'>;
  readonly bodies: Bodies;
  readonly settings: Pick<GatewaySettings, 'origin'>;
  /** The path that the site stands under. */
  readonly basePath: string;
  readonly clock: () => Date;
};

/** Makes /admin/approval-link: an office makes the link of its proposal, which is told once, and takes it back. */
export const createLinkRoutes = ({
  proposals,
  links,
  bodies,
  settings: { origin },
  basePath,
  clock,
}: LinkRouteParts): Hono<GatewayEnv> =>
  new Hono<GatewayEnv>()
    .post('/', bodies.of('text'), async (c) => {
      const read = wire.makeLink.safeParse(await jsonOf(c));
      if (!read.success) throw new RefusedRequest(422, sentences.unreadable);
      const { entry, seen, days } = read.data;
      const token = newToken();
      const { proposal } = await fulfilled(
        proposals.askForApproval(c.var.who, entryAtPath(entry), {
          digest: digestOf(token),
          until: endOfDayInJapan(clock(), days),
          seen,
        }),
      );
      links.remember(token);
      const link = approvalLinkOf(proposal, clock());
      if (!link) throw new Error('A link that was just made shows nothing.');
      return c.json({
        // Where there is no address for others, whoever asks has reached the portal over this machine's own.
        address: new URL(linkAddress(basePath, token), origin ?? `http://${hostOf(c)}`).href,
        opensHereOnly: origin === null,
        link,
      } satisfies z.input<typeof wire.madeLink>);
    })

    .post('/withdrawal', bodies.of('text'), async (c) => {
      const read = wire.withdrawLink.safeParse(await jsonOf(c));
      if (!read.success) throw new RefusedRequest(422, sentences.unreadable);
      const { proposal } = await fulfilled(
        proposals.withdrawApprovalLink(c.var.who, entryAtPath(read.data.entry)),
      );
      const link = approvalLinkOf(proposal, clock());
      return c.json({ link } satisfies z.input<typeof wire.withdrawnLink>);
    });
