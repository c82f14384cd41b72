import { DataSource } from 'typeorm';
import { daysWords } from '../../../src/core/policy/days-in-force.js';
import { serviceMonth } from '../../../src/core/shared/service-month.js';
import { HonorPoliciesService } from '../../../src/modules/honor-policies/honor-policies.service.js';
import { LedgerVerificationService } from '../../../src/modules/ledger/ledger-verification.service.js';
import { PaymentRequestsService } from '../../../src/modules/payment-requests/payment-requests.service.js';
import { testApp } from '../../support/app.js';
import { honorOn } from '../../support/commands.js';
import { answerFindings } from '../../support/findings.js';
import { SIGUNTUR } from '../../support/nagari.js';
import {
  aPayingNagari,
  calculate,
  importPolicy,
  policyDocument,
  sqlVerdict,
  takeSteps,
} from '../../support/payments.js';
import { refusalCodes } from '../../support/refusal.js';

const [JULY, AUGUST] = ['2026-07', '2026-08'].map(serviceMonth);
const quarter = [JULY, AUGUST, '2026-09'].map((month) => serviceMonth(month ?? ''));

const { app, clock } = await testApp();
const office = await aPayingNagari(app);
const honor = honorOn({ app, clock });
const code = 'dharmasraya-honor-kader';
const funding = {
  waterfall: [{ source: 'nagari/DDS', amountMax: 50_000 }, { source: 'nagari/ADN' }],
};

/** A version of the shipped policy; what it pays is split as that one splits it. */
function nextVersion(amount: number, change: Readonly<Record<string, unknown>>): object {
  const document = policyDocument({ code, validFrom: '2026-01-01', ...change }, amount) as {
    components: readonly object[];
  };
  return { ...document, components: document.components.map((one) => ({ ...one, funding })) };
}

const supersedes = (...versions: number[]) => ({ versions, reason: 'Perbup perubahan 2/2026' });

async function linesAfter(id: number): Promise<{ line: string; reasons: { step: string }[] }[]> {
  return app.get(DataSource).query(
    `select concat_ws(' ', name, service_month, revision, honor_line.amount, version) as line, reasons
     from honor_line join kader on kader.id = kader_id join honor_policy on honor_policy.id = policy_id
     where honor_line.id > $1 order by honor_line.id`,
    [id],
  );
}

async function lastLine(): Promise<number> {
  const [row] = await app
    .get(DataSource)
    .query<[{ id: number }]>('select coalesce(max(id), 0) as id from honor_line');
  return row.id;
}

async function standing(): Promise<string[]> {
  const versions = await app.get(HonorPoliciesService).versions();
  return versions.map(
    ({ version, inForce }) => `v${String(version)} ${inForce.map(daysWords).join(' dan ')}`,
  );
}

it('a raise from August ends the dated version in July; what was paid stays, the rest becomes deltas that name both', async () => {
  await calculate(app, office, quarter);
  const { request } = await app
    .get(PaymentRequestsService)
    .draft({ payer: SIGUNTUR, months: quarter, by: office.operator });
  await answerFindings(app, request.number, office.operator.id);
  await takeSteps(app, office, request.number, 'release');
  const paid = await lastLine();

  const raise = nextVersion(100_000, {
    legalBasis: { number: '2/2026', date: '2026-07-20', title: 'Honor', fileSha256: 'AB'.repeat(32) },
    ...{ validFrom: '2026-08-01', supersedes: supersedes(1) },
  });
  expect(await importPolicy(app, office, raise)).toMatchObject({ version: 2, isNew: true });
  expect(await importPolicy(app, office, raise)).toMatchObject({ version: 2, isNew: false });
  expect(await standing()).toEqual([
    'v1 1 Januari 2026 s.d. 31 Juli 2026',
    'v2 1 Agustus 2026 s.d. 31 Desember 2026',
  ]);

  const report = await calculate(app, office, quarter);
  expect(report).toMatchObject({ changedLines: 4, changedGross: 100_000n, gross: 550_000n });
  const deltas = await linesAfter(paid);
  expect(deltas.map(({ line }) => line)).toEqual([
    'Yusnidar 2026-08 1 25000 2',
    'Yusnidar 2026-09 1 25000 2',
    'Rosmaniar 2026-08 1 25000 2',
    'Rosmaniar 2026-09 1 25000 2',
  ]);
  expect(deltas[0]?.reasons[0]).toEqual({
    ...{ step: 'policy-replaced', policy: code, version: 1, legalBasis: '188.45/812/KPTS-BUP/2025' },
    ...{ byPolicy: code, byVersion: 2, because: 'Perbup perubahan 2/2026' },
  });
  const { stdout } = await honor('honor', 'explain', '1310044101800001', '--month', '2026-08');
  expect(stdout.replace(/\s+/g, ' ')).toContain(
    `Koreksi: dahulu menurut kebijakan ${code} versi 1, dasar hukum 188.45/812/KPTS-BUP/2025; sekarang menurut ${code} versi 2 (Perbup perubahan 2/2026).`,
  );
  expect(stdout.replace(/\s+/g, ' ')).toContain(`tentang Honor (SHA-256 berkas ${'ab'.repeat(32)})`);
  const shown = await honor('policy', 'show', code, 'v2');
  expect(shown.stdout).toContain(`Berkas 2/2026: SHA-256 ${'ab'.repeat(32)}`);
  expect(await calculate(app, office, quarter)).toMatchObject({ changedLines: 0 });

  // What was paid is frozen, and the difference is paid by a request of its own, which C1 finds nothing against.
  const { request: arrears } = await app
    .get(PaymentRequestsService)
    .draft({ payer: SIGUNTUR, months: quarter, by: office.operator });
  expect(arrears).toMatchObject({ gross: 100_000n, kaderCount: 2 });
  await answerFindings(app, arrears.number, office.operator.id);
  await takeSteps(app, office, arrears.number, 'release');
});

