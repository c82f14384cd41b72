import type { Command } from 'commander';
import type { RunCommand } from '../../platform/command-line/command-runner.js';
import { UsersService } from './users.service.js';

export function registerUserCommands(program: Command, run: RunCommand): void {
  const user = program.command('user').description('orang yang bekerja dengan sistem ini');
  user
    .command('add <username>')
    .description('mendaftarkan pengguna')
    .requiredOption('--name <name>', 'nama lengkap')
    .requiredOption('--position <position>', 'jabatan, misalnya "Wali Nagari Sitiung"')
    .action((username: string, options: { name: string; position: string }) =>
      run(async (app) => {
        const added = await app
          .get(UsersService)
          .add({ username, fullName: options.name, position: options.position });
        return { json: added, lines: [`${added.username}: ${added.fullName}, ${added.position}`] };
      }),
    );
  user
    .command('list')
    .description('semua pengguna')
    .action(() =>
      run(async (app) => {
        const users = await app.get(UsersService).list();
        const lines = users.map((one) => `${one.username}: ${one.fullName}, ${one.position}`);
        return { json: users, lines };
      }),
    );
}
