/**
 * Finds the script that holds a file, if any does.
 * @returns its place among the scripts
 */
export function scriptWith(name: string, starts: readonly string[]): number | undefined {
  const after = starts.findIndex((start) => start > name);
  const place = (after === -1 ? starts.length : after) - 1;
  return place < 0 ? undefined : place;
}
