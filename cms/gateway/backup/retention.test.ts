import { expect, it } from 'vitest';
import { snapshotsToKeep, usualRetention } from './retention.ts';
import { snapshotMoment, snapshotName } from './snapshot.ts';

const hour = 60 * 60 * 1000;
const latest = new Date('2026-11-30T03:00:00Z').getTime();
const nameAgo = (hours: number) => snapshotName(new Date(latest - hours * hour));

it('names a snapshot by its moment', () => {
  expect(nameAgo(0)).toBe('2026-11-30T03-00-00-000Z');
  expect(snapshotMoment(nameAgo(0))?.getTime()).toBe(latest);
  expect(snapshotMoment('2026-11-30')).toBeNull();
});

it('keeps a day whole, then the last of each of fourteen days, then the last of each of eight weeks', () => {
  const hourly = Array.from({ length: 24 * 100 }, (_, hours) => nameAgo(hours));
  const kept = snapshotsToKeep(hourly, usualRetention);
  const ages = [...kept].map((name) => (latest - (snapshotMoment(name)?.getTime() ?? 0)) / hour);
  expect(ages.filter((age) => age <= 24)).toHaveLength(25);
  // In Japan it is noon: the day before ended twelve hours ago.
  const days = ages.filter((age) => age > 24 && age < 14 * 24);
  expect(days.map((age) => (age - 13) % 24)).toEqual(days.map(() => 0));
  expect(days).toHaveLength(12);
  expect(ages.filter((age) => age >= 14 * 24)).toHaveLength(5);
  // What is kept stays kept when it is looked at again.
  expect(snapshotsToKeep([...kept], usualRetention)).toEqual(kept);
});

it('takes nothing away because time has passed', () => {
  const old = [24 * 400, 24 * 399, 24 * 300].map(nameAgo);
  expect(snapshotsToKeep(old, usualRetention).size).toBe(3);
  expect(snapshotsToKeep([...old, nameAgo(0)], usualRetention).size).toBe(4);
});
