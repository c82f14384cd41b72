import { Option, type Command } from 'commander';
import {
  capacities,
  delegatedStepNames,
  delegatedSteps,
  type Capacity,
  type DelegatedStep,
} from '../../core/approval/delegation.js';
import type { PlainDate } from '../../core/shared/plain-date.js';
import type { RunCommand } from '../../platform/command-line/command-runner.js';
import { byOption, dayArgument } from '../../platform/command-line/options.js';
import { UsersService } from '../users/users.service.js';
import { DelegationsService, type DelegationRecord } from './delegations.service.js';

interface AddOptions {
  readonly from: string;
  readonly to: string;
  readonly step: DelegatedStep;
  readonly payer: string;
  readonly validFrom: PlainDate;
  readonly validTo: PlainDate;
  readonly capacity: Capacity;
  readonly basis: string;
  readonly reason: string;
  readonly by: string;
}

/** `delegation`: who signs for whom while somebody is away. */
export function registerDelegationCommands(program: Command, run: RunCommand): void {
  const delegation = program
    .command('delegation')
    .description('pelimpahan: siapa bertindak untuk siapa selama ia berhalangan');
  registerAdd(delegation, run);
  byOption(
    delegation.command('revoke <id>').description('mencabut pelimpahan; yang sudah dilakukan tetap berlaku'),
  )
    .requiredOption('--reason <text>', 'alasan pencabutan')
    .action((id: string, options: { reason: string; by: string }) =>
      run(async (app) => {
        const by = await app.get(UsersService).require(options.by);
        const which = /^\d{1,9}$/.test(id) ? Number(id) : 0;
        const revoked = await app.get(DelegationsService).revoke(which, options.reason, by);
        return { json: revoked, lines: [lineOf(revoked)] };
      }),
    );
  delegation
    .command('list')
    .description('semua pelimpahan, juga yang sudah berakhir atau dicabut')
    .option('--payer <code>', 'hanya pembayar ini')
    .action((options: { payer?: string }) =>
      run(async (app) => {
        const found = await app.get(DelegationsService).list(options.payer ?? null);
        return { json: found, lines: found.length === 0 ? ['Belum ada pelimpahan.'] : found.map(lineOf) };
      }),
    );
}

function registerAdd(delegation: Command, run: RunCommand): void {
  byOption(delegation.command('add').description('mencatat pelimpahan menurut surat tugasnya'))
    .requiredOption('--from <username>', 'siapa yang berhalangan')
    .requiredOption('--to <username>', 'siapa yang bertindak untuknya')
    .addOption(
      new Option('--step <step>', 'langkah yang dilimpahkan').choices(delegatedSteps).makeOptionMandatory(),
    )
    .requiredOption('--payer <code>', 'kode nagari atau OPD yang membayar')
    .requiredOption('--valid-from <day>', 'mulai tanggal, misalnya 2026-10-01', dayArgument)
    .requiredOption('--valid-to <day>', 'sampai tanggal', dayArgument)
    .requiredOption('--basis <text>', 'dasarnya, misalnya "surat tugas 5/2026"')
    .requiredOption('--reason <text>', 'alasan berhalangan')
    .addOption(
      new Option('--capacity <capacity>', 'plh: pelaksana harian; an: atas nama')
        .choices(capacities)
        .default('plh'),
    )
    .action(({ by, ...wish }: AddOptions) =>
      run(async (app) => {
        const command = { ...wish, by: await app.get(UsersService).require(by) };
        const added = await app.get(DelegationsService).add(command);
        return { json: added, lines: [lineOf(added)] };
      }),
    );
}

function lineOf(delegation: DelegationRecord): string {
  const { id, from, to, step, payer, validFrom, validTo, basis, reason, recordedBy } = delegation;
  const { revokedBy, revokedReason } = delegation;
  const revoked = revokedBy === null ? '' : `; DICABUT ${revokedBy}: ${revokedReason ?? ''}`;
  const who = `${to.name} untuk ${from.name}, ${delegatedStepNames[step]} ${payer}`;
  return `${String(id)} ${who}, ${validFrom} s.d. ${validTo}: ${basis} (${reason}), dicatat ${recordedBy}${revoked}`;
}
