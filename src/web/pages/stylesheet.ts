import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RequestHandler } from 'express';
import { projectFolder } from '../../platform/configuration.js';

const content = readFileSync(join(projectFolder(), 'config', 'pages.css'));
const hash = createHash('sha256').update(content).digest('hex').slice(0, 16);

/** Where the one stylesheet is. Its name says what is in it, so browsers may keep it for ever. */
export const STYLESHEET = `/aset/${hash}.css`;

/** Serves it, before anything that keeps answers from being kept. */
export const stylesheet: RequestHandler = (request, response, next) => {
  if (request.path !== STYLESHEET || (request.method !== 'GET' && request.method !== 'HEAD')) {
    next();
    return;
  }
  response.type('text/css').setHeader('Cache-Control', 'public, max-age=31536000, immutable');
  response.send(content);
};
