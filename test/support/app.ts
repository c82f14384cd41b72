import type { INestApplicationContext } from '@nestjs/common';
import { openApp } from '../../src/open-app.js';
import { SteppedClock } from '../../src/platform/clock.js';
import { readConfiguration } from '../../src/platform/configuration.js';
import { databaseEnvironment, testDatabaseUrl } from './database.js';
import { CHEAP_PASSWORDS } from './field-keys.js';

/** A moment after the third quarter of 2026, so that its months are over. */
export const OCTOBER_5 = new Date('2026-10-05T03:00:00Z');

/**
 * The whole app on a database of this spec file alone, at a standing clock; closed after
 * the last test. It connects as the application does; `url` is the owner's.
 */
export async function testApp(): Promise<{ app: INestApplicationContext; clock: SteppedClock; url: string }> {
  const url = await testDatabaseUrl();
  return { ...(await testAppOn(url)), url };
}

/** The same on a database that is there. */
export async function testAppOn(url: string): Promise<{ app: INestApplicationContext; clock: SteppedClock }> {
  const clock = new SteppedClock(OCTOBER_5);
  const configuration = readConfiguration(databaseEnvironment(url));
  const app = await openApp({
    configuration,
    database: { name: 'honor', fresh: false },
    clock,
    passwordCost: CHEAP_PASSWORDS,
  });
  afterAll(() => app.close());
  return { app, clock };
}
