import { Hono } from 'hono';
import type { z } from 'zod';
import type { routes } from '../../wire/routes.ts';
import { heartbeat, takeStep } from '../../wire/step.ts';
import type { GatewayEnv } from '../login/signed-in.ts';
import type { Contributor } from '../permissions/contributor.ts';
import type { Presence } from '../presence/presence.ts';
import { sentences as proposalSentences } from '../proposals/sentences.ts';
import type { InstitutionName } from '../published-content/published-content.ts';
import type { EntryAddress } from '../repository/content-address.ts';
import { requireAllowed } from '../requests/allowed.ts';
import type { Bodies } from '../requests/bodies.ts';
import { jsonOf } from '../requests/json-body.ts';
import { RefusedRequest } from '../requests/refused-request.ts';
import { entryAtPath } from '../requests/sent-paths.ts';
import { sentences } from '../requests/sentences.ts';
import { factsOf } from './entry-facts.ts';
import { othersAtWork, stateFor } from './entry-state.ts';
import { createTakeStep, type StepParts } from './take-step.ts';

type Parts = StepParts & {
  readonly bodies: Bodies;
  readonly institutionName: InstitutionName;
  readonly presence: Presence;
  readonly clock: () => Date;
};

/** Makes what the editor asks about where an entry is, and what takes it on: state, steps, and who is at it. */
export const createStateRoutes = (parts: Parts): Hono<GatewayEnv> => {
  const { bodies, presence } = parts;
  const take = createTakeStep(parts);

  const answer = async (who: Contributor, entry: EntryAddress) =>
    stateFor(parts, who, await factsOf(parts, entry));

  return new Hono<GatewayEnv>()
    .get('/state/:path{.+}', async (c) => {
      const entry = entryAtPath(c.req.param('path'));
      requireAllowed(c.var.who, { kind: 'read-draft', entry });
      return c.json(await answer(c.var.who, entry));
    })

    .post('/step', bodies.of('text'), async (c) => {
      const read = takeStep.safeParse(await jsonOf(c));
      if (!read.success) {
        const isReason = read.error.issues.every(
          ({ path, code }) => path[0] === 'reason' && code === 'too_big',
        );
        throw new RefusedRequest(
          422,
          isReason ? proposalSentences.reasonTooLong : sentences.unreadable,
        );
      }
      const entry = entryAtPath(read.data.entry);
      requireAllowed(c.var.who, { kind: 'read-draft', entry });
      await take(c.var.who, { ...read.data, entry });
      return c.json(await answer(c.var.who, entry));
    })

    .post('/at-work', bodies.of('text'), async (c) => {
      const read = heartbeat.safeParse(await jsonOf(c));
      if (!read.success) throw new RefusedRequest(422, sentences.unreadable);
      const { who } = c.var;
      const entry = entryAtPath(read.data.entry);
      requireAllowed(who, { kind: 'read-draft', entry });
      presence[read.data.isOpen ? 'heard' : 'closed'](who, entry.path);
      return c.json({
        atWork: othersAtWork(parts, who, entry),
      } satisfies z.input<typeof routes.heartbeat.answer>);
    });
};
