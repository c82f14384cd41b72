import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Logger } from '@nestjs/common';
import type { Response } from 'supertest';
import { personalColumns } from '../../src/core/privacy/personal-columns.js';
import type { ApiDocument } from '../support/api-client.js';
import type { Caller } from '../support/caller.js';
import { startCommand } from '../support/command-line.js';
import { honorOn } from '../support/commands.js';
import { databaseEnvironment, demoDatabaseUrl, testDatabaseUrl } from '../support/database.js';
import { databaseText } from '../support/database-text.js';
import { temporaryFolder } from '../support/embedded-folder.js';
import { folderText } from '../support/folder-text.js';
import { FullNumbers } from '../support/full-numbers.js';
import { httpOffice } from '../support/http-app.js';
import { withFile } from '../support/nagari.js';
import { provocations } from '../support/provocations.js';
import { testVault } from '../support/sealed.js';
import { ask } from '../support/session.js';

// The smallest demonstration, with everything it says and writes.
const out = join(await temporaryFolder(), 'out');
const own = await testDatabaseUrl();
const url = demoDatabaseUrl(own);
const demo = await startCommand(databaseEnvironment(own), ['demo', '--kader', '104', '--out', out]).ended;
const numbers = new FullNumbers(await everyNumber());

const logged: string[] = [];
const log = (...said: unknown[]) => {
  logged.push(said.map(String).join(' '));
};
const office = await httpOffice({ databaseUrl: url });
Logger.overrideLogger({ log, warn: log, error: log, fatal: log });
const document = (await office.caller().get('/api/openapi.json')).body as ApiDocument;
const [her] = (await ask(
  url,
  `select json_build_object('nik', encode(nik_sealed, 'hex'), 'account', encode(account_number_sealed, 'hex'))
   from kader join bank_account on kader_id = kader.id order by kader.id limit 1`,
)) as [{ nik: string; account: string }];
const nik = testVault.open('kader.nik', Buffer.from(her.nik, 'hex'));
const account = testVault.open('bank_account.account_number', Buffer.from(her.account, 'hex'));

const PEOPLE = {
  op: 'operator',
  tr: 'treasurer',
  au: 'auditor',
  pokja: 'pokjanal',
  adm: 'administrator',
} as const;
const callers = new Map<string, Caller>();
await office.people('op', 'tr', 'au', 'pokja', 'adm');
for (const [username, role] of Object.entries(PEOPLE)) {
  const scope = { kind: 'region', code: '13.10' } as const;
  await office.grant(username, role, role === 'administrator' ? { kind: 'installation' } : scope);
  callers.set(role, await office.signedIn(username, { secondFactor: true }));
}

/** What the answers say whole, as `method path: number`. */
const leaksOf = (answers: readonly Response[]) =>
  answers.flatMap((answer) => {
    const { method, url: asked } = answer.request as unknown as { method: string; url: string };
    const told = `${JSON.stringify(answer.headers)} ${answer.text}`;
    return numbers.in(told).map((number) => `${method} ${new URL(asked).pathname}: ${number}`);
  });

it('knows the NIK and the account of everybody', () => {
  expect(numbers.count).toBeGreaterThan(2 * 104);
});

