import type { INestApplicationContext } from '@nestjs/common';
import { InvalidArgumentError, type Command } from 'commander';
import { roleNames } from '../../core/access/role.js';
import { describeScope, type Scope } from '../../core/access/scope.js';
import { DomainError } from '../../core/shared/domain-error.js';
import type { RunCommand } from '../../platform/command-line/command-runner.js';
import { byOption } from '../../platform/command-line/options.js';
import type { Outcome } from '../../platform/command-line/outcome.js';
import { KaderRosterService } from '../kader-roster/kader-roster.service.js';
import { UsersService } from '../users/users.service.js';
import type { StoredGrant } from './role-grants.repository.js';
import { RoleGrantsService } from './role-grants.service.js';

interface ScopeOptions {
  readonly region?: string;
  readonly payer?: string;
  readonly kader?: string;
  readonly installation?: true;
}

interface GrantOptions extends ScopeOptions {
  readonly basis: string;
  readonly by: string;
}

/** `role grant|revoke|list`. */
export function registerAccessCommands(program: Command, run: RunCommand): void {
  const role = program
    .command('role')
    .description('siapa berwenang apa, dan untuk wilayah atau pembayar mana');
  registerGrant(role, run);
  registerRevoke(role, run);
  role
    .command('list [username]')
    .description('wewenang yang berlaku: milik seorang pengguna, atau semuanya')
    .action((username?: string) =>
      run(async (app) => {
        const user = username === undefined ? undefined : await app.get(UsersService).registered(username);
        const grants = await app.get(RoleGrantsService).list(user?.id);
        return { json: grants, lines: grants.map(lineOf) };
      }),
    );
}

function registerGrant(role: Command, run: RunCommand): void {
  byOption(
    role
      .command('grant <username> <role>')
      .description(`memberi wewenang: ${roleNames.join(', ')}`)
      .option('--region <code>', 'untuk wilayah ini dan semua di bawahnya')
      .option('--payer <code>', 'untuk satu pembayar, misalnya sebuah OPD')
      .option('--kader <nik>', 'untuk kader ini sendiri')
      .option('--installation', 'untuk sistem ini')
      .requiredOption('--basis <text>', 'dasar, misalnya "SK Bupati 5/2026"'),
  ).action((username: string, name: string, options: GrantOptions) =>
    run(async (app): Promise<Outcome> => {
      const users = app.get(UsersService);
      const [user, by] = [await users.require(username), await users.require(options.by)];
      const wish = { user, role: name, scope: await scopeOf(app, options), basis: options.basis, by };
      const grant = await app.get(RoleGrantsService).grant(wish);
      return { json: grant, lines: [lineOf(grant)] };
    }),
  );
}

function registerRevoke(role: Command, run: RunCommand): void {
  byOption(
    role
      .command('revoke <number>')
      .description('mencabut satu wewenang; nomornya ada di role list')
      .requiredOption('--reason <text>', 'alasan'),
  ).action((number: string, options: { reason: string; by: string }) =>
    run(async (app) => {
      const by = await app.get(UsersService).require(options.by);
      const grant = await app.get(RoleGrantsService).revoke(grantNumber(number), options.reason, by);
      return { json: grant, lines: [`dicabut: ${lineOf(grant)}`] };
    }),
  );
}

async function scopeOf(app: INestApplicationContext, options: ScopeOptions): Promise<Scope> {
  const chosen = ['region', 'payer', 'kader', 'installation'].filter((name) => name in options);
  if (chosen.length !== 1) throw new DomainError('invalid', 'access.one-scope', { count: chosen.length });
  if (options.region !== undefined) return { kind: 'region', code: options.region };
  if (options.payer !== undefined) return { kind: 'payer', code: options.payer };
  if (options.kader === undefined) return { kind: 'installation' };
  return { kind: 'person', kaderId: await app.get(KaderRosterService).idOf(options.kader) };
}

function grantNumber(text: string): number {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('Tulis nomor wewenang seperti dalam role list.');
}

function lineOf({ id, username, role, scope, basis }: StoredGrant): string {
  return `${String(id)}. ${username}: ${role} untuk ${describeScope(scope)} (${basis})`;
}
