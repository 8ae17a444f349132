import type { Context } from 'hono';
import type { Contributor } from '../permissions/contributor.ts';
import type { Overtaken, Refusal } from '../proposals/proposal.ts';
import type { Frame, Markup } from './desk-page.ts';

/** What the pages of the desk find in their context. */
export type DeskEnv = { Variables: { who: Contributor } };

/** A status with which something was not done. */
export type DeskStatus = 403 | 404 | 409 | 422 | 500 | 503;

type Answer = Response | Promise<Response>;

/** How every page of the desk is answered. */
export type DeskPages = {
  page(
    c: Context<DeskEnv>,
    frame: Pick<Frame, 'title' | 'page' | 'complaint'>,
    ...body: Markup[]
  ): Answer;
  complain(c: Context<DeskEnv>, status: DeskStatus, complaint: string): Answer;
  refuse(c: Context<DeskEnv>, refused: Refusal | Overtaken): Answer;
};
