import { join } from 'node:path';
import { purposes } from '../../src/core/privacy/purposes.js';
import { sealedColumns } from '../../src/core/privacy/sealed-columns.js';
import { ControlsService } from '../../src/modules/controls/controls.service.js';
import { PaymentRequestStepsService } from '../../src/modules/payment-requests/payment-request-steps.service.js';
import { verifyPack } from '../support/audit-pack.js';
import { OCTOBER_5, testApp } from '../support/app.js';
import type { EndedCommand } from '../support/command-line.js';
import { honorOn } from '../support/commands.js';
import { setDatabaseClock } from '../support/database-clock.js';
import { databaseText } from '../support/database-text.js';
import { aConfirmedHeir, recordDeath, YUSNIDAR } from '../support/deaths.js';
import { temporaryFolder } from '../support/embedded-folder.js';
import { addKader, SIGUNTUR, withFile } from '../support/nagari.js';
import { aDraft, answerOfBank, aPayingNagari, JULY, takeSteps } from '../support/payments.js';
import { sealedLiteral, testVault } from '../support/sealed.js';
import { ask } from '../support/session.js';

const ACCOUNT = '0041800001';
const PHONE = '081266554433';
const REASON = 'Masa simpan habis, menurut jadwal retensi arsip';
const AFTERWARDS = new Date('2037-01-05T03:00:00Z');

/** How she, and her heir, are written anywhere. */
const HERS = [
  ...['Yusnidar', 'YUSNIDAR', 'Rina Marlina', 'RINA MARLINA', 'Jorong Koto', PHONE, '470/31/WN-SGT/2026'],
  ...[
    YUSNIDAR,
    ACCOUNT,
    '1310046505050003',
    '10020210044555',
    '12345678901',
    '1310********0001',
    '************0003',
  ],
  ...['Dinas Uji', 'SERT-77', 'yusnidar-masuk', '10.1.2.3'],
];

const { app, clock, url } = await testApp();
const honor = honorOn({ app, clock });
const office = await aPayingNagari(app);
const folder = await temporaryFolder();
const by = ['--by', 'budi'] as const;

async function does(...words: string[]): Promise<void> {
  expect(await honor(...words)).toMatchObject({ status: 0 });
}

/** Everything that is kept of her, by the doors it comes through. */
async function aLife(): Promise<string> {
  await addKader(app, office, {
    nik: '1310044101800003',
    name: 'Yusnidal',
    nagari: SIGUNTUR,
    to: '2040-12-31',
  });
  await ask(url, `update appointment set sk_valid_to = '2040-12-31' where kader_id = 2`);
  const told = (words: string) => sealedLiteral(purposes.answer, `{"kader":"${words}"}`);
  for (const statement of [
    `update kader set phone = '${PHONE}', jorong = 'Jorong Koto' where id = 1`,
    `insert into kader_tax_fact (kader_id, kind, value, value_sealed, valid_from, file_name, file_sha256, recorded_by, recorded_at)
     values (1, 'participant', null, ${sealedLiteral(purposes.participant, '12345678901')}, '2026-01-01', 'x', repeat('0', 64), 1, now()),
            (1, 'ptkp', 'K/2', null, '2026-01-01', 'x', repeat('0', 64), 1, now())`,
    `insert into kader_tier (kader_id, tier, certificate, valid_from, import_id) values (1, 'madya', 'SERT-77', '2026-01-05', 1)`,
    `insert into app_user (username, full_name, position, created_at) values ('yusnidar-masuk', 'Yusnidar', 'Kader Mawar', now())`,
    `insert into role_grant (user_id, role, scope_kind, kader_id, basis, granted_at, granted_by)
     select id, 'kader', 'person', 1, 'Surat Yusnidar', now(), 2 from app_user where username = 'yusnidar-masuk'`,
    `insert into identity_event (what, user_id, detail, address, agent, at)
     select 'signed-in', id, 'yusnidar-masuk', '10.1.2.3', 'Peramban Yusnidar', now() from app_user where username = 'yusnidar-masuk'`,
    `insert into idempotent_request (user_id, key, request_hash, started_at, status, answer)
     values (1, 'kunci-uji', sha256('x'), now(), 200, ${told('Yusnidar')})`,
    `insert into job (kind, user_id, has_second_factor, asked_as, wish, state, attempts, asked_at, started_at, ended_at, outcome)
     values ('sheet-import', 1, false, sha256('x'), ${sealedLiteral(purposes.jobWish, '{}')}, 'done', 1, now(), now(), now(),
       ${sealedLiteral(purposes.jobOutcome, '{"json":"Yusnidar"}')})`,
  ]) {
    await ask(url, statement);
  }
  const declared = [
    '--body',
    'Dinas Uji',
    '--what',
    'insentif',
    '--from',
    '2026-01-01',
    '--to',
    '2026-12-31',
  ];
  expect(await honor('control', 'declare', YUSNIDAR, ...declared, ...by)).toMatchObject({ status: 0 });
  const number = await aDraft(app, office, [JULY]);
  await answerAll(number);
  const steps = app.get(PaymentRequestStepsService);
  await steps.submit(number, office.operator);
  await steps.reject(number, office.verifier, `Rekening Yusnidar ${ACCOUNT} diperiksa dulu`);
  await answerAll(number);
  await takeSteps(app, office, number, 'release');
  return number;
}

