import type { Listening } from './listen.ts';
import type { Portal } from './open-portal.ts';

/**
 * Ends a portal: takes nothing new, lets everything that was begun end, and only then takes away what that needs. What
 * somebody has sent is stored and answered; whoever comes later finds nobody, and sends it again.
 */
export const endPortal = async (
  listening: Pick<Listening, 'close'>,
  portal: Pick<Portal, 'close'>,
): Promise<void> => {
  await listening.close();
  await portal.close();
};
