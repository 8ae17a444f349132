import { isCollection } from 'immutable';

/** The texts of a list in Decap's configuration, which it keeps as an immutable one. */
export const textsIn = (list: unknown): string[] =>
  isCollection(list) ? [...list.values()].map(String) : [];
