import { signInChannel } from '../../../wire/session.ts';

/**
 * The script of the page that ends a way in by a window of its own: it tells the pages of this browser, and closes the window
 * where the browser lets it. The provider's pages cut it off from the one that opened it, so it cannot simply call that.
 */
export const doneScript = `const channel = new BroadcastChannel(${JSON.stringify(signInChannel)});
channel.postMessage('signed-in');
setTimeout(() => window.close(), 300);
`;
