import type { INestApplicationContext } from '@nestjs/common';
import type { Command } from 'commander';
import { deductionName } from '../../core/deduction/policy-in-force.js';
import { describe } from '../../core/messages/describe.js';
import { debtPhrase } from '../../core/payment/prior-year.js';
import { stateNames } from '../../core/payment/request-state.js';
import { formatRupiah } from '../../core/shared/rupiah.js';
import { formatDate } from '../../core/shared/plain-date.js';
import type { ServiceMonth } from '../../core/shared/service-month.js';
import type { RunCommand } from '../../platform/command-line/command-runner.js';
import { problemsOutcome } from '../../platform/command-line/import-outcome.js';
import type { Outcome } from '../../platform/command-line/outcome.js';
import { byOption, monthsArgument } from '../../platform/command-line/options.js';
import { UsersService, type User } from '../users/users.service.js';
import { ClaimSheetService } from './claim-sheet.service.js';
import { registerCountersign, saidOptions } from './countersign.commands.js';
import { draftScopeOptions, leftOutLines, priorYearOf, type DraftScopeOptions } from './draft-options.js';
import type { PaymentRequestRow } from './payment-request.row.js';
import { PaymentRequestStepsService } from './payment-request-steps.service.js';
import { RequestCashService, type ShownCash } from './request-cash.service.js';
import { PaymentRequestsService, type DraftReport, type RequestDetails } from './payment-requests.service.js';
import { evidenceLines, stepLine } from './request-evidence-lines.js';
import { RequestEvidenceService, type RequestEvidence } from './request-evidence.service.js';
import type { Said } from './request-signatures.js';

interface DraftOptions extends DraftScopeOptions {
  readonly payer: string;
  readonly months: ServiceMonth[];
  readonly number?: string;
  readonly retryReturned?: boolean;
  readonly by: string;
}

export function registerRequestCommands(program: Command, run: RunCommand): void {
  const request = program.command('request').description('permintaan pembayaran (SPP)');
  draftScopeOptions(
    byOption(request.command('draft').description('menyusun SPP dari honor yang belum dibayar')),
  )
    .requiredOption('--payer <code>', 'kode nagari atau OPD yang membayar')
    .requiredOption('--months <list>', 'bulan layanan, misalnya 2026-07..2026-09', monthsArgument)
    .option(
      '--number <number>',
      'nomor SPP; dibuatkan bila tidak diisi, disusun ulang bila nomor itu masih draf',
    )
    .option('--retry-returned', 'membayar lagi ke rekening yang transfer terakhirnya diretur')
    .action((options: DraftOptions) =>
      run(async (app) => {
        const by = await app.get(UsersService).require(options.by);
        const { payer, months, number, retryReturned, withinBudget } = options;
        const command = {
          ...{ payer, months, by, ...priorYearOf(options) },
          ...(number === undefined ? {} : { number }),
          ...{ retryReturned: retryReturned ?? false, withinBudget: withinBudget ?? false },
        };
        return draftOutcome(await app.get(PaymentRequestsService).draft(command));
      }),
    );
  registerSubmit(request, run);
  registerSteps(request, run);
  registerCountersign(request, run);
  request
    .command('show <number>')
    .description('isi SPP: siapa dibayar berapa, dan siapa mengambil langkah apa')
    .action((number: string) => run((app) => showOutcome(app, number)));
  request
    .command('list')
    .description('semua SPP')
    .action(() =>
      run(async (app) => {
        const requests = await app.get(PaymentRequestsService).list();
        return { json: requests, lines: requests.map(lineOf) };
      }),
    );
}

function registerSubmit(request: Command, run: RunCommand): void {
  byOption(request.command('submit <number>').description('mengajukan SPP; pagu langsung diikat'))
    .option('--claim <file>', 'daftar permintaan dari nagari, untuk dibandingkan orang per orang')
    .action((number: string, options: { claim?: string; by: string }) =>
      run(async (app) => {
        const by = await app.get(UsersService).require(options.by);
        const steps = app.get(PaymentRequestStepsService);
        if (options.claim === undefined) return stepOutcome(await steps.submit(number, by));
        const sheet = await app.get(ClaimSheetService).read(options.claim);
        if (sheet.problems.length > 0) return problemsOutcome(sheet.problems);
        return stepOutcome(await steps.submit(number, by, sheet.claims));
      }),
    );
}

type Step = (
  steps: PaymentRequestStepsService,
  number: string,
  by: User,
  said: Said,
) => Promise<PaymentRequestRow>;

interface StepOptions {
  readonly by: string;
  readonly onBehalfOf?: string;
  readonly note?: string;
}

