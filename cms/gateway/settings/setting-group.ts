import type { z } from 'zod';

/** Settings that belong together: the variables with their forms, and what is said where one of them cannot be used. */
export type SettingGroup<Shape extends z.ZodRawShape> = {
  readonly shape: Shape;
  /** One Japanese sentence for each variable: what to write. */
  readonly meanings: Readonly<Record<keyof Shape & string, string>>;
  /** Which of them are secret although their names don't end as those of secrets do (given-settings.ts). */
  readonly secrets?: readonly (keyof Shape & string)[];
};

/** Makes a group, with the names of its sentences held against those of its variables. */
export const settingGroup = <Shape extends z.ZodRawShape>(
  group: SettingGroup<Shape>,
): SettingGroup<Shape> => group;