async function answerAll(number: string): Promise<void> {
  const controls = app.get(ControlsService);
  for (const { finding, severity } of await controls.run(number)) {
    if (severity === 'warn')
      await controls.answer(number, finding, 'Yusnidar yang di Mawar, bukan yang lain.', 1);
  }
}

const number = await aLife();
const references = (await ask(
  url,
  `select reference || ',' || amount || ',BERHASIL,' || 'an ' || name from disbursement join kader on kader.id = kader_id`,
)) as string[];
await answerOfBank(app, office, number, references);
await recordDeath(app, office);
await aConfirmedHeir(app, office);
const reveal = ['--field', 'nik', '--reason', 'Diminta keluarga Yusnidar'];
await does('roster', 'reveal', YUSNIDAR, ...reveal, ...by);
await ask(
  url,
  `update role_grant set revoked_at = now(), revoked_by = 2, revoke_reason = 'Yusnidar meninggal, ahli waris ************0003' where kader_id = 1`,
);
const rule = ['--years', '10', '--from', '2026-11-04', '--basis', 'JRA 2026', '--reason', REASON];
await setDatabaseClock(url, OCTOBER_5);
await does('privacy', 'set-retention', ...rule, ...by);

const books: { before?: EndedCommand } = {};
const heads: { ledger?: string } = {};
/** What is about the others, and stays as it was. */
const OTHERS = `
  select kader::text from kader where id > 1 union all select account_name from bank_account where kader_id > 1
  union all select result_note from disbursement where kader_id > 1 order by 1`;

/** Where she is written still: in the text of tables, as text or bytes, and in what is sealed. */
async function leftovers(): Promise<string[]> {
  const texts = [...(await databaseText(url))];
  const inTables = texts.flatMap(([table, text]) =>
    HERS.filter((word) => text.includes(word) || text.includes(Buffer.from(word).toString('hex'))).map(
      (word) => `${table}: ${word}`,
    ),
  );
  const inSealed = await Promise.all(
    sealedColumns.map(async ({ table, column, purpose }) => {
      const stored = await ask(url, `select ${column} from ${table} where ${column} is not null`);
      const opened = (stored as Buffer[]).map((sealed) => testVault.open(purpose, sealed)).join('\n');
      return HERS.filter((word) => opened.includes(word)).map((word) => `${table}.${column}: ${word}`);
    }),
  );
  return [...inTables, ...inSealed.flat()].sort();
}

interface Anchor {
  readonly head: string;
  readonly position?: string;
}

const anchorOf = async (noun: string) => JSON.parse((await honor('--json', noun, 'anchor')).stdout) as Anchor;
const run = (day: string, ...words: string[]) =>
  honor('privacy', 'pseudonymise', '--before', day, ...words, ...by);

