import { Hono } from 'hono';
import { compress } from 'hono/compress';
import { contentPolicies, securityHeaders } from './pages/security-headers.ts';
import { createSitePages } from './pages/site-pages.ts';
import { answerToFailure, type OnTrouble } from './requests/failures.ts';
import { isLocalRequest, ownHostOnly } from './requests/own-address.ts';
import { createRateBounds } from './requests/rate-bounds.ts';
import { sentencePage } from './requests/sentence-page.ts';
import { sentences } from './requests/sentences.ts';
import type { GatewaySettings } from './settings.ts';

/**
 * Makes what is answered where there can be no editor: the site, and at /admin/ the reason, to who runs the portal. Others
 * are told that there is none: the reason names folders and settings.
 * @param reason one sentence
 */
export const createSiteOnly = (
  siteFolder: string,
  reason: string,
  settings: GatewaySettings,
  onTrouble: OnTrouble,
): Hono => {
  const app = new Hono();
  app.onError(answerToFailure(onTrouble));
  app.use(securityHeaders(), createRateBounds(settings).ofAddress, ownHostOnly(settings));
  app.all('/admin/*', (c) =>
    c.html(sentencePage(isLocalRequest(c, settings) ? reason : sentences.noEditorHere), 503, {
      'Cache-Control': 'no-store',
      'Content-Security-Policy': contentPolicies.still,
    }),
  );
  app.all('/*', compress(), createSitePages({ folder: () => siteFolder }));
  return app;
};
