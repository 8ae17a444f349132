import { subthemes, themes } from '../../schema/taxonomy.ts';
import type { ContentEntry } from '../content-entry.ts';
import type { Reading } from '../entry-reading.ts';
import { type FieldProblem, problemAt, problemOf } from '../problem.ts';
import type { Rule } from '../world.ts';

/** Fields of one entry that do not go together. */
export const consistency: Rule = ({ readings }) =>
  readings.flatMap(({ entry, source }) =>
    entry
      ? [
          ...datesOutOfOrder(entry, source.lineOf),
          ...wrongInstitution(entry, source.lineOf),
          ...missingReview(entry),
          ...missingThemes(entry, source.lineOf),
        ]
      : [],
  );

type LineOf = Reading['source']['lineOf'];

function* datesOutOfOrder({ data, path }: ContentEntry, lineOf: LineOf): Iterable<FieldProblem> {
  if (data.updated < data.published) {
    yield problemAt('dates-reversed', { path, lineOf }, ['updated'], {
      earlier: '「掲載日」（published）',
      later: '「更新日」（updated）',
      values: [data.published, data.updated],
    });
  }
  if (!('modelTerms' in data)) return;
  for (const [index, { from, to }] of data.modelTerms.entries()) {
    if (to >= from) continue;
    yield problemAt('dates-reversed', { path, lineOf }, ['modelTerms', index, 'to'], {
      earlier: '「開始年度」（modelTerms.from）',
      later: '「終了年度」（modelTerms.to）',
      values: [String(from), String(to)],
    });
  }
}

function* wrongInstitution(
  { data, id, path }: ContentEntry,
  lineOf: LineOf,
): Iterable<FieldProblem> {
  if (!('institution' in data)) return;
  const [folder = ''] = id.split('/');
  if (data.institution !== folder) {
    const detail = { written: data.institution, folder };
    yield problemAt('institution-mismatch', { path, lineOf }, ['institution'], detail);
  }
}

function* missingReview({ data, path }: ContentEntry): Iterable<FieldProblem> {
  if ('reviewBasis' in data && data.reviewBasis !== 'event' && data.reviewBy === undefined) {
    yield problemOf('review-missing', path, 1, {}, 'reviewBy');
  }
}

function* missingThemes({ data, path }: ContentEntry, lineOf: LineOf): Iterable<FieldProblem> {
  if (!('themes' in data)) return;
  for (const [index, subtheme] of data.subthemes.entries()) {
    const { label, theme } = subthemes[subtheme];
    if (theme === null || data.themes.includes(theme)) continue;
    yield problemAt('theme-missing', { path, lineOf }, ['subthemes', index], {
      subtheme: label,
      theme: `${theme}（${themes[theme]}）`,
    });
  }
}
