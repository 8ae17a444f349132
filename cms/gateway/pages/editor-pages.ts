import type { Handler } from 'hono';
import { keptForever } from '../../../src/file-policies.ts';
import { RefusedRequest } from '../requests/refused-request.ts';
import { sentences } from '../requests/sentences.ts';
import { contentPolicies } from './security-headers.ts';
import { answerWithFile } from './static-files.ts';

/** Names that esbuild gives, which change with what is in the file: `main-7KQ2ZJ4A.js`. */
const hashedName = /[-.][A-Z0-9]{8}\.\w+$/;

/** Makes the handler that serves the editor at /admin/. @param folder null where it was not built */
export const createEditorPages =
  (folder: string | null): Handler =>
  async (c) => {
    if (folder === null) throw new RefusedRequest(404, sentences.noEditor);
    const { pathname } = new URL(c.req.url);
    const path = pathname.slice('/admin/'.length);
    const file = await answerWithFile(c, folder, path === '' ? 'index.html' : path);
    if (!file) {
      throw new RefusedRequest(404, path === '' ? sentences.noEditor : sentences.notFound);
    }
    file.headers.set('Content-Security-Policy', contentPolicies.editor);
    if (hashedName.test(path)) file.headers.set('Cache-Control', keptForever);
    return file;
  };
