import { Hono } from 'hono';
import type { z } from 'zod';
import type { keptUpload } from '../../wire/upload.ts';
import type { GatewayEnv } from '../login/signed-in.ts';
import { type Bodies, fileBytes } from '../requests/bodies.ts';
import { RefusedRequest } from '../requests/refused-request.ts';
import type { Uploads } from '../uploads/uploads.ts';

/** Makes /admin/uploads/: a file on its way into a draft, sent once as it is, under the name that it is to have. */
export const createUploadRoutes = ({
  uploads,
  bodies,
}: {
  uploads: Uploads;
  bodies: Bodies;
}): Hono<GatewayEnv> =>
  new Hono<GatewayEnv>().post('/:name', bodies.file, async (c) => {
    const { declared, bytes } = fileBytes(c);
    const received = await uploads.receive(c.var.who, c.req.param('name'), bytes, declared);
    switch (received.kind) {
      case 'kept': {
        const { id, size, problems } = received;
        return c.json({ upload: id, size, problems } satisfies z.input<typeof keptUpload>);
      }
      case 'refused':
        throw new RefusedRequest(422, received.reason, { problems: received.problems });
      case 'no-room':
        throw new RefusedRequest(413, received.reason);
      case 'unwritable':
        throw new RefusedRequest(503, received.reason, {}, secondsToWait);
    }
  });

/** After how many seconds whoever could not be served may try again. */
const secondsToWait = 30;
