import type { Command } from 'commander';
import type { RunCommand } from '../../platform/command-line/command-runner.js';
import { byOption } from '../../platform/command-line/options.js';
import { UsersService } from '../users/users.service.js';
import { OidcLinksService } from './oidc-links.service.js';

export function registerOidcCommands(identity: Command, run: RunCommand): void {
  const oidc = identity.command('oidc').description('masuk lewat penyedia identitas (OpenID Connect)');
  byOption(
    oidc
      .command('link <username>')
      .description('menyambungkan pengguna ke akunnya di penyedia identitas')
      .requiredOption('--subject <subject>', 'pengenal akun itu di penyedia, yaitu klaim "sub"'),
  ).action((username: string, options: { subject: string; by: string }) =>
    run(async (app) => {
      const { id } = await app.get(UsersService).registered(username);
      await app
        .get(OidcLinksService)
        .link(id, options.subject, await app.get(UsersService).atCommandLine(options.by));
      return {
        json: { username, isLinked: true },
        lines: [`${username} dapat masuk lewat penyedia identitas.`],
      };
    }),
  );
  byOption(
    oidc.command('unlink <username>').description('melepaskan sambungan itu; sesi pengguna berakhir'),
  ).action((username: string, options: { by: string }) =>
    run(async (app) => {
      const { id } = await app.get(UsersService).registered(username);
      await app.get(OidcLinksService).unlink(id, await app.get(UsersService).atCommandLine(options.by));
      return {
        json: { username, isLinked: false },
        lines: [`${username} tidak dapat lagi masuk lewat penyedia identitas; sesinya berakhir.`],
      };
    }),
  );
}
