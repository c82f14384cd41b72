/** Does something while the machine's clock says another time: for libraries that ask it themselves. */
export async function atAnotherTime<Result>(time: string, act: () => Promise<Result>): Promise<Result> {
  const RealDate = globalThis.Date;
  const moment = RealDate.parse(time);
  class StandingDate extends RealDate {
    constructor(...parts: readonly unknown[]) {
      super(...((parts.length === 0 ? [moment] : parts) as [number]));
    }

    static override now(): number {
      return moment;
    }
  }
  globalThis.Date = StandingDate as DateConstructor;
  try {
    return await act();
  } finally {
    globalThis.Date = RealDate;
  }
}
