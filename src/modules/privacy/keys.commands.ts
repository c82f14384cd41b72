import type { Command } from 'commander';
import { describe } from '../../core/messages/describe.js';
import type { RunCommand } from '../../platform/command-line/command-runner.js';
import { byOption } from '../../platform/command-line/options.js';
import type { Outcome } from '../../platform/command-line/outcome.js';
import { UsersService } from '../users/users.service.js';
import { KeyRotationService, type KeyStatus, type RotationReport } from './key-rotation.service.js';

export function registerKeyCommands(program: Command, run: RunCommand): void {
  const key = program.command('key').description('kunci data pribadi');
  key
    .command('status')
    .description('berapa nilai yang terkunci dengan tiap kunci; kunci tanpa nilai boleh dibuang')
    .action(() => run(async (app) => statusOutcome(await app.get(KeyRotationService).status())));
  byOption(
    key
      .command('rotate')
      .description('mengunci ulang semua nilai dengan kunci sekarang, selagi program lain bekerja')
      .option('--new-key', 'buat dulu kunci baru dalam berkas field-keys'),
  ).action(({ by, newKey }: { by: string; newKey?: boolean }) =>
    run(async (app) => {
      const actor = await app.get(UsersService).atCommandLine(by);
      const wish = { newKey: newKey === true };
      const outcome = rotationOutcome(await app.get(KeyRotationService).rotate(actor, wish));
      return wish.newKey
        ? { ...outcome, lines: [...outcome.lines, describe('vault.key-added', {})] }
        : outcome;
    }),
  );
}

function statusOutcome(status: KeyStatus): Outcome {
  const lines = status.keys.map(({ keyId, count, isCurrent, isHeld }) => {
    const standing = isCurrent ? 'kunci sekarang' : isHeld ? 'kunci lama' : 'kuncinya tidak ada di sini';
    return `${keyId}: ${String(count)} nilai, ${standing}`;
  });
  return { json: status, lines };
}

function rotationOutcome(report: RotationReport): Outcome {
  const { currentKey, columns } = report;
  const lines = columns
    .filter(({ resealed }) => resealed > 0)
    .map(({ table, column, resealed }) => `${table}.${column}: ${String(resealed)} nilai dikunci ulang`);
  const unreadable = columns
    .filter((one) => one.unreadable > 0)
    .map(({ table, unreadable: count }) => describe('vault.values-unreadable', { table, count }));
  const count = columns.reduce((sum, one) => sum + one.remaining - one.unreadable, 0);
  const left = count > 0 ? [describe('vault.not-all-resealed', { count, key: currentKey })] : [];
  const problems = [...unreadable, ...left];
  if (problems.length > 0) return { json: report, lines: [...lines, ...problems], refused: true };
  return { json: report, lines: [...lines, `Semua nilai terkunci dengan kunci ${currentKey}.`] };
}
