/** How much one task may take before it is given up as too complex. */
export type Limits = {
  /** Of a processor, from the moment that the process has it; four times as many by the clock on the wall. */
  readonly seconds: number;
  /** The most that the process may hold beside what Node itself needs: on V8's heap, and with everything else in sum. */
  readonly megabytes: number;
};

/** Whether what was too complex under some limits is so under others as well. */
export const areNoWider = (limits: Limits, than: Limits): boolean =>
  limits.seconds <= than.seconds && limits.megabytes <= than.megabytes;
