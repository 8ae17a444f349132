import type { Hono } from 'hono';
import type { GatewayEnv } from '../login/signed-in.ts';
import { createHeldLinks } from './held-links.ts';
import { createLinkRoutes, type LinkRouteParts } from './link-routes.ts';
import { createPublicPages, type Holding, type PublicPageParts } from './public-pages.ts';

/** Makes what there is of links: what offices ask, at /admin/approval-link, and the pages of whoever holds one, at /approve. */
export const createApprovalLinks = (
  parts: Omit<LinkRouteParts & PublicPageParts, 'links'>,
): { readonly forOffices: Hono<GatewayEnv>; readonly forHolders: Hono<Holding> } => {
  const links = createHeldLinks(parts);
  return {
    forOffices: createLinkRoutes({ ...parts, links }),
    forHolders: createPublicPages({ ...parts, links }),
  };
};
