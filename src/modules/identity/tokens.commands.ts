import type { Command } from 'commander';
import type { RunCommand } from '../../platform/command-line/command-runner.js';
import { byOption, countArgument } from '../../platform/command-line/options.js';
import { Clock } from '../../platform/clock.js';
import { UsersService } from '../users/users.service.js';
import { AccessTokensService, type AccessTokenRecord } from './access-tokens.service.js';

interface CreateOptions {
  readonly name: string;
  readonly operations: string;
  readonly days: number;
  readonly by: string;
}

const MILLISECONDS_A_DAY = 86_400_000;

export function registerTokenCommands(program: Command, run: RunCommand): void {
  const token = program.command('token').description('token akses bagi mesin, atas nama pengguna');
  registerCreation(token, run);
  token
    .command('list <username>')
    .description('token pengguna yang masih berlaku')
    .action((username: string) =>
      run(async (app) => {
        const { id } = await app.get(UsersService).registered(username);
        const tokens = await app.get(AccessTokensService).list(id);
        return { json: tokens, lines: tokens.map(tokenLine) };
      }),
    );
  byOption(
    token
      .command('revoke <username>')
      .description('mencabut satu token')
      .argument('<number>', 'nomor token', countArgument),
  ).action((username: string, number: number, options: { by: string }) =>
    run(async (app) => {
      const { id } = await app.get(UsersService).registered(username);
      await app
        .get(AccessTokensService)
        .revoke(number, id, await app.get(UsersService).atCommandLine(options.by));
      return {
        json: { username, token: number },
        lines: [`Token ${String(number)} milik ${username} dicabut.`],
      };
    }),
  );
}

function registerCreation(token: Command, run: RunCommand): void {
  byOption(
    token
      .command('create <username>')
      .description('membuat token; isinya ditampilkan sekali saja')
      .requiredOption('--name <name>', 'untuk apa, misalnya "sinkron Siskeudes"')
      .requiredOption('--operations <list>', 'yang boleh dilakukannya, dipisah koma')
      .requiredOption('--days <days>', 'berlaku berapa hari, paling lama 366', countArgument),
  ).action((username: string, options: CreateOptions) =>
    run(async (app) => {
      const { id } = await app.get(UsersService).registered(username);
      const expiresAt = new Date(app.get(Clock).now().getTime() + options.days * MILLISECONDS_A_DAY);
      const wish = { name: options.name, operations: options.operations.split(','), expiresAt };
      const made = await app
        .get(AccessTokensService)
        .create(id, wish, await app.get(UsersService).atCommandLine(options.by));
      return { json: made, lines: [tokenLine(made.record), made.token] };
    }),
  );
}

function tokenLine(token: AccessTokenRecord): string {
  const used = token.lastUsedAt === null ? 'belum dipakai' : `terakhir ${token.lastUsedAt.toISOString()}`;
  const end = token.expiresAt.toISOString();
  return `${String(token.id)}: ${token.name} (${token.operations.join(', ')}), sampai ${end}, ${used}`;
}
