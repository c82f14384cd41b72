import 'reflect-metadata';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { SYSTEM } from './core/access/actor.js';
import { AppModule, type AppOptions } from './app.module.js';
import { StderrLogger } from './platform/command-line/stderr-logger.js';

/**
 * Opens the app without HTTP, for the system itself: its database reached and up to date. Close it to let go of the
 * database.
 */
export async function openApp(options: Omit<AppOptions, 'standIn'>): Promise<INestApplicationContext> {
  // A start that fails throws, so that its reason reaches whoever started it instead of a dead process.
  return NestFactory.createApplicationContext(AppModule.forRoot({ ...options, standIn: SYSTEM }), {
    abortOnError: false,
    logger: new StderrLogger(),
  });
}
