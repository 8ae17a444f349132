import { Hono } from 'hono';
import type { z } from 'zod';
import type { AttachmentReader } from '../../../src/attachments/reading.ts';
import type { AttachmentText } from '../../wire/attachment-text.ts';
import { type droppedUpload, type keptUpload, uploadId } from '../../wire/upload.ts';
import type { GatewayEnv } from '../login/signed-in.ts';
import type { Contributor } from '../permissions/contributor.ts';
import { type Bodies, fileBytes } from '../requests/bodies.ts';
import { RefusedRequest } from '../requests/refused-request.ts';
import { sentences } from '../requests/sentences.ts';
import type { Uploads } from '../uploads/uploads.ts';
import { attachmentTextOf } from './attachment-text.ts';
import { fileAnswer } from './file-answer.ts';

/**
 * Makes /admin/uploads/: a file on its way into a draft, sent once as it is, under the name that it is to have; its office can
 * look at it until it is saved, or throw it away.
 */
export const createUploadRoutes = ({
  uploads,
  bodies,
  reader,
}: {
  uploads: Uploads;
  bodies: Bodies;
  reader: Pick<AttachmentReader, 'read'>;
}): Hono<GatewayEnv> => {
  const kept = async (who: Contributor, given: string) => {
    const id = uploadId.safeParse(given);
    const file = id.success ? await uploads.read(who, id.data) : null;
    if (!file) throw new RefusedRequest(404, sentences.missingFile);
    return file;
  };
  return new Hono<GatewayEnv>()
    .get('/:id', async (c) => {
      const { name, bytes } = await kept(c.var.who, c.req.param('id'));
      return fileAnswer(c, name, bytes);
    })
    .get('/:id/text', async (c) => {
      const { who } = c.var;
      const { name, bytes } = await kept(who, c.req.param('id'));
      const text = await attachmentTextOf(reader, who, name, bytes);
      if (!text) throw new RefusedRequest(404, sentences.missingFile);
      return c.json(text satisfies AttachmentText);
    })
    .delete('/:id', async (c) => {
      const id = uploadId.safeParse(c.req.param('id'));
      if (id.success) await uploads.drop(c.var.who, id.data);
      return c.json({ isGone: true } satisfies z.input<typeof droppedUpload>);
    })
    .post('/:name', bodies.file, async (c) => {
      const { declared, bytes } = fileBytes(c);
      const received = await uploads.receive(c.var.who, c.req.param('name'), bytes, declared);
      switch (received.kind) {
        case 'kept': {
          const { id, size, taken, problems } = received;
          const answer = { upload: id, size, taken: [...taken], problems };
          return c.json(answer satisfies z.input<typeof keptUpload>);
        }
        case 'refused':
          throw new RefusedRequest(422, received.reason, { problems: received.problems });
        case 'no-room':
          throw new RefusedRequest(413, received.reason);
        case 'unwritable':
          throw new RefusedRequest(503, received.reason, {}, secondsToWait);
      }
    });
};

/** After how many seconds whoever could not be served may try again. */
const secondsToWait = 30;
