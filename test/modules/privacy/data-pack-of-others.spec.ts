import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { testApp } from '../../support/app.js';
import { honorOn } from '../../support/commands.js';
import { aConfirmedHeir, recordDeath } from '../../support/deaths.js';
import { temporaryFolder } from '../../support/embedded-folder.js';
import { aDraft, aPayingNagari, JULY, takeSteps } from '../../support/payments.js';
import { ask } from '../../support/session.js';

interface Pack {
  readonly parts: readonly { readonly name: string; readonly rows: readonly Record<string, unknown>[] }[];
}

const ROSMANIAR = '1310044101800002';
const ACCOUNT = '10020210044555';

// Rosmaniar is a kader, the heir of another, and somebody that the controls compared with a third.
const { app, clock, url } = await testApp();
const office = await aPayingNagari(app);
await recordDeath(app, office);
await aConfirmedHeir(app, office, {
  ...{ nik: ROSMANIAR, name: 'Rosmaniar' },
  account: { bank: 'Bank Nagari', number: ACCOUNT, name: 'ROSMANIAR' },
});
const number = await aDraft(app, office, [JULY]);
await takeSteps(app, office, number, 'release');
const EVIDENCE = {
  ...{ kader: 'Rosmaniar', nik: '1310********0002', account: '******0002' },
  ...{ other: 'Orang Lain', place: 'Nagari Sitiung', otherNik: '1310********0009' },
};
await ask(
  url,
  `insert into control_finding (request_id, number, fingerprint, control, code, kader_id, evidence, sentence)
   select id, 99, repeat('9', 64), 'C4', 'control.account-shared', 2, '${JSON.stringify(EVIDENCE)}', 'juga rekening Orang Lain'
   from payment_request where number = '${number}'`,
);
await ask(
  url,
  `insert into role_grant (user_id, role, scope_kind, kader_id, basis, granted_at, granted_by)
     values (1, 'kader', 'person', 2, 'SK', '2026-09-01T00:00Z', 2), (3, 'kader', 'person', 2, 'SK', '2026-09-01T00:00Z', 2)`,
);
await ask(
  url,
  `update role_grant set revoked_at = '2026-09-02T00:00Z', revoked_by = 2, revoke_reason = 'salah orang' where user_id = 3`,
);
await ask(
  url,
  `insert into identity_event (what, user_id, actor_id, detail, address, agent, at)
     values ('sign-in', 1, 1, 'password', '10.0.0.7', 'Firefox', '2026-09-01T03:00Z'),
       ('sign-in', 3, 3, 'password', '10.9.9.9', 'Firefox', '2026-09-03T03:00Z'),
       ('sign-in', 4, 4, 'password', '10.9.9.8', 'Firefox', '2026-09-01T03:00Z')`,
);

const folder = await temporaryFolder();
const honor = honorOn({ app, clock });
const words = ['--out', folder, '--reason', 'Diminta yang bersangkutan', '--by', 'budi'];
const made = await honor('privacy', 'data-pack', ROSMANIAR, ...words);
const text = await readFile(join(folder, 'data-pribadi-2.json'), 'utf8');
const part = (name: string) => (JSON.parse(text) as Pack).parts.find((one) => one.name === name)?.rows;

it('tells what a control found of her, and nothing of whom she was compared with', () => {
  expect(made).toMatchObject({ status: 0 });
  expect(part('findings')).toContainEqual({
    ...{ SPP: number, Kontrol: 'C4', Temuan: 'control.account-shared', Dijawab: null },
    Fakta: 'Rekening: ******0002; Nama: Rosmaniar; NIK: 1310********0002',
  });
  for (const other of ['Orang Lain', 'Nagari Sitiung', '0009']) {
    expect([other, text.includes(other)]).toEqual([other, false]);
  }
});

it('tells each time she signed in, and not when somebody did who had her page by mistake', () => {
  expect(part('sign-ins')).toEqual([
    {
      ...{ Kapan: '2026-09-01 10:00', Peristiwa: 'sign-in', Keterangan: 'password' },
      ...{ Dari: '10.0.0.7', Peramban: 'Firefox' },
    },
  ]);
});

it('tells whose heir she is, with her account, and what was paid to her as such', () => {
  expect(part('heir-of')).toMatchObject([
    { 'Ahli waris dari': 'Yusnidar', NIK: ROSMANIAR, 'Nomor rekening': ACCOUNT, Hubungan: 'anak' },
  ]);
  expect(part('heir-payments')).toMatchObject([
    { SPP: number, 'Ahli waris dari': 'Yusnidar', Jumlah: 75_000 },
  ]);
});
