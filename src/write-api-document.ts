import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { NestFactory } from '@nestjs/core';
import { API_PREFIX, apiDocument } from './api/api-document.js';
import { ApiModule } from './api/api.module.js';
import { HttpAppModule } from './open-http-app.js';
import { SystemClock } from './platform/clock.js';
import { projectFolder, readConfiguration } from './platform/configuration.js';
import { readHttpConfiguration } from './platform/http-configuration.js';

/** Writes the OpenAPI document that is kept with the source; nothing is opened for it, also no database. */
async function write(): Promise<void> {
  const http = readHttpConfiguration({});
  const module = HttpAppModule.forRoot({
    configuration: readConfiguration({}),
    database: { name: 'honor', fresh: false },
    clock: new SystemClock(),
    http,
    limits: http.limits,
  });
  const app = await NestFactory.create(module, { preview: true, abortOnError: false, logger: ['error'] });
  app.setGlobalPrefix(API_PREFIX);
  const path = join(projectFolder(), 'config', 'openapi.json');
  await writeFile(path, `${JSON.stringify(apiDocument(app, ApiModule), null, 2)}\n`);
}

await write();
