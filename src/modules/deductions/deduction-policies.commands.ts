import type { Command } from 'commander';
import type { DeductionPolicy } from '../../core/deduction/deduction-policy.js';
import { deductionName } from '../../core/deduction/policy-in-force.js';
import { daysWords } from '../../core/policy/days-in-force.js';
import { formatDate, type PlainDate } from '../../core/shared/plain-date.js';
import type { RunCommand } from '../../platform/command-line/command-runner.js';
import { importOutcome } from '../../platform/command-line/import-outcome.js';
import { byOption } from '../../platform/command-line/options.js';
import type { Outcome } from '../../platform/command-line/outcome.js';
import { UsersService } from '../users/users.service.js';
import { DeductionPoliciesService, type StandingDeductionPolicy } from './deduction-policies.service.js';
import { TaxFactsImportService } from './tax-facts-import.service.js';
import { dateArgument } from './tax-arguments.js';

interface ChoiceOptions {
  readonly payer: string;
  readonly from: PlainDate;
  readonly note: string;
  readonly by: string;
}

/** `deduction-policy`: treatments, who uses which, and what is known of kader for them. */
export function registerDeductionPolicyCommands(program: Command, run: RunCommand): void {
  const policy = program
    .command('deduction-policy')
    .description('kebijakan potongan (PPh 21, BPJS) dan pembayar yang memakainya');
  byOption(
    policy.command('import <file>').description('mengimpor kebijakan potongan dari berkas YAML'),
  ).action((file: string, options: { by: string }) =>
    run(async (app) => {
      const by = await app.get(UsersService).require(options.by);
      const imported = await app.get(DeductionPoliciesService).importFile(file, by.id);
      const lines = imported.map(({ code, version, isNew, name }) => {
        const outcome = isNew ? 'Tersimpan' : 'Sudah ada, tidak berubah';
        return `${outcome}: ${code} versi ${String(version)}, ${name}.`;
      });
      return { json: imported, lines };
    }),
  );
  registerChoose(policy, run);
  policy
    .command('list')
    .description('semua kebijakan potongan, dan pilihan tiap pembayar')
    .action(() => run(async (app) => listOutcome(app.get(DeductionPoliciesService))));
  const facts = policy
    .command('facts')
    .description('catatan kader untuk potongan: NPWP, golongan, KPJ, PTKP');
  byOption(
    facts
      .command('import <file>')
      .description('mengimpor catatan NPWP, golongan, KPJ dan PTKP dari XLSX atau CSV'),
  ).action((file: string, options: { by: string }) =>
    run(async (app) => {
      const by = await app.get(UsersService).require(options.by);
      return importOutcome(await app.get(TaxFactsImportService).importFile(file, by.id));
    }),
  );
}

function registerChoose(policy: Command, run: RunCommand): void {
  byOption(
    policy
      .command('choose <policy...>')
      .description('memilih kebijakan potongan seorang pembayar; satu untuk PPh 21, satu untuk BPJS')
      .requiredOption('--payer <code>', 'kode nagari atau OPD yang membayar')
      .requiredOption('--from <date>', 'berlaku sejak, misalnya 2026-01-01', dateArgument)
      .requiredOption('--note <text>', 'alasan atau dasarnya, misalnya nomor surat'),
  ).action((codes: string[], options: ChoiceOptions) =>
    run(async (app) => {
      const { payer, from, note } = options;
      const by = (await app.get(UsersService).require(options.by)).id;
      const choices = [];
      for (const code of codes) {
        choices.push(await app.get(DeductionPoliciesService).choose({ payer, policy: code, from, note, by }));
      }
      const lines = choices.map(
        ({ policy: code, kind, isNew }) =>
          `${payer}: ${deductionName(kind)} ${isNew ? 'memakai' : 'sudah memakai'} ${code} sejak ${formatDate(from)}.`,
      );
      return { json: choices, lines };
    }),
  );
}

async function listOutcome(service: DeductionPoliciesService): Promise<Outcome> {
  const versions = await service.versions();
  const policies = versions.map(({ id, version, policy, inForce, replaces, replacedBy }) => {
    const { treatment, ...about } = policy;
    const { kind, rule, dueDay } = treatment;
    const own =
      treatment.kind === 'pph21' ? treatment : { percentByGrade: null, slip: null, slipByGrade: null };
    const { percentByGrade, slip: bp21, slipByGrade: bp21ByGrade } = own;
    const standing = { inForce, replaces, replacedBy };
    return { id, version, ...about, ...standing, kind, rule, percentByGrade, dueDay, bp21, bp21ByGrade };
  });
  const choices = await service.choices();
  return {
    json: { policies, choices },
    lines: [
      ...policies.flatMap((one) => {
        const { code, version, kind, validFrom, validTo, legalBasis, name } = one;
        const days = `${validFrom}..${validTo ?? ''}`;
        const head = `${code} v${String(version)} ${kind} ${days} ${legalBasis.number}: ${name}`;
        return [head, ...standingLines(one)];
      }),
      ...choices.map(
        ({ payer, kind, policy, from, note, chosenBy }) =>
          `${payer}: ${deductionName(kind)} memakai ${policy} sejak ${from}, dipilih ${chosenBy} (${note})`,
      ),
    ],
  };
}

type Listed = Pick<StandingDeductionPolicy, 'inForce' | 'replaces' | 'replacedBy'> &
  Pick<DeductionPolicy, 'supersedes' | 'legalBasis'>;

/** What replaced what and why, and on which days it is in force since; nothing where nothing did. */
function standingLines({ inForce, replaces, replacedBy, supersedes, legalBasis }: Listed): string[] {
  const names = (versions: readonly number[]) => versions.map((one) => `versi ${String(one)}`).join(' dan ');
  const { fileSha256 } = legalBasis;
  return [
    ...(fileSha256 === null ? [] : [`  SHA-256 berkas dasar hukum: ${fileSha256}`]),
    ...(replaces.length === 0
      ? []
      : [`  Menggantikan ${names(replaces)} karena ${supersedes?.reason ?? ''}.`]),
    ...(replacedBy.length === 0
      ? []
      : [
          `  Digantikan oleh ${names(replacedBy)}; berlaku ${inForce.length === 0 ? 'tidak lagi' : inForce.map(daysWords).join(', dan ')}.`,
        ]),
  ];
}
