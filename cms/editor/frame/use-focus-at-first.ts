import { type RefObject, useEffect, useRef } from 'react';

/** The page itself was opened: a browser begins to read it at its head. */
let isFirst = true;

/**
 * Brings the keyboard to the head of a screen that took the place of another, where whatever had it is gone: who can't see
 * hears where they are.
 */
export const useFocusAtFirst = <Kind extends HTMLElement>(): RefObject<Kind | null> => {
  const self = useRef<Kind>(null);
  useEffect(() => {
    const isLost = document.activeElement === document.body;
    if (isLost && !isFirst) self.current?.focus({ preventScroll: true });
    isFirst = false;
  }, []);
  return self;
};
