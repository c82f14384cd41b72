import 'reflect-metadata';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AppModule, type AppOptions } from './app.module.js';
import { StderrLogger } from './platform/command-line/stderr-logger.js';

/** Opens the app without HTTP: its database reached and up to date. Close it to let go of the database. */
export async function openApp(options: AppOptions): Promise<INestApplicationContext> {
  // A start that fails throws, so that its reason reaches whoever started it instead of a dead process.
  return NestFactory.createApplicationContext(AppModule.forRoot(options), {
    abortOnError: false,
    logger: new StderrLogger(),
  });
}