it('a correction with the same first day replaces whole versions, and takes back what was paid too much', async () => {
  const before = await lastLine();
  const correction = nextVersion(60_000, {
    legalBasis: { number: '3/2026', date: '2026-10-01', title: 'Honor' },
    supersedes: { ...supersedes(1, 2), retroactiveClause: 'Pasal II: berlaku sejak 1 Januari 2026' },
  });
  await importPolicy(app, office, correction);
  expect((await standing()).slice(2)).toEqual(['v3 1 Januari 2026 s.d. 31 Desember 2026']);
  const report = await calculate(app, office, quarter);
  expect(report).toMatchObject({ changedLines: 6, changedGross: -190_000n, gross: 360_000n });
  const deltas = await linesAfter(before);
  expect(deltas.slice(0, 3).map(({ line }) => line)).toEqual([
    'Yusnidar 2026-07 1 -15000 3',
    'Yusnidar 2026-08 2 -40000 3',
    'Yusnidar 2026-09 2 -40000 3',
  ]);
  expect(deltas.slice(0, 2).map(({ reasons: [first] }) => first)).toMatchObject([
    { step: 'policy-replaced', version: 1, byVersion: 3 },
    { step: 'policy-replaced', version: 2, byVersion: 3 },
  ]);
  const [settled] = await app
    .get(DataSource)
    .query<[object]>(`select sum(gross)::bigint as gross from payment_request where state = 'disbursing'`);
  expect(settled).toEqual({ gross: 550_000n });
  expect(await app.get(LedgerVerificationService).verify()).toMatchObject({ verified: true });
});

it('a version that nobody used can be withdrawn, and what it replaced is in force again; a used one cannot', async () => {
  const mistake = nextVersion(900_000, { validFrom: '2026-11-01', supersedes: supersedes(3) });
  await importPolicy(app, office, mistake);
  expect((await standing()).slice(2)).toEqual([
    'v3 1 Januari 2026 s.d. 31 Oktober 2026',
    'v4 1 November 2026 s.d. 31 Desember 2026',
  ]);
  const withdraw = (version: string, reason = 'salah ketik, surat 1234567890123456') =>
    honor('policy', 'withdraw', code, version, '--reason', reason, '--by', office.operator.username);
  expect((await withdraw('3')).stderr).toContain('policy.withdrawn-used');
  expect((await withdraw('4', ' ')).stderr).toContain('policy.withdraw-reason-needed');
  const done = await withdraw('4');
  expect({ status: done.status, lines: done.stdout.trim().split('\n') }).toEqual({
    status: 0,
    lines: [`Ditarik: ${code} versi 4.`, `${code} versi 3 berlaku lagi pada masanya.`],
  });
  expect((await withdraw('4')).stderr).toContain('policy.withdrawn-already');
  expect((await standing()).slice(2)).toEqual(['v3 1 Januari 2026 s.d. 31 Desember 2026', 'v4 ']);
  // The same document again is a new version: the withdrawn one stays withdrawn.
  expect(await importPolicy(app, office, mistake)).toMatchObject({ version: 5, isNew: true });
  const above = nextVersion(80_000, { validFrom: '2026-12-01', supersedes: supersedes(5) });
  await importPolicy(app, office, above);
  expect((await withdraw('5')).stderr).toContain('policy.withdrawn-superseded');

  const shown = await honor('policy', 'show', code, '4');
  expect(shown.stdout).toContain('Ditarik');
  expect(shown.stdout).toContain('Tidak berlaku lagi pada hari mana pun.');
  expect(shown.stdout).not.toContain('1234567890123456');
  const listed = await honor('policy', 'list');
  expect(listed.stdout).toContain(`Digantikan oleh ${code} versi 2 dan ${code} versi 3.`);
  const differ = await honor('policy', 'diff', code, '1', '2');
  expect(differ.stdout).toContain(`Menggantikan ${code} versi 1 karena Perbup perubahan 2/2026`);
  const both = await app
    .get(DataSource)
    .query<{ stored: string }[]>('select in_force as stored from honor_policy order by id');
  expect(both.map(({ stored }) => stored)).toEqual([
    ...['{}', '{}', '{[2026-01-01,2026-11-01)}', '{}'],
    ...['{[2026-11-01,2026-12-01)}', '{[2026-12-01,2027-01-01)}'],
  ]);
});

