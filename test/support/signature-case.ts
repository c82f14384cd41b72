import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { parse } from 'yaml';
import type { DelegatedStep } from '../../src/core/approval/delegation.js';
import { describe as wordingOf } from '../../src/core/messages/describe.js';
import { stateNames } from '../../src/core/payment/request-state.js';
import { plainDate } from '../../src/core/shared/plain-date.js';
import { ApprovalBandsService } from '../../src/modules/approvals/approval-bands.service.js';
import { DelegationsService } from '../../src/modules/approvals/delegations.service.js';
import { CountersignService } from '../../src/modules/payment-requests/countersign.service.js';
import { PaymentRequestStepsService } from '../../src/modules/payment-requests/payment-request-steps.service.js';
import { PaymentRequestsService } from '../../src/modules/payment-requests/payment-requests.service.js';
import { evidenceLines, stepLine } from '../../src/modules/payment-requests/request-evidence-lines.js';
import { RequestEvidenceService } from '../../src/modules/payment-requests/request-evidence.service.js';
import { UsersService, type User } from '../../src/modules/users/users.service.js';
import type { SteppedClock } from '../../src/platform/clock.js';
import { addFunding, addKader, type Office } from './nagari.js';
import { calculate, JULY } from './payments.js';
import { refusalsOf } from './refusal.js';

/** `cerita.yaml`: who tries what, one after the other, and what comes of it. */
interface Story {
  readonly kasus: string;
  readonly nagari: string;
  readonly pelimpahan?: readonly Readonly<
    Record<'dari' | 'kepada' | 'langkah' | 'mulai' | 'sampai', string>
  >[];
  readonly kejadian: readonly Event[];
  /** What `request show` says in the end. */
  readonly riwayat: readonly string[];
}

interface Event {
  readonly tanggal?: string;
  readonly siapa: string;
  readonly apa: string;
  readonly sebagai?: string;
  readonly untuk?: string;
  readonly hasil: string;
}

export interface SignatureOffice {
  readonly app: INestApplicationContext;
  readonly clock: SteppedClock;
  readonly office: Office;
}

/** The story as it is written, and as it goes: the same, when the program does what is written. */
export async function playCase(
  world: SignatureOffice,
  folder: string,
): Promise<{ told: Story; played: Story }> {
  const told = parse(readFileSync(join(folder, 'cerita.yaml'), 'utf8'), { schema: 'failsafe' }) as Story;
  const { app, clock, office } = world;
  clock.moveTo(new Date('2026-10-05T03:00:00Z'));
  const number = await prepare(world, told, folder);
  for (const one of told.pelimpahan ?? []) await delegate(world, told.nagari, one);
  const kejadian: Event[] = [];
  for (const event of told.kejadian) {
    if (event.tanggal !== undefined) clock.moveTo(new Date(`${event.tanggal}T03:00:00Z`));
    const [refused, ...others] = await refusalsOf(() => act(world, number, event));
    expect(others).toEqual([]);
    const { request } = await app.get(PaymentRequestsService).show(number);
    const hasil =
      refused === undefined
        ? stateNames[request.state]
        : `DITOLAK. ${wordingOf(refused.code, refused.facts)}`;
    kejadian.push({ ...event, hasil });
  }
  const { request, steps } = await app.get(PaymentRequestsService).show(number);
  const evidence = await app.get(RequestEvidenceService).of(request);
  expect(office.operator.id).toBe(request.preparedBy);
  return {
    told,
    played: {
      ...told,
      kejadian,
      riwayat: [...steps.map(stepLine), ...evidenceLines(evidence, request.submission)],
    },
  };
}

/** Unlike each other, so that no control takes two of them for one person. */
const NAMES =
  'Desi Murni Yusnidar Rosmaniar Khadijah Fatmawati Upik Zubaidah Ernawati Halimah Jusmaniar Wirda Gadih Lismawarti Nuraini Syamsiah Marlis Oktavia Puti Ratnawilis Tasnim Volta Bainar Cahyani'.split(
    ' ',
  );

/** A nagari with two kader of Rp75.000, its bands if it has any, and a draft of Rp150.000. */
async function prepare({ app, office }: SignatureOffice, { nagari }: Story, folder: string): Promise<string> {
  await app
    .get(DataSource)
    .query(`insert into posyandu (registration_number, nagari_code, name) values ($1, $2, 'Anggrek')`, [
      `${nagari}.001`,
      nagari,
    ]);
  await addFunding(app, office, nagari, 1_000_000n);
  const [{ count }] = await app
    .get(DataSource)
    .query<[{ count: number }]>('select count(*)::int as count from kader');
  for (const serial of [count, count + 1]) {
    const nik = `131004410180${String(serial + 1).padStart(4, '0')}`;
    await addKader(app, office, { nik, name: NAMES[serial] ?? '', nagari });
  }
  for (const file of readdirSync(folder)
    .filter((name) => name.startsWith('jenjang'))
    .sort())
    await app.get(ApprovalBandsService).importFile(join(folder, file), office.operator.id);
  await calculate(app, office, [JULY], nagari);
  const command = { payer: nagari, months: [JULY], by: office.operator, number: `1/${nagari}` };
  return (await app.get(PaymentRequestsService).draft(command)).request.number;
}

async function delegate(
  { app }: SignatureOffice,
  payer: string,
  { dari, kepada, langkah, mulai, sampai }: NonNullable<Story['pelimpahan']>[number],
): Promise<void> {
  await app.get(DelegationsService).add({
    from: (await personOf(app, dari)).username,
    to: (await personOf(app, kepada)).username,
    step: langkah as DelegatedStep,
    payer,
    capacity: 'plh',
    validFrom: plainDate(mulai),
    validTo: plainDate(sampai),
    basis: 'surat tugas 5/2026',
    reason: 'dinas luar',
    by: await personOf(app, dari),
  });
}

type Act = (
  app: INestApplicationContext,
  number: string,
  by: User,
  event: Event,
  onBehalfOf?: User,
) => unknown;

const stepsOf = (app: INestApplicationContext) => app.get(PaymentRequestStepsService);

const acts: Readonly<Record<string, Act>> = {
  ajukan: (app, number, by) => stepsOf(app).submit(number, by),
  verifikasi: (app, number, by, _, onBehalfOf) => stepsOf(app).verify(number, by, { onBehalfOf }),
  setujui: (app, number, by, _, onBehalfOf) => stepsOf(app).approve(number, by, { onBehalfOf }),
  cairkan: (app, number, by, _, onBehalfOf) => stepsOf(app).release(number, by, { onBehalfOf }),
  tolak: (app, number, by) => stepsOf(app).reject(number, by, 'Daftar belum lengkap'),
  'tanda tangan': (app, number, by, { sebagai: as = '' }, onBehalfOf) =>
    app.get(CountersignService).countersign({ number, as, by, onBehalfOf }),
  'cabut pelimpahan': async (app, _, by) => {
    const last = (await app.get(DelegationsService).list(null)).at(-1);
    return app.get(DelegationsService).revoke(last?.id ?? 0, 'sudah kembali', by);
  },
};

async function act({ app }: SignatureOffice, number: string, event: Event): Promise<unknown> {
  const by = await personOf(app, event.siapa);
  const onBehalfOf = event.untuk === undefined ? undefined : await personOf(app, event.untuk);
  const chosen = acts[event.apa];
  if (chosen === undefined) throw new Error(`${event.apa} is nothing that is done`);
  return chosen(app, number, by, event, onBehalfOf);
}

async function personOf(app: INestApplicationContext, username: string): Promise<User> {
  return app.get(UsersService).require(username);
}
