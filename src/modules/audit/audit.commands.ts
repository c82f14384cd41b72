import { InvalidArgumentError, Option, type Command } from 'commander';
import { auditedTables } from '../../core/audit/audited-tables.js';
import { describeAct, describeRows } from '../../core/audit/describe-act.js';
import type { RecordedAct } from '../../core/audit/recorded-act.js';
import { describe } from '../../core/messages/describe.js';
import type { RunCommand } from '../../platform/command-line/command-runner.js';
import { countArgument, dayArgument } from '../../platform/command-line/options.js';
import type { Outcome } from '../../platform/command-line/outcome.js';
import { writeFileAtomically } from '../../platform/files/write-file-atomically.js';
import {
  AuditVerificationService,
  type TrailAnchor,
  type TrailVerification,
} from './audit-verification.service.js';
import { AuditService } from './audit.service.js';

interface ListOptions {
  readonly user?: string;
  readonly since?: string;
  readonly table?: string;
  readonly object?: string;
  readonly operation?: string;
  readonly before?: bigint;
  readonly limit: number;
}

/** `audit list|verify|anchor`. */
export function registerAuditCommands(program: Command, run: RunCommand): void {
  const audit = program
    .command('audit')
    .description('jejak audit: siapa mengubah apa, kapan, dari mana, mengapa');
  registerList(audit, run);
  audit
    .command('verify')
    .description('menghitung ulang seluruh rantai jejak')
    .option('--anchor <hash>', 'sidik jari ujung rantai yang disimpan di luar basis data', anchorArgument)
    .action(({ anchor }: { anchor?: string }) =>
      run(async (app) => verificationOutcome(await app.get(AuditVerificationService).verify(anchor))),
    );
  audit
    .command('anchor')
    .description('ujung rantai jejak, untuk dicetak atau disimpan di luar basis data')
    .option('--out <file>', 'berkas tujuan')
    .action(({ out }: { out?: string }) =>
      run(async (app) => {
        const anchor = await app.get(AuditVerificationService).anchor();
        const lines = anchorLines(anchor);
        if (out !== undefined)
          await writeFileAtomically(
            out,
            lines.map((line) => `${line}\n`),
          );
        return { json: anchor, lines };
      }),
    );
}

function registerList(audit: Command, run: RunCommand): void {
  audit
    .command('list')
    .description('perubahan yang tercatat, yang terbaru lebih dahulu')
    .option('--user <username>', 'hanya oleh pengguna ini')
    .option('--since <day>', 'hanya sejak hari ini, UTC', dayArgument)
    .addOption(new Option('--table <table>', 'hanya pada tabel ini').choices(Object.keys(auditedTables)))
    .option('--object <object>', 'hanya pada objek ini, misalnya kader:12')
    .option('--operation <operation>', 'hanya untuk tindakan ini, misalnya request.approve')
    .option('--before <position>', 'hanya sebelum posisi ini; untuk melanjutkan daftar', positionArgument)
    .option('--limit <count>', 'paling banyak', countArgument, 100)
    .action(({ limit, ...filter }: ListOptions) =>
      run(async (app): Promise<Outcome> => {
        const found = await app.get(AuditService).list(filter, limit + 1);
        const acts = found.slice(0, limit);
        const next = found.length > limit ? acts.at(-1)?.position : undefined;
        const more = next === undefined ? [] : [`Masih ada yang lebih lama: --before ${String(next)}`];
        const described = acts.map((act) => ({ ...act, sentence: describeAct(act) }));
        const json = { acts: described, ...(next !== undefined && { next }) };
        return { json, lines: [...acts.flatMap(linesOf), ...more] };
      }),
    );
}

function linesOf(act: RecordedAct): string[] {
  const head = `${String(act.position)}. ${act.at} ${describeAct(act)}`;
  return [head, ...act.changes.flatMap(describeRows).map((line) => `   ${line}`)];
}

function verificationOutcome(result: TrailVerification): Outcome {
  const problems = result.problems.map(({ code, facts }) => ({
    code,
    facts,
    message: describe(code, facts),
  }));
  const { acts, rows, forgotten } = result;
  const left = forgotten === 0 ? '' : `, ${String(forgotten)} di antaranya tinggal sidik jarinya`;
  return {
    refused: !result.verified,
    json: { ...result, problems },
    lines: result.verified
      ? [`Jejak utuh: ${String(acts)} tindakan, ${String(rows)} baris${left}.`, `Ujung rantai ${result.head}`]
      : problems.map(({ code, message }) => `${code}: ${message}`),
  };
}

function anchorLines({ position, head, takenAt }: TrailAnchor): string[] {
  return [
    `Jangkar jejak audit honor kader, ${takenAt}`,
    `Posisi ${String(position)}`,
    `Ujung rantai ${head}`,
  ];
}

// A cut or mistyped hash is not found in any chain: that must not read as an alarm of fraud.
function anchorArgument(text: string): string {
  if (/^[0-9a-f]{64}$/i.test(text)) return text.toLowerCase();
  throw new InvalidArgumentError(describe('audit.anchor-unreadable', { length: text.length }));
}

function positionArgument(text: string): bigint {
  if (/^[1-9]\d{0,17}$/.test(text)) return BigInt(text);
  throw new InvalidArgumentError(describe('book.position-unreadable', { value: text }));
}
