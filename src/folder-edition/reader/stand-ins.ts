import type {} from './runtime.ts';

/** Put by the bundler in place of the browser's own in every script that it makes for the folder. */
const fetchFromFolder = (address: RequestInfo | URL): Promise<Response> =>
  portalFolder.fetch(address);

export { fetchFromFolder as fetch, fetchFromFolder as 'globalThis.fetch' };
