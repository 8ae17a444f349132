import { createContext, useContext } from 'react';
import type { Choices } from '../../wire/choices.ts';

/** What the controls of the form know of the world around it. */
export type FormWorld = {
  readonly choices: Choices;
  readonly files: EntryFiles;
};

/** The files beside the entry in the form. */
export type EntryFiles = {
  names(): string[];
  /** @returns the name under which the text refers to it */
  add(file: File): string;
  onChange(listener: () => void): () => void;
};

const FormWorldContext = createContext<FormWorld | null>(null);
export const FormWorldProvider = FormWorldContext.Provider;

/** @throws outside of a form */
export const useFormWorld = (): FormWorld => {
  const world = useContext(FormWorldContext);
  if (!world) throw new Error('This control stands outside of the form.');
  return world;
};
