import type { INestApplicationContext } from '@nestjs/common';
import { serviceMonth } from '../../core/shared/service-month.js';
import type { SteppedClock } from '../../platform/clock.js';
import type { DemoSheets } from './sheets/write-demo-sheets.js';

/** What every stage of the demonstration works with. */
export interface DemoContext {
  readonly app: INestApplicationContext;
  readonly clock: SteppedClock;
  readonly out: string;
  readonly sheets: DemoSheets;
  /** Tells the person at the screen how far a long step is. */
  progress<Item>(label: string, items: readonly Item[], act: (item: Item) => Promise<void>): Promise<void>;
}

/** Triwulan III 2026. */
export const demoQuarter = ['2026-07', '2026-08', '2026-09'].map(serviceMonth);

export const demoRegion = '13.10';

/** The days on which the demonstration takes place, so that every run records the same. */
export const demoDays = {
  start: new Date('2026-10-01T02:00:00Z'),
  calculation: new Date('2026-10-02T02:00:00Z'),
  approval: new Date('2026-10-05T02:00:00Z'),
  release: new Date('2026-10-06T02:00:00Z'),
  bankAnswer: new Date('2026-10-07T02:00:00Z'),
} as const;
