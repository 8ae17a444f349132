/** Who asks for something that takes time. */
export type Asker = {
  /** Who has a turn of its own: an institution, or the network's office. */
  readonly institution: string;
  /** Who of them asks: within the institution, these have turns again. */
  readonly office: string;
};

/** How much of a process's time one institution gets before others, while others wait. */
export type Budget = { readonly milliseconds: number; readonly withinMilliseconds: number };

/** A third of a minute in each. */
export const usualBudget: Budget = { milliseconds: 20_000, withinMilliseconds: 60_000 };

/** What waits for its turn. */
export type Turns<Item> = {
  add(asker: Asker, item: Item): void;
  /**
   * Takes out what is next: of each institution one in turn, and within it of each office. One that has used its time up
   * comes when nobody else waits. Undefined where nothing waits.
   * @param now milliseconds, of any clock that only goes forward
   */
  next(now: number): { readonly asker: Asker; readonly item: Item } | undefined;
  /** Notes what a turn took. @param now when it ended */
  spent(asker: Asker, milliseconds: number, now: number): void;
};

/** Makes an empty queue with a turn for each. Pure, but for what it remembers: time is told to it. */
export const createTurns = <Item>({
  milliseconds: most,
  withinMilliseconds,
}: Budget = usualBudget): Turns<Item> => {
  // Offices are in the order of turns: who was served goes to the end.
  const waiting = new Map<string, Map<string, Item[]>>();
  const used = new Map<string, { at: number; milliseconds: number }[]>();
  /** When each institution had its last turn, so that who has one right now does not come first again. */
  const served = new Map<string, { turn: number; at: number }>();
  let turnsSoFar = 0;

  const usedBy = (institution: string, now: number): number =>
    (used.get(institution) ?? [])
      .filter(({ at }) => now - at < withinMilliseconds)
      .reduce((sum, { milliseconds }) => sum + milliseconds, 0);

  const lastTurn = (institution: string): number => served.get(institution)?.turn ?? 0;

  const forgetOld = (now: number): void => {
    for (const [institution, turns] of used) {
      const recent = turns.filter(({ at }) => now - at < withinMilliseconds);
      if (recent.length === 0) used.delete(institution);
      else used.set(institution, recent);
    }
    for (const [institution, { at }] of served) {
      if (now - at >= withinMilliseconds) served.delete(institution);
    }
  };

  return {
    add({ institution, office }, item) {
      const offices = waiting.get(institution) ?? new Map<string, Item[]>();
      const items = offices.get(office) ?? [];
      items.push(item);
      offices.set(office, items);
      waiting.set(institution, offices);
    },
    next(now) {
      const institutions = [...waiting.keys()].sort(
        (one, other) => lastTurn(one) - lastTurn(other),
      );
      const institution = institutions.find((one) => usedBy(one, now) < most) ?? institutions[0];
      if (institution === undefined) return undefined;
      const offices = waiting.get(institution) ?? new Map<string, Item[]>();
      const [office = '', items = []] = offices.entries().next().value ?? [];
      const item = items.shift();
      offices.delete(office);
      if (items.length > 0) offices.set(office, items);
      waiting.delete(institution);
      if (offices.size > 0) waiting.set(institution, offices);
      turnsSoFar += 1;
      served.set(institution, { turn: turnsSoFar, at: now });
      return { asker: { institution, office }, item: item as Item };
    },
    spent({ institution }, milliseconds, now) {
      forgetOld(now);
      used.set(institution, [...(used.get(institution) ?? []), { at: now, milliseconds }]);
    },
  };
};
