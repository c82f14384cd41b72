import { performance } from 'node:perf_hooks';

/** How long each stage took, in whole milliseconds. */
export class Stopwatch {
  private readonly durations = new Map<string, number>();
  private readonly start = performance.now();

  async measure<Result>(stage: string, act: () => Promise<Result>): Promise<Result> {
    const start = performance.now();
    const result = await act();
    this.durations.set(stage, Math.round(performance.now() - start));
    return result;
  }

  /** Every stage so far, and `total` since the watch was started. */
  durationsMs(): Readonly<Record<string, number>> {
    return { ...Object.fromEntries(this.durations), total: Math.round(performance.now() - this.start) };
  }
}
