import { createTurns, type InTurn } from '../repository/in-turn.ts';

/**
 * Makes a few lanes for work that needs memory: each institution has one of them at a time, so that none waits for all
 * the files of another, and no more is done at once than there are lanes.
 */
export const createLanes = (lanes: number): InTurn => {
  const ofInstitution = createTurns();
  const waiting: (() => void)[] = [];
  let free = lanes;

  const inLane = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    if (free > 0) free -= 1;
    else await new Promise<void>((go) => waiting.push(go));
    try {
      return await work();
    } finally {
      // A lane goes from hand to hand, so that nobody who comes later takes it.
      const next = waiting.shift();
      if (next) next();
      else free += 1;
    }
  };
  return (institution, work) => ofInstitution(institution, () => inLane(work));
};
