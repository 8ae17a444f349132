import { openTidying, type Tidying } from './tidy-repositories.ts';

/** How long nobody may have worked before anything is put in order. */
const rest = 5 * 60_000;
/** The hours of the night, in Japan. */
const night = { from: 2, until: 5 } as const;

/**
 * Puts the repositories of a portal in order at quiet times: what is loose is gathered when nobody has saved anything for
 * some minutes, and once in a night what no draft refers to any more is let go of. Whether somebody has worked is asked of
 * the refs alone, so that other portals and persons on the same repository count as well.
 * @param onTrouble hears why it could not be done; it is tried again at the next quiet time
 */
export const keepingInOrder = ({
  folder,
  clock,
  onTrouble,
  open = openTidying,
}: {
  folder: string;
  clock: () => Date;
  onTrouble(error: unknown): void;
  open?: (folder: string) => Promise<Tidying>;
}): { look(): Promise<void>; stop(): void } => {
  let isStopped = false;
  let isLooking = false;
  let before: string | null = null;
  let gathered: string | null = null;
  let lastNight: string | null = null;

  const look = async (): Promise<void> => {
    if (isStopped || isLooking) return;
    isLooking = true;
    try {
      const tidying = await open(folder);
      const now = await tidying.state();
      const isQuiet = now === before;
      before = now;
      if (!isQuiet || isStopped) return;
      if (gathered !== now) await tidying.gather();
      gathered = now;
      const { day, hour } = inJapan(clock());
      const isNight = hour >= night.from && hour < night.until;
      if (!isNight || lastNight === day || isStopped) return;
      lastNight = day;
      await tidying.letGo(clock());
    } catch (error) {
      if (!isStopped) onTrouble(error);
    } finally {
      isLooking = false;
    }
  };
  const timer = setInterval(look, rest);
  timer.unref();
  return {
    look,
    stop() {
      isStopped = true;
      clearInterval(timer);
    },
  };
};

const inJapan = (at: Date): { day: string; hour: number } => {
  const there = new Date(at.getTime() + 9 * 60 * 60_000);
  return { day: there.toISOString().slice(0, 10), hour: there.getUTCHours() };
};
