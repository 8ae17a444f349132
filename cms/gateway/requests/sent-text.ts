import { z } from 'zod';
import { mostTextBytes } from '../../../src/source/read-source.ts';

/** The text of an entry as a request has it. The check says in words what is too long; this only keeps out nonsense. */
export const sentText = z.string().max(4 * mostTextBytes);
