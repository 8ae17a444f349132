import { openGateway } from '../../cms/gateway/gateway.ts';
import { listen } from '../../cms/gateway/listen.ts';
import { readGatewaySettings } from '../../cms/gateway/settings.ts';
import { attachmentCacheFolder } from '../../src/settings.ts';

/**
 * The gateway without a site, a preview and an editor, none of which decap-server has either:
 * `PORT=… node serve-gateway.ts CHECKOUT`. The process ends by being killed.
 */
const [, , folder = ''] = process.argv;
const settings = readGatewaySettings(process.env);
const { app } = await openGateway({
  folder,
  settings,
  attachmentCache: attachmentCacheFolder(),
});
await listen(app, settings, console.error);
