import type { Command } from 'commander';
import type { PlainDate } from '../../core/shared/plain-date.js';
import type { RunCommand } from '../../platform/command-line/command-runner.js';
import type { Outcome } from '../../platform/command-line/outcome.js';
import { byOption, dayArgument } from '../../platform/command-line/options.js';
import { UsersService } from '../users/users.service.js';
import { ControlDataService } from './control-data.service.js';
import type { StoredFinding } from './control-findings.repository.js';
import { ControlsService } from './controls.service.js';

export function registerControlCommands(program: Command, run: RunCommand): void {
  const control = program.command('control').description('kontrol C1 sampai C19 atas SPP');
  control
    .command('run <number>')
    .description('menjalankan semua kontrol atas SPP dan menyimpan temuannya')
    .action((number: string) =>
      run(async (app) => findingsOutcome(await app.get(ControlsService).run(number))),
    );
  control
    .command('list [number]')
    .description('temuan pemeriksaan terakhir: satu SPP, atau semuanya')
    .action((number: string | undefined) =>
      run(async (app) => findingsOutcome(await app.get(ControlsService).list(number ?? null))),
    );
  byOption(control.command('answer <number> <finding>').description('menjawab temuan SPP secara tertulis'))
    .requiredOption('--text <text>', 'jawaban: apa yang diperiksa dan buktinya')
    .action((number: string, finding: string, options: { text: string; by: string }) =>
      run(async (app) => {
        const by = await app.get(UsersService).require(options.by);
        const which = /^\d{1,9}$/.test(finding) ? Number(finding) : 0;
        return findingsOutcome([await app.get(ControlsService).answer(number, which, options.text, by.id)]);
      }),
    );
  registerData(control, run);
  registerDeclare(control, run);
}

function registerData(control: Command, run: RunCommand): void {
  const settings = control
    .command('settings')
    .description('apa yang menghentikan dan apa yang perlu dijawab');
  byOption(
    settings.command('import <file>').description('memberlakukan pengaturan kontrol dari berkas YAML'),
  ).action((file: string, options: { by: string }) =>
    run(async (app) => {
      const by = await app.get(UsersService).require(options.by);
      const json = await app.get(ControlDataService).importSettings(file, by.id);
      return { json, lines: ['Pengaturan kontrol berlaku mulai pemeriksaan berikutnya.'] };
    }),
  );
  const ceiling = control.command('ceiling').description('standar harga satuan dan jumlah orang menurut DPA');
  byOption(
    ceiling
      .command('import <file>')
      .description('mencatat batas dari berkas YAML; harga per kegiatan dengan unit: activity'),
  ).action((file: string, options: { by: string }) =>
    run(async (app) => {
      const by = await app.get(UsersService).require(options.by);
      const json = await app.get(ControlDataService).importCeilings(file, by.id);
      return { json, lines: [`${String(json.length)} batas tercatat.`] };
    }),
  );
}

interface DeclareOptions {
  readonly body: string;
  readonly what: string;
  readonly from: PlainDate;
  readonly to?: PlainDate | undefined;
  readonly by: string;
}

function registerDeclare(control: Command, run: RunCommand): void {
  byOption(control.command('declare <nik>').description('mencatat honor negara lain yang diterima kader'))
    .requiredOption('--body <name>', 'siapa yang membayarnya, misalnya Nagari Sitiung')
    .requiredOption('--what <text>', 'sebagai apa, misalnya perangkat nagari')
    .requiredOption('--from <day>', 'sejak tanggal, misalnya 2026-01-01', dayArgument)
    .option('--to <day>', 'sampai tanggal; masih berlangsung bila tidak diisi', dayArgument)
    .action((nik: string, { by: username, body, what, from, to: last }: DeclareOptions) =>
      run(async (app) => {
        const by = await app.get(UsersService).require(username);
        const to = last ?? null;
        await app.get(ControlDataService).declare({ nik, body, what, from, to }, by.id);
        return { json: { body, what, from, to }, lines: [`Tercatat: ${what} dari ${body}.`] };
      }),
    );
}

function findingsOutcome(found: readonly StoredFinding[]): Outcome {
  const lines = found.length === 0 ? ['Tidak ada temuan.'] : found.flatMap(linesOf);
  return { json: found.map(shownOf), lines };
}

function shownOf(found: StoredFinding) {
  const { request, finding, control, code, severity, sentence, evidence, answer, answeredBy, acceptedBy } =
    found;
  return { request, finding, control, code, severity, sentence, evidence, answer, answeredBy, acceptedBy };
}

const severityWords = { block: 'MENGHENTIKAN', warn: 'perlu dijawab' } as const;

function linesOf(found: StoredFinding): string[] {
  const { request, finding, control, severity, sentence, answer, answeredBy, acceptedBy } = found;
  const accepted = acceptedBy === null ? '' : `, diterima ${acceptedBy}`;
  return [
    `${request} temuan ${String(finding)} ${control} ${severityWords[severity]}: ${sentence}`,
    ...(answer === null ? [] : [`  Jawaban ${answeredBy ?? ''}${accepted}: ${answer}`]),
  ];
}
