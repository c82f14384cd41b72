import type { Command } from 'commander';
import type { RunCommand } from '../../platform/command-line/command-runner.js';
import { byOption, countArgument } from '../../platform/command-line/options.js';
import { UsersService } from '../users/users.service.js';
import { SessionsService, type Session } from './sessions.service.js';

export function registerSessionCommands(identity: Command, run: RunCommand): void {
  identity
    .command('sessions <username>')
    .description('di mana saja pengguna sedang masuk')
    .action((username: string) =>
      run(async (app) => {
        const { id } = await app.get(UsersService).registered(username);
        const sessions = await app.get(SessionsService).list(id);
        return { json: sessions, lines: sessions.map(sessionLine) };
      }),
    );
  byOption(
    identity
      .command('revoke <username>')
      .description('mengakhiri semua sesi pengguna, atau satu')
      .option('--session <number>', 'nomor sesi', countArgument),
  ).action((username: string, options: { by: string; session?: number }) =>
    run(async (app) => {
      const { id } = await app.get(UsersService).registered(username);
      const by = await app.get(UsersService).atCommandLine(options.by);
      const sessions = app.get(SessionsService);
      if (options.session !== undefined) await sessions.end(options.session, id, by);
      const ended = options.session === undefined ? await sessions.endAll(id, by) : 1;
      return { json: { username, ended }, lines: [`${String(ended)} sesi ${username} diakhiri.`] };
    }),
  );
}

function sessionLine(session: Session): string {
  const factor = session.hasSecondFactor ? 'dengan autentikator' : 'tanpa autentikator';
  const seen = session.lastSeenAt.toISOString();
  return `${String(session.id)}: ${session.address}, ${session.agent}, ${factor}, terakhir ${seen}`;
}
