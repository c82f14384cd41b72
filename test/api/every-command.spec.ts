import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Command } from 'commander';
import { SteppedClock } from '../../src/platform/clock.js';
import { projectFolder } from '../../src/platform/configuration.js';
import { programOf } from '../../src/program.js';
import type { ApiDocument } from '../support/api-client.js';
import { OCTOBER_5 } from '../support/app.js';
import { commandRoutes } from '../support/command-routes.js';

const silent = { stdout: () => undefined, stderr: () => undefined, exitCode: () => undefined };
const withApp = () => Promise.reject(new Error('nothing is carried out here'));
const program = programOf({ ...silent, withApp, clock: new SteppedClock(OCTOBER_5) }, silent);

// `api-document.spec.ts` proves that these are the routes that are served.
const document = JSON.parse(
  await readFile(join(projectFolder(), 'config/openapi.json'), 'utf8'),
) as ApiDocument;
const operations = Object.values(document.paths).flatMap((methods) =>
  Object.values(methods).map(({ operationId }) => operationId),
);

describe('everything that the command line does', () => {
  it('has its routes, or a reason why not', () => {
    expect(commandsOf(program).sort()).toEqual(Object.keys(commandRoutes).sort());
  });

  it('is done by routes that are there', () => {
    const named = Object.values(commandRoutes).flatMap((reach) =>
      typeof reach === 'object' && !('length' in reach) ? [] : reach,
    );
    expect(named.filter((operation) => !operations.includes(operation))).toEqual([]);
  });
});

function commandsOf(command: Command, names: readonly string[] = []): string[] {
  if (command.commands.length === 0) return [names.join(' ')];
  return command.commands.flatMap((one) => commandsOf(one, [...names, one.name()]));
}
