/** More than any drawing repeats; a browser draws each copy. */
const mostCopies = 50_000;

/** Counts what a browser has to draw where a picture draws parts of it several times, which may hold copies themselves. */
export type UseCounter = {
  /**
   * @param id of the element that begins
   * @param used the id of the part that it draws once more
   */
  open(id: string | undefined, used: string | undefined): void;
  close(): void;
  /** The part of which there would be too many copies, or that holds itself; null where there is none. */
  tooMuch(): string | null;
};

/** One part that has a name: how many elements stand in it, and of which other parts it draws copies. */
type Part = { own: number; uses: Map<string, number> };

/** Makes the counter of one picture. */
export const createUseCounter = (): UseCounter => {
  const parts = new Map<string, Part>();
  const whole: Part = { own: 0, uses: new Map() };
  /** The named parts in which the reading is, the innermost last; null for an element without a name. */
  const open: (Part | null)[] = [];
  return {
    open(id, used) {
      let part: Part | null = null;
      if (id !== undefined && !parts.has(id)) {
        part = { own: 0, uses: new Map() };
        parts.set(id, part);
      }
      open.push(part);
      for (const holder of [whole, ...open]) {
        if (!holder) continue;
        holder.own += 1;
        if (used !== undefined) holder.uses.set(used, (holder.uses.get(used) ?? 0) + 1);
      }
    },
    close() {
      open.pop();
    },
    tooMuch() {
      const sizes = new Map<string, number>();
      const sizeOf = (id: string, part: Part, depth: number): number => {
        const known = sizes.get(id);
        if (known !== undefined) return known;
        // Until it is known, a part that holds itself has no end.
        sizes.set(id, Number.POSITIVE_INFINITY);
        let size = part.own;
        for (const [other, times] of part.uses) {
          const used = parts.get(other);
          if (used && depth >= mostDepth) return Number.POSITIVE_INFINITY;
          if (used) size += times * sizeOf(other, used, depth + 1);
        }
        sizes.set(id, size);
        return size;
      };
      if (whole.uses.size === 0) return null;
      for (const [id, times] of whole.uses) {
        const part = parts.get(id);
        if (part && times * sizeOf(id, part, 0) > mostCopies) return id;
      }
      const [first = ''] = whole.uses.keys();
      return sizeOf('', whole, 0) > mostCopies * 2 ? first : null;
    },
  };
};

/** How deep copies may lie in copies. */
const mostDepth = 50;
