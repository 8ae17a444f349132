import type { APIRoute } from 'astro';
import { catalog } from '../../catalog/catalog.ts';
import { doingsOf } from '../../my-institution/doings.ts';

/** What institutions do, by theme and scene; fetched when a reader says which institution is theirs. */
export const GET: APIRoute = async () => Response.json(doingsOf(await catalog()));
