import type { INestApplicationContext } from '@nestjs/common';
import { openApp } from '../../src/open-app.js';
import { SteppedClock } from '../../src/platform/clock.js';
import { readConfiguration } from '../../src/platform/configuration.js';
import { OCTOBER_5 } from './app.js';
import { databaseEnvironment } from './database.js';
import { CHEAP_PASSWORDS, TEST_KEYS } from './field-keys.js';

export const NEW_KEY = 'baru';

/** What an installation writes before it rotates: the new key first, the one of all other test apps after it. */
export const BOTH_KEYS = `${NEW_KEY}:${Buffer.alloc(32, 3).toString('base64')},${TEST_KEYS.HONOR_FIELD_KEYS}`;

/** Another program on the database of an owner's URL, with these keys; closed after the last test of the file. */
export async function appWithKeys(url: string, fieldKeys: string): Promise<INestApplicationContext> {
  const environment = { ...databaseEnvironment(url), HONOR_FIELD_KEYS: fieldKeys };
  const app = await openApp({
    configuration: readConfiguration(environment),
    database: { name: 'honor', fresh: false },
    clock: new SteppedClock(OCTOBER_5),
    passwordCost: CHEAP_PASSWORDS,
  });
  afterAll(() => app.close());
  return app;
}
