/** Runs `work` when fewer than so many others run; the rest wait in the order in which they came. */
export type InTurn = <Result>(work: () => Promise<Result>) => Promise<Result>;

export const createTurns = (atOnce: number): InTurn => {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (work) => {
    if (running >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve));
    else running++;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running--;
    }
  };
};
