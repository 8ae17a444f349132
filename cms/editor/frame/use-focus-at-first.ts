import { type RefObject, useEffect, useRef } from 'react';

/**
 * Brings the keyboard to the head of a screen that took the place of another, where whatever had it is gone: who can't see
 * hears where they are.
 */
export const useFocusAtFirst = <Kind extends HTMLElement>(): RefObject<Kind | null> => {
  const self = useRef<Kind>(null);
  useEffect(() => {
    if (document.activeElement === document.body) self.current?.focus({ preventScroll: true });
  }, []);
  return self;
};
