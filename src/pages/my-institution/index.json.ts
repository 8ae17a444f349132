import type { APIRoute } from 'astro';
import { catalog } from '../../catalog/catalog.ts';
import { institutionProfiles } from '../../catalog/institution-profile.ts';
import { coverage } from '../../my-institution/coverage.ts';

/** What the portal holds of each institution, by theme and scene; fetched when a reader says which one is theirs. */
export const GET: APIRoute = async () =>
  Response.json(coverage(institutionProfiles(await catalog())));
