import type { Command } from 'commander';
import type { RunCommand } from '../../platform/command-line/command-runner.js';
import { byOption } from '../../platform/command-line/options.js';
import type { Outcome } from '../../platform/command-line/outcome.js';
import { UsersService } from '../users/users.service.js';
import { LinksService, type OneTimeLink } from './links.service.js';
import { registerOidcCommands } from './oidc.commands.js';
import { SecondFactorService } from './second-factor.service.js';
import { registerSessionCommands } from './sessions.commands.js';
import { StandingService } from './standing.service.js';

interface Reasoned {
  readonly by: string;
  readonly reason: string;
}

export function registerIdentityCommands(program: Command, run: RunCommand): void {
  const identity = program.command('identity').description('siapa dapat masuk, dan bagaimana');
  registerLinks(identity, run);
  registerSessionCommands(identity, run);
  registerStanding(identity, run);
  registerOidcCommands(identity, run);
  const totp = identity.command('totp').description('autentikator (kode 6 angka)');
  reasoned(
    totp.command('reset <username>').description('menghapus autentikator orang lain yang hilang'),
  ).action((username: string, options: Reasoned) =>
    run(async (app) => {
      const { id } = await app.get(UsersService).registered(username);
      await app
        .get(SecondFactorService)
        .reset(id, await app.get(UsersService).atCommandLine(options.by), options.reason);
      return {
        json: { username },
        lines: [`Autentikator dan kode pemulihan ${username} dihapus; sesinya berakhir.`],
      };
    }),
  );
}

function registerLinks(identity: Command, run: RunCommand): void {
  identity
    .command('first-link')
    .description('membuat tautan sekali pakai untuk administrator pertama')
    .action(() => run(async (app) => linkOutcome(await app.get(LinksService).first())));
  byOption(
    identity
      .command('invite <username>')
      .description('membuat tautan sekali pakai untuk menetapkan kata sandi'),
  ).action((username: string, options: { by: string }) =>
    run(async (app) => {
      const { id } = await app.get(UsersService).registered(username);
      return linkOutcome(
        await app.get(LinksService).invite(id, await app.get(UsersService).atCommandLine(options.by)),
      );
    }),
  );
}

function registerStanding(identity: Command, run: RunCommand): void {
  reasoned(
    identity
      .command('deactivate <username>')
      .description('menutup akses: sesi, token dan tautannya berakhir'),
  ).action((username: string, options: Reasoned) =>
    run(async (app) => {
      const { id } = await app.get(UsersService).registered(username);
      await app
        .get(StandingService)
        .deactivate(id, await app.get(UsersService).atCommandLine(options.by), options.reason);
      return { json: { username, isActive: false }, lines: [`${username} tidak dapat masuk lagi.`] };
    }),
  );
  reasoned(identity.command('activate <username>').description('membuka akses lagi')).action(
    (username: string, options: Reasoned) =>
      run(async (app) => {
        const { id } = await app.get(UsersService).registered(username);
        await app
          .get(StandingService)
          .reactivate(id, await app.get(UsersService).atCommandLine(options.by), options.reason);
        return { json: { username, isActive: true }, lines: [`${username} dapat masuk lagi.`] };
      }),
  );
}

function reasoned(command: Command): Command {
  return byOption(command).requiredOption('--reason <reason>', 'alasan, yang dicatat');
}

function linkOutcome(link: OneTimeLink): Outcome {
  const whose = link.username ?? 'administrator pertama';
  return {
    json: link,
    lines: [
      `Tautan sekali pakai untuk ${whose}, berlaku sampai ${link.expiresAt.toISOString()}; tidak ditampilkan lagi:`,
      link.token,
    ],
  };
}