describe('whose time is over', () => {
  it('is known by number, and so is why the others are kept', async () => {
    const { stdout } = await run('2037-01-01', '--dry-run');
    expect(stdout.split('\n').slice(0, 4)).toEqual([
      'Akan dihapus nama dan nomornya: 1 kader',
      '  Kader 000001, nagari 13.10.04.2002: disimpan sampai 31 Desember 2036',
      'Tetap disimpan: 2 kader',
      '  Kader 000002, nagari 13.10.04.2002: SK-nya masih berlaku; masa simpannya belum habis (sampai 31 Desember 2050)',
    ]);
    const early = await run('2036-12-31', '--dry-run');
    expect(early.stdout).toContain('Akan dihapus nama dan nomornya: 0 kader');
  });

  it('stays as long as nobody may say so, or says why', async () => {
    const late = await run('2037-01-01', '--reason', REASON);
    expect(late).toMatchObject({ status: 1, stdout: '' });
    expect(late.stderr).toContain('privacy.before-future');
    clock.moveTo(AFTERWARDS);
    await setDatabaseClock(url, AFTERWARDS);
    expect((await run('2037-01-01')).stderr).toContain('privacy.reason-too-short');
    expect((await run('2037-01-01', '--reason', '1234567890123')).status).toBe(1);
    expect(await ask(url, 'select count(*)::int from pseudonymisation')).toEqual([0]);
  });

  it('is written in many places', async () => {
    const found = await leftovers();
    for (const place of [
      ...['kader: Yusnidar', 'control_finding: Yusnidar', 'control_answer: Yusnidar', 'heir: Rina Marlina'],
      ...[
        'payment_request_step: Yusnidar',
        'disclosure: Yusnidar',
        'audit.act: Yusnidar',
        'disbursement: Yusnidar',
      ],
      ...['audit.changed_row: Yusnidar', `kader.nik_sealed: ${YUSNIDAR}`, 'app_user: Yusnidar'],
      ...['idempotent_request.answer: Yusnidar', 'job.outcome: Yusnidar', 'kader_tier: SERT-77'],
    ]) {
      expect(found).toContain(place);
    }
  });

  it('is found nowhere afterwards, and one that is put there is', async () => {
    books.before = await honor('book', 'neraca', '--until', '2026-12');
    heads.ledger = (await anchorOf('ledger')).head;
    const others = await ask(url, OTHERS);
    expect(await run('2037-01-01', '--reason', REASON)).toEqual({
      ...{ status: 0, stderr: '' },
      stdout:
        '1 kader dihapus nama dan nomornya.\n2 kader tetap: SK-nya masih berlaku.\n2 kader tetap: masa simpannya belum habis.\n',
    });
    expect(await leftovers()).toEqual([]);
    expect(await ask(url, OTHERS)).toEqual(others);
    for (const [name, leak] of Object.entries({
      text: `'kepada Yusnidar'::text`,
      jsonb: `'{"rek": "${ACCOUNT}"}'::jsonb`,
      bytea: `'${PHONE}'::bytea`,
    })) {
      await ask(url, `create table planted_${name} as select ${leak} as note`);
    }
    expect((await leftovers()).map((one) => one.split(':')[0])).toEqual([
      ...['planted_bytea', 'planted_jsonb', 'planted_text'],
    ]);
  });

  it('changes neither books nor chains: both verify, and the pack with the program of the auditors', async () => {
    for (const noun of ['ledger', 'audit']) expect(await honor(noun, 'verify')).toMatchObject({ status: 0 });
    const pack = join(folder, 'paket');
    await honor('ledger', 'export', '--format', 'audit-pack', '--out', pack);
    const { head } = await anchorOf('ledger');
    expect(head).toBe(heads.ledger);
    expect(await verifyPack(pack, '--anchor', head)).toMatchObject({ status: 0, problems: [] });
    expect(await honor('book', 'neraca', '--until', '2026-12')).toEqual(books.before);
    expect(
      await ask(
        url,
        `select content_sha256 from request_signing where request_content_sha256(request_id) <> content_sha256`,
      ),
    ).toEqual([]);
  });

  it('prints her years with the pseudonym', async () => {
    const card = await honor('book', 'kader', '1');
    expect(card).toMatchObject({ status: 0 });
    expect(card.stdout).toContain('Kader 000001');
    const explained = await honor('honor', 'explain', '1', '--month', '2026-07');
    expect(explained.stdout).toContain('Kader 000001');
    expect(await honor('request', 'show', number)).toMatchObject({ status: 0 });
    const bank = ['disbursement', 'export', number, '--out', join(folder, 'bank')];
    expect(await honor(...bank)).toMatchObject({ status: 0, stderr: '' });
    expect(await honor('key', 'rotate', '--by', 'ani')).toMatchObject({ status: 0, stderr: '' });
    const packed = await honor('privacy', 'data-pack', '1', '--out', folder, '--reason', REASON, ...by);
    expect(packed).toMatchObject({ status: 0, stderr: '' });
  });

  it('is not found by her NIK any more, which registers a new kader', async () => {
    for (const words of [
      ['honor', 'explain', YUSNIDAR, '--month', '2026-07'],
      ['privacy', 'disclosures', YUSNIDAR],
    ]) {
      expect(await honor(...words)).toMatchObject({ status: 1 });
    }
    const row = `1,Yusnidar,${YUSNIDAR},01/01/1980,P,${SIGUNTUR},Mawar,Kader,Kesehatan,SK-9/2037,02/01/2037,02/01/2037,Bank Nagari,${ACCOUNT},Yusnidar`;
    const header =
      'NO,NAMA,NIK,TGL LAHIR,L/P,KODE NAGARI,POSYANDU,JABATAN,BIDANG,NO SK,TGL SK,TMT,BANK,NO. REKENING,NAMA REKENING';
    const imported = await withFile('kader.csv', [header, row].join('\n'), (path) =>
      honor('roster', 'import', path, '--by', 'ani'),
    );
    expect(imported).toMatchObject({ status: 0 });
    expect(
      await ask(url, `select id, name from kader where name in ('Yusnidar', 'Kader 000001') order by id`),
    ).toEqual([...[1, 'Kader 000001', 4, 'Yusnidar']]);
  });

  it('is found once: done again, nobody goes', async () => {
    expect((await run('2037-01-01', '--reason', REASON)).stdout).toContain('0 kader dihapus');
    expect(
      await ask(
        url,
        `select kader_id, pseudonym, kept_until, reason, username, retention_rule_id, forgotten > 10
         from pseudonymisation join app_user on app_user.id = done_by`,
      ),
    ).toMatchObject([1, 'Kader 000001', expect.anything(), REASON, 'budi', 1, true]);
  });
});
