import { signInChannel } from '../../wire/session.ts';

/** How often it is asked whether somebody has signed in in another window, in milliseconds. */
const askEvery = 3000;

/**
 * Hears of it when somebody signs in in another window of this browser: the window says so where it can, and the page asks
 * when the person comes back to it, and now and then. The pages of a provider cut a window off from the one that opened it.
 * @returns ends the listening
 */
export const hearOfSignIn = (onChange: () => void): (() => void) => {
  const channel = 'BroadcastChannel' in window ? new BroadcastChannel(signInChannel) : null;
  const whenBack = () => {
    if (document.visibilityState === 'visible') onChange();
  };
  channel?.addEventListener('message', onChange);
  window.addEventListener('focus', onChange);
  document.addEventListener('visibilitychange', whenBack);
  const timer = setInterval(onChange, askEvery);
  return () => {
    channel?.close();
    window.removeEventListener('focus', onChange);
    document.removeEventListener('visibilitychange', whenBack);
    clearInterval(timer);
  };
};
