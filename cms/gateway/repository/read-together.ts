/** Has all who ask while something is being read share the next reading, which sees what was there when they asked. */
export const readTogether = <Value>(read: () => Promise<Value>): (() => Promise<Value>) => {
  let running: Promise<Value> | null = null;
  let next: Promise<Value> | null = null;
  const start = (): Promise<Value> => {
    next = null;
    const mine = read().finally(() => {
      if (running === mine) running = null;
    });
    running = mine;
    return mine;
  };
  return () => {
    if (!running) return start();
    next ??= running.then(start, start);
    return next;
  };
};