it('refuses what it does not supersede, and a version taken over within a month without saying how that is paid', async () => {
  const plain = nextVersion(80_000, { validFrom: '2026-06-01' });
  expect(await refusalCodes(() => importPolicy(app, office, plain))).toEqual(['policy.overlaps']);
  const unknown = nextVersion(80_000, { validFrom: '2026-06-01', supersedes: supersedes(3, 5, 6, 9) });
  expect(await refusalCodes(() => importPolicy(app, office, unknown))).toEqual(['policy.supersedes-unknown']);
  const within = nextVersion(80_000, { validFrom: '2026-06-10', supersedes: supersedes(3, 5, 6) });
  expect(await refusalCodes(() => importPolicy(app, office, within))).toEqual(['policy.change-unstated']);
});

describe('the policies refuse in raw SQL', () => {
  const copy = (from: string, named: string, document = 'document') =>
    `insert into honor_policy (code, version, scope, valid_from, valid_to, legal_basis_number, legal_basis_date, document,
       document_sha256, supersedes, recorded_by, recorded_at)
     select 'raw', 1, scope, '${from}', '2026-12-31', '1', '2026-10-01', ${document}, document_sha256, '${named}', recorded_by, now()
     from honor_policy where id = 3`;
  const withdrawal = `withdrawn_by = 1, withdrawn_at = now(), withdrawal_reason = 'uji'`;
  const clause = `'{"supersedes": {"retroactiveClause": "Pasal II"}}'::jsonb`;
  it.each([
    ['one on the days of another', copy('2026-10-15', '{}'), '23P01'],
    ['one that supersedes what holds no more', copy('2026-10-15', '{1,3,5,6}'), '23514'],
    ['one that supersedes nothing there is', copy('2026-10-15', '{3,5,6,99}'), '23514'],
    [
      'one that reaches back without a word',
      copy('2026-06-01', '{3,5,6}', `document - 'supersedes'`),
      '23514',
    ],
    ['one that reaches back to days without one', copy('2025-12-31', '{3,5,6}', clause), '23514'],
    ['days taken without superseding', `update honor_policy set in_force = '{}' where id = 3`, '42501'],
    ['a used version withdrawn', `update honor_policy set ${withdrawal} where id = 3`, '23514'],
    ['a superseded version withdrawn', `update honor_policy set ${withdrawal} where id = 5`, '23514'],
    ['a withdrawal undone', `update honor_policy set withdrawn_at = null where id = 4`, '42501'],
    [
      'a withdrawal without a reason',
      `update honor_policy set withdrawn_by = 1, withdrawn_at = now() where id = 6`,
      '23514',
    ],
    [
      'honor by a withdrawn version',
      `with made as (insert into calculation (region_code, months, requested_by, calculated_at, line_count, entitlement_count, gross)
         values ('${SIGUNTUR}', '{2026-07}', 1, now(), 1, 1, 1) returning id)
       insert into honor_line select nextval('honor_line_id'), made.id, kader_id, service_month, component, 99, 1, 4, appointment_id,
         nagari_code, '[]' from honor_line, made limit 1`,
      '23514',
    ],
  ])('%s', async (_, statement, verdict) => {
    expect(await sqlVerdict(app, statement)).toBe(verdict);
  });

  it('and let what they say happen', async () => {
    const stand = copy('2026-06-01', '{3,5,6}', clause);
    expect(await sqlVerdict(app, `${stand.replace("'raw', 1", "'raw', 2")}; rollback`)).toBe('accepted');
  });
});
