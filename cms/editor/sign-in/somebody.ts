/** Below which name this window of the browser remembers that somebody is signed in, until they leave of themselves. */
const key = 'portal-somebody';

const trying = <Result>(work: () => Result, otherwise: Result): Result => {
  try {
    return work();
  } catch {
    // A closed storage: nobody is told why they are asked again.
    return otherwise;
  }
};

/** Somebody works here now. */
export const rememberSomebody = (): void =>
  trying(() => sessionStorage.setItem(key, '1'), undefined);

/** They leave, and know why they are asked again who they are. */
export const forgetSomebody = (): void => trying(() => sessionStorage.removeItem(key), undefined);

/** Whether somebody worked here, and their session ended by itself. */
export const wasSomebody = (): boolean => trying(() => sessionStorage.getItem(key) !== null, false);
