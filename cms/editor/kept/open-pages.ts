/** Which pages of this browser are open: a text of another page is left over only once that page is gone. */
export type OpenPages = {
  /** This page. */
  readonly own: string;
  /** Those of the pages that are open now, this one among them. */
  openNow(): Promise<ReadonlySet<string>>;
};

const prefix = 'portal-page:';

/**
 * Says that this page is open, for as long as it is: the browser gives the lock free when the page goes, however it goes.
 * Where there are no locks (no https), every other page counts as gone: its text is offered too early rather than never.
 */
export const announcePage = async (): Promise<OpenPages> => {
  const own = crypto.getRandomValues(new Uint32Array(4)).join('-');
  const locks: LockManager | undefined = navigator.locks;
  if (!locks) return { own, openNow: async () => new Set([own]) };
  const isHeld = new Promise<void>((held, refused) => {
    locks
      .request(prefix + own, () => {
        held();
        return new Promise<never>(() => {});
      })
      .catch(refused);
  });
  await isHeld.catch(() => {});
  return {
    own,
    async openNow() {
      const { held = [] } = await locks.query().catch((): LockManagerSnapshot => ({}));
      const names = held.map(({ name = '' }) => name).filter((name) => name.startsWith(prefix));
      return new Set([own, ...names.map((name) => name.slice(prefix.length))]);
    },
  };
};
