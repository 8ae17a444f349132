import type { CollectionName } from '../schema/collections.ts';
import { referenceFields, targetPath, type WhenHidden } from '../schema/references.ts';
import type { Edition } from '../settings.ts';

/** What of an entry decides whether an edition shows it. */
type Published = { audience: 'public' | 'network'; withdrawn: boolean };

/** Whether an edition may show an entry at all. Withdrawn ones are in none. */
export const isShown = ({ audience, withdrawn }: Published, edition: Edition): boolean =>
  !withdrawn && (audience === 'public' || edition === 'network');

/** Answers whether a piece of content (`glossary/deemed-export`) is shown in this edition. */
export type Shows = (contentPath: string) => boolean;

/**
 * Takes every reference to content that this edition does not show out of an entry's data, with what says nothing
 * without it, so that no page, list, map or data file made from it can give away that the hidden piece exists. Which
 * fields lead to content, and what goes with each, src/schema/references.ts says. Where the whole entry would go, which
 * is for shownEntries to see to, the rest of it stays: a draft of it is still looked at.
 */
export function withoutHiddenReferences<T extends object>(
  collection: CollectionName,
  data: T,
  shows: Shows,
): T {
  let kept: unknown = data;
  for (const reference of referenceFields(collection)) {
    if (reference.to === 'file') continue;
    const { field, to, whenHidden } = reference;
    const rest = shownPart(kept, field.split('.'), {
      isShown: (value) => shows(targetPath(to, value)),
      whenHidden,
    });
    if (rest !== gone) kept = rest;
  }
  return kept as T;
}

/** What stands in the place of a part of an entry that goes. */
const gone = Symbol('gone');

type HidingRule = { isShown(value: string): boolean; whenHidden: WhenHidden };

/** A part of an entry without the hidden references at a place in it. */
const shownPart = (
  value: unknown,
  [step, ...rest]: readonly string[],
  rule: HidingRule,
): unknown => {
  if (step === undefined) return rule.isShown(String(value)) ? value : gone;
  if (step === '*') {
    if (!Array.isArray(value)) return value;
    const kept = value.map((item) => shownPart(item, rest, rule)).filter((item) => item !== gone);
    const isLastGone = rest.length === 0 && value.length > 0 && kept.length === 0;
    return isLastGone && rule.whenHidden === 'holder-with-last' ? gone : kept;
  }
  if (!isRecord(value) || value[step] === undefined) return value;
  const kept = shownPart(value[step], rest, rule);
  if (kept !== gone) return { ...value, [step]: kept };
  const isHolder = rest.every((next) => next === '*');
  if (rule.whenHidden !== 'reference' && isHolder) return gone;
  const { [step]: _, ...others } = value;
  return others;
};

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
