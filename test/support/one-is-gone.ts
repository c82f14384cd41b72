import type { INestApplicationContext } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { SteppedClock } from '../../src/platform/clock.js';
import { OCTOBER_5 } from './app.js';
import { setDatabaseClock } from './database-clock.js';
import { ownerUrlOf } from './database.js';
import { ask } from './session.js';
import { honorOn } from './commands.js';
import { importTaxFacts } from './deductions.js';
import { addFunding, addKader, anOffice, chooseDeductions, SIGUNTUR, type Office } from './nagari.js';
import { aDraft, answerOfBank, importPolicy, JULY, policyDocument, takeSteps } from './payments.js';

/** The NIK of who is gone; she is kader 1. */
export const HERS = '1310044101800001';
export const REASON = 'Masa simpan habis, menurut jadwal retensi arsip';
/** The time of her data is over. */
export const LATER = new Date('2028-02-05T03:00:00Z');

/** Yusnidar left after July 2026, which she and two others were paid for, with tax withheld. */
export async function aNagariSheLeft(
  app: INestApplicationContext,
  clock: SteppedClock,
): Promise<{ readonly office: Office; readonly july: string }> {
  const office = await anOffice(app);
  await importPolicy(app, office, policyDocument({ validTo: '2028-12-31' }));
  await addFunding(app, office, SIGUNTUR, 10_000_000n);
  await chooseDeductions(app, office.operator.id, SIGUNTUR, ['pph21-bukan-pegawai', 'bpjs-kader']);
  const add = (nik: string, name: string, to: string) =>
    addKader(app, office, { nik, name, to, nagari: SIGUNTUR });
  await add(HERS, 'Yusnidar', '2026-07-31');
  await add('1310044101800002', 'Rosmaniar', '2040-12-31');
  await add('1310044101800003', 'Asmaniar', '2040-12-31');
  await importTaxFacts(app, office, [
    `${HERS};Yusnidar;01/02/2026;PADAN;;17001234567;TK 0`,
    '1310044101800002;Rosmaniar;01/02/2026;PADAN;;17001234568;K/2',
    '1310044101800003;Asmaniar;01/02/2026;PADAN;;17001234569;K/2',
  ]);
  const july = await aDraft(app, office, [JULY]);
  await takeSteps(app, office, july, 'release');
  await keepOneYear(app, clock);
  return { office, july };
}

/** Data is kept for a year. */
export async function keepOneYear(app: INestApplicationContext, clock: SteppedClock): Promise<void> {
  const rule = ['--years', '1', '--from', '2026-11-10', '--basis', 'JRA 2026', '--reason', REASON];
  await setDatabaseClock(ownerUrlOf(app.get(DataSource)), OCTOBER_5);
  await succeeds(app, clock, 'privacy', 'set-retention', ...rule, '--by', 'budi');
}

/** The bank says of everybody of a request what it did. */
export async function bankAnswers(
  app: INestApplicationContext,
  url: string,
  office: Office,
  request: string,
): Promise<void> {
  const lines = await ask(
    url,
    `select reference || ',' || disbursement.amount || ',BERHASIL,' from disbursement
     join payment_request on payment_request.id = request_id where number = '${request}'`,
  );
  const report = await answerOfBank(app, office, request, lines as string[]);
  expect(report.problems).toEqual([]);
}

/** Whose time is over goes, by the command that does it; what it says. */
export async function pseudonymise(app: INestApplicationContext, clock: SteppedClock): Promise<string> {
  clock.moveTo(LATER);
  await setDatabaseClock(ownerUrlOf(app.get(DataSource)), LATER);
  const wish = ['--before', '2028-02-05', '--reason', REASON, '--by', 'budi'];
  return succeeds(app, clock, 'privacy', 'pseudonymise', ...wish);
}

/** What a command says that succeeds. */
export async function succeeds(
  app: INestApplicationContext,
  clock: SteppedClock,
  ...words: readonly string[]
): Promise<string> {
  const ended = await honorOn({ app, clock })(...words);
  expect(ended).toMatchObject({ status: 0 });
  return ended.stdout;
}