function registerSteps(request: Command, run: RunCommand): void {
  const register = (name: string, description: string, step: Step): void => {
    saidOptions(byOption(request.command(`${name} <number>`).description(description))).action(
      (number: string, { onBehalfOf: principal, note, ...options }: StepOptions) =>
        run(async (app) => {
          const users = app.get(UsersService);
          const by = await users.require(options.by);
          const onBehalfOf = principal === undefined ? undefined : await users.require(principal);
          const said = { onBehalfOf, note };
          const taken = await step(app.get(PaymentRequestStepsService), number, by, said);
          return taken.state === 'disbursing' ? releaseOutcome(app, taken) : stepOutcome(taken);
        }),
    );
  };
  register('verify', 'memverifikasi SPP (orang kedua)', (steps, ...step) => steps.verify(...step));
  register('approve', 'menyetujui SPP (orang ketiga)', (steps, ...step) => steps.approve(...step));
  register('release', 'mencairkan SPP (orang keempat)', (steps, ...step) => steps.release(...step));
  byOption(request.command('cancel <number>').description('membatalkan draf untuk selamanya'))
    .requiredOption('--reason <text>', 'alasan pembatalan')
    .action((number: string, options: { reason: string; by: string }) =>
      run(async (app) => {
        const by = await app.get(UsersService).require(options.by);
        return stepOutcome(await app.get(PaymentRequestStepsService).cancel(number, by, options.reason));
      }),
    );
  byOption(request.command('reject <number>').description('mengembalikan SPP ke draf; pagu dilepas'))
    .requiredOption('--reason <text>', 'alasan penolakan')
    .action((number: string, options: { reason: string; by: string }) =>
      run(async (app) => {
        const by = await app.get(UsersService).require(options.by);
        return stepOutcome(await app.get(PaymentRequestStepsService).reject(number, by, options.reason));
      }),
    );
}

function draftOutcome({ request, payer, heldOut, leftOut }: DraftReport): Outcome {
  const held = heldOut.map(({ payee, owed, reason }) => ({
    kader: payee.name,
    owed,
    code: reason.code,
    reason: describe(reason.code, reason.facts),
  }));
  return {
    json: { request, payer, heldOut: held, leftOut },
    lines: [
      `${lineOf(request)} (${payer.name})`,
      ...held.map(({ owed, reason }) => `Ditahan ${formatRupiah(owed)}: ${reason}`),
      ...leftOutLines(leftOut),
    ],
  };
}

async function showOutcome(app: INestApplicationContext, number: string): Promise<Outcome> {
  const details = await app.get(PaymentRequestsService).show(number);
  const evidence = await app.get(RequestEvidenceService).of(details.request);
  return detailsOutcome({ ...details, ...evidence }, await app.get(RequestCashService).of(details.request));
}

function detailsOutcome(details: RequestDetails & RequestEvidence, cash: readonly ShownCash[]): Outcome {
  const { request, preparer, steps, members, deductions: cuts } = details;
  return {
    json: { ...details, cash },
    lines: [
      lineOf(request),
      ...basisLines(request),
      `Disusun ${preparer}`,
      ...steps.map(stepLine),
      ...evidenceLines(details, request.submission),
      ...members.map(({ name, nik, amount, deductions, net, setOff, reference, state, resultNote }) => {
        const instalment = setOff === 0n ? '' : `, sesudah angsuran kelebihan bayar ${formatRupiah(setOff)},`;
        const outcome = [reference, state, resultNote].filter((part) => part !== null).join(' ');
        return `  ${name} (${nik}): ${moneyOf({ gross: amount, deductions, net })}${instalment} ${outcome}`.trimEnd();
      }),
      ...cuts.map(({ name, kind, steps }) => `  ${deductionName(kind)} ${name}: ${steps.join(' ')}`),
      ...cashLines(cash),
    ],
  };
}

function basisLines({ basisNumber, basisDate, basisTitle }: PaymentRequestRow): string[] {
  if (basisNumber === null || basisDate === null || basisTitle === null) return [];
  return [`Dasar ${basisNumber} tanggal ${formatDate(basisDate)} tentang ${basisTitle}`];
}

/** The cash of each line whose payer records tranches; what is missing is said first. */
function cashLines(cash: readonly ShownCash[]): string[] {
  return cash
    .filter(({ recordsCash }) => recordsCash)
    .map(({ source, asked, received, paid, bound, short }) => {
      const warning = short > 0n ? `PERINGATAN, kas kurang ${formatRupiah(short)}. ` : '';
      return `${warning}Kas ${source}: diterima ${formatRupiah(received)}, dibayar ${formatRupiah(paid)}, terikat SPP lain ${formatRupiah(bound)}, SPP ini ${formatRupiah(asked)}`;
    });
}

/** What was released, and a warning where it goes beyond the cash that came in. */
async function releaseOutcome(app: INestApplicationContext, released: PaymentRequestRow): Promise<Outcome> {
  const cash = await app.get(RequestCashService).of(released);
  const short = cash.filter((line) => line.short > 0n);
  return { json: Object.assign({ cash }, released), lines: [lineOf(released), ...cashLines(short)] };
}

function stepOutcome(request: PaymentRequestRow): Outcome {
  return { json: request, lines: [lineOf(request)] };
}

function lineOf({ number, state, kaderCount, kind, months, ...money }: PaymentRequestRow): string {
  const debt = kind === 'prior-year' ? `, ${debtPhrase(months)}` : '';
  return `${number}: ${stateNames[state]}, ${moneyOf(money)} untuk ${String(kaderCount)} kader${debt}`;
}

function moneyOf({
  gross,
  deductions,
  net,
}: Pick<PaymentRequestRow, 'gross' | 'deductions' | 'net'>): string {
  if (deductions === 0n) return formatRupiah(net);
  return `${formatRupiah(net)} (bruto ${formatRupiah(gross)}, potongan ${formatRupiah(deductions)})`;
}
