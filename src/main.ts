import { openHttpApp } from './open-http-app.js';
import { SystemClock } from './platform/clock.js';
import { failureOutcome } from './platform/command-line/failure-outcome.js';
import { exitCodes } from './platform/command-line/outcome.js';
import { readConfiguration } from './platform/configuration.js';
import { readHttpConfiguration } from './platform/http-configuration.js';
import { LinksService } from './modules/identity/links.service.js';

/** Serves the real thing; while nobody can sign in it prints the link of the first administrator. */
async function serve(): Promise<void> {
  const http = readHttpConfiguration();
  const app = await openHttpApp({
    configuration: readConfiguration(),
    database: { name: 'honor', fresh: false },
    clock: new SystemClock(),
    http,
    limits: http.limits,
  });
  app.enableShutdownHooks();
  const links = app.get(LinksService);
  const first = (await links.isFirstNeeded()) ? await links.first() : undefined;
  await app.listen(http.port, http.host);
  process.stdout.write(`Honor Kader: ${http.publicUrl}\n`);
  if (first === undefined) return;
  process.stdout.write(howToBegin(`${http.publicUrl}/tautan/${first.token}`));
}

/** The link leads to a page where its holder names herself and chooses a password. */
function howToBegin(link: string): string {
  return [
    'Belum ada pengelola. Buka tautan ini di peramban, sekali, untuk menjadi pengelola pertama:',
    `  ${link}`,
    '',
  ].join('\n');
}

serve().catch((error: unknown) => {
  const outcome = failureOutcome(error);
  if (outcome === undefined) throw error;
  process.stderr.write(`${outcome.lines.join('\n')}\n`);
  process.exitCode = exitCodes.refused;
});