describe('no full NIK or account number of the demonstration', () => {
  it('is said by it', () => {
    expect(demo.status).toBe(0);
    expect(numbers.in(demo.stdout + demo.stderr)).toEqual([]);
  });

  it('is in its files, but for those of the bank, and the sheets that people sent', async () => {
    const telling = [...(await folderText(out))].filter(([, text]) => numbers.in(text).length > 0);
    const made = telling.map(([name]) => name).filter((name) => !name.startsWith('lembar/'));
    expect(made.filter((name) => !/^pembayaran\/[^/]+\/[^/]+\.csv$/.test(name))).toEqual([]);
    expect(made).not.toEqual([]);
  });

  it.each(['operator', 'administrator', 'nobody'])('is answered to who asks with it as %s', async (role) => {
    const caller = callers.get(role) ?? office.caller();
    const answers: Response[] = [];
    for (const { method, path, sent } of provocations(document, [nik, account])) {
      if (method === 'delete' && path.includes('sessions')) continue;
      answers.push(await caller.send(method, path, sent));
    }
    expect(leaksOf(answers)).toEqual([]);
    const refusedAtTheDoor = answers.filter(({ status }) => status === 401).length;
    expect(refusedAtTheDoor < answers.length / 2).toBe(role !== 'nobody');
  });

  it('is in what people read, except in the file of the bank, for the treasurer', async () => {
    const requests = (await ask(url, `select id from payment_request order by id limit 2`)) as number[];
    const kader = (await ask(url, `select id from kader order by id limit 1`)) as number[];
    const paths = [
      ...requests.flatMap((id) => [`/requests/${String(id)}`, `/requests/${String(id)}/findings`]),
      `/kader/${String(kader[0])}/explanation?month=2026-07`,
      ...['/requests', '/reports/arrears?by=kader', '/reports/forecast?year=2026', '/funding-sources'],
      ...['/reports/validation?region=13.10', '/reports/roster?region=13.10'],
    ];
    const answers: Response[] = [];
    for (const caller of callers.values()) {
      for (const path of paths) answers.push(await caller.get(`/api/v1${path}`));
    }
    expect(leaksOf(answers)).toEqual([]);
    expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThan(paths.length);

    const files = `/api/v1/requests/${String(requests[0])}/payment-files`;
    const given = await Promise.all(
      [...callers].map(async ([role, caller]) => [role, await caller.post(files)] as const),
    );
    const shown = given.map(([role, answer]) => [role, bankNumbers(answer).length > 0]);
    expect(Object.fromEntries(shown)).toEqual({
      ...{ operator: false, treasurer: true, auditor: false, pokjanal: false, administrator: false },
    });
  });

  it('is said by the command line, whatever it refuses', async () => {
    const honor = honorOn({ app: office.app, clock: office.clock });
    const said: string[] = [];
    const run = async (...words: string[]) => {
      for (const form of [[], ['--json']]) {
        const { stdout, stderr } = await office.asSystem(() => honor(...form, ...words));
        said.push(
          ...numbers.in(stdout + stderr).map((number) => `${words.slice(0, 2).join(' ')}: ${number}`),
        );
      }
    };
    for (const words of COMMANDS) await run(...words.split(' ').map(filledIn));
    for (const row of wrongRows()) {
      await withFile('kader.csv', [ROSTER, row].join('\n'), (path) =>
        run('roster', 'import', path, '--by', 'op'),
      );
    }
    expect(said).toEqual([]);
  });

  it('is in the logs, also of what nobody foresaw', async () => {
    await ask(url, `alter table kader add constraint broken check (phone <> '0') not valid`);
    const treasurer = callers.get('operator');
    const row = wrongRows()[0] ?? '';
    const sheet = [ROSTER, row.replace(/^1,[^,]*,/, '1,Nama Baru,')].join('\n');
    const answer = await treasurer?.upload('/api/v1/imports/roster', 'kader.csv', sheet, { region: '13.10' });
    await ask(url, `alter table kader rename column phone to telephone`);
    const failed = await callers
      .get('operator')
      ?.upload('/api/v1/imports/roster', 'kader.csv', sheet, { region: '13.10' });
    await ask(url, `alter table kader rename column telephone to phone`);
    expect(failed?.status).toBe(500);
    expect(logged.join('\n')).toContain('phone');
    expect(leaksOf([answer, failed].flatMap((one) => one ?? []))).toEqual([]);
    expect(numbers.in(logged.join('\n'))).toEqual([]);
    expect(numbers.in(await serverLog())).toEqual([]);
  });

  it('is in any table of the database, and one that is put there is found', async () => {
    expect(await tellingTables()).toEqual([]);
    const planted = {
      text: `'${nik}'::text`,
      json: `'{"rek": "${account.replace(/(...)/g, '$1-')}"}'::jsonb`,
      bytes: `'${nik}'::bytea`,
    };
    for (const [name, leak] of Object.entries(planted)) {
      await ask(url, `create table planted_${name} (note ${name === 'bytes' ? 'bytea' : name})`);
      await ask(url, `insert into planted_${name} values (${leak})`);
    }
    expect(await tellingTables()).toEqual(['planted_bytes', 'planted_json', 'planted_text']);
  });
});

const ROSTER =
  'NO,NAMA,NIK,TGL LAHIR,L/P,KODE NAGARI,POSYANDU,JABATAN,BIDANG,NO SK,TGL SK,TMT,BANK,NO. REKENING,NAMA REKENING';

const COMMANDS = [
  'roster heir show NIK',
  'roster heir confirm NIK --name NIK --relation ACCOUNT --account ACCOUNT --by op',
  'roster confirm-account NIK --account ACCOUNT --by tr',
  'roster list --region NIK',
  'honor explain NIK --month 2026-07',
  'honor explain ACCOUNT --month 2026-07',
  'honor NIK',
  'NIK',
  'request show NIK',
  'request submit NIK --by NIK',
  'report arrears --by kader',
  'report validation --region 13.10',
  'report year-end --year 2026',
  'book kader --kader NIK',
  'book kader --kader ACCOUNT',
  'control declare NIK --body NIK --what ACCOUNT --from 2026-01-01 --to 2025-01-01 --by op',
  'overpayment open NIK --request NIK --by op',
  'ledger proof --kader NIK --request NIK',
  'referral record --posyandu NIK --kader NIK --bidang sosial --by op',
  'user add NIK --name NIK --position ACCOUNT --extra NIK',
];

function filledIn(word: string): string {
  return word.replace('NIK', nik).replace('ACCOUNT', account);
}

/** The number of somebody else, in the wrong columns, and not to be read. */
function wrongRows(): string[] {
  const appointment = '13.10.04.2001,Melati,Kader,Kesehatan,SK-1/2026,05/01/2026,05/01/2026';
  return [
    `1,Orang Lain,${nik},01/01/1980,P,${appointment},Bank Nagari,${account},Orang Lain`,
    `1,${nik},${account},${nik},${nik},${appointment},${account},${nik},${nik}`,
    `1,Orang Lain ${nik},x${nik},01/01/1980,P,${appointment},Bank ${account},REK ${account},${account}`,
  ];
}

function bankNumbers(answer: Response): string[] {
  const { items = [] } = answer.body as { items?: readonly { kind: string; content: string }[] };
  return items.flatMap(({ content }) => numbers.in(Buffer.from(content, 'base64').toString('utf8')));
}

/** What PostgreSQL wrote of its errors; nothing when the server of the tests is somebody else's. */
async function serverLog(): Promise<string> {
  const [folder] = await ask(url, `select current_setting('data_directory')`);
  return readFile(join(dirname(String(folder)), 'server.log'), 'utf8').catch(() => '');
}

async function tellingTables(): Promise<string[]> {
  const texts = [...(await databaseText(url))];
  return texts.filter(([, text]) => numbers.in(text).length > 0).map(([table]) => table);
}

/** Opened with the keys of the tests: whatever is sealed and can be searched for is the number of a person. */
async function everyNumber(): Promise<string[]> {
  const opened = personalColumns.map(async ({ table, column, treatment }) => {
    if (treatment.kind !== 'sealed' || treatment.digest === undefined) return [];
    const { purpose } = treatment;
    const stored = await ask(url, `select ${column} from ${table} where ${column} is not null`);
    return (stored as Buffer[]).map((sealed) => testVault.open(purpose, sealed));
  });
  return (await Promise.all(opened)).flat();
}
