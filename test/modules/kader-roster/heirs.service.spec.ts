import { DataSource } from 'typeorm';
import { HeirsService } from '../../../src/modules/kader-roster/heirs.service.js';
import type { SealedAccount } from '../../../src/platform/secrets/account-numbers.js';
import { accountNumbers, withNumbers } from '../../support/account-numbers.js';
import { testApp } from '../../support/app.js';
import { aRecorder, recordDeath, YUSNIDAR } from '../../support/deaths.js';
import { aStatedHeir } from '../../support/heirs.js';
import { aPayingNagari } from '../../support/payments.js';
import { refusalCodes } from '../../support/refusal.js';
import { nikDigest, nikLiterals } from '../../support/sealed.js';

const { app } = await testApp();
const office = await aPayingNagari(app);
const recorder = await aRecorder(app);
const heirs = app.get(HeirsService);
const record = (change = {}) => heirs.record(YUSNIDAR, aStatedHeir(change), recorder.id);

const liveAccounts = async () => {
  const rows = await app.get(DataSource).query<(SealedAccount & { isHeirs: boolean })[]>(
    `select account_number_sealed as sealed, account_number_digest as digest, heir_id is not null as "isHeirs" from bank_account join kader on kader.id = kader_id
     where nik_digest = $1 and superseded_at is null`,
    [nikDigest(YUSNIDAR)],
  );
  return withNumbers(rows);
};

it('nobody has heirs while she lives, and a NIK that is on no roster has none at all', async () => {
  expect(await refusalCodes(() => record())).toEqual(['heir.kader-alive']);
  expect(await refusalCodes(() => heirs.show(YUSNIDAR))).toEqual(['heir.none']);
  expect(await refusalCodes(() => heirs.confirm(YUSNIDAR, '4555', office.verifier.id))).toEqual([
    'heir.none',
  ]);
  expect(await refusalCodes(() => heirs.show('1310044101809999'))).toEqual(['roster.kader-unknown']);
});

it('an heir is recorded by one person and confirmed by another who says her account', async () => {
  await recordDeath(app, office);
  expect(await record()).toEqual({
    kader: { name: 'Yusnidar', nik: '1310********0001', deceasedOn: '2026-08-14' },
    heirs: [
      {
        state: 'menunggu',
        name: 'Rina Marlina',
        relation: 'Anak',
        nik: '1310********0003',
        diedOn: '2026-08-14',
        proof: {
          kind: 'Surat keterangan ahli waris',
          number: '470/31/WN-SGT/2026',
          date: '2026-09-02',
          issuer: 'Wali Nagari Siguntur',
          sha256: null,
        },
        account: { bank: 'Bank Nagari', number: '**********4555', name: 'RINA MARLINA' },
        recorder: 'Fitri Yeni',
        recordedOn: '2026-10-05',
        confirmer: null,
        confirmedOn: null,
      },
    ],
  });
  expect(await liveAccounts()).toEqual([{ number: '0001800001', isHeirs: false }]);
  expect(await refusalCodes(() => heirs.confirm(YUSNIDAR, '4555', recorder.id))).toEqual([
    'heir.same-person',
  ]);
  expect(await refusalCodes(() => heirs.confirm(YUSNIDAR, '0001', office.verifier.id))).toEqual([
    'heir.other-than-recorded',
  ]);
  const { heirs: confirmed } = await heirs.confirm(YUSNIDAR, '4555', office.verifier.id);
  expect(confirmed).toMatchObject([{ state: 'berlaku', confirmer: 'Budi Santoso' }]);
  expect(await liveAccounts()).toEqual([{ number: '10020210044555', isHeirs: true }]);
  expect(await refusalCodes(() => heirs.confirm(YUSNIDAR, '4555', office.verifier.id))).toEqual([
    'heir.none-waiting',
  ]);
});

it('the same again changes nothing, and a sheet that still lists the account of the dead neither', async () => {
  expect((await record()).heirs).toHaveLength(1);
  await recordDeath(app, office);
  expect(await liveAccounts()).toEqual([{ number: '10020210044555', isHeirs: true }]);
});

it('a newer record replaces an older one, once it is confirmed', async () => {
  const account = { bank: 'BRI', number: '554401000123456', name: 'RINA MARLINA' };
  const { heirs: recorded } = await record({ account });
  expect(recorded.map(({ state }) => state)).toEqual(['menunggu', 'diganti']);
  expect(await liveAccounts()).toEqual([{ number: '10020210044555', isHeirs: true }]);
  await heirs.confirm(YUSNIDAR, '3456', office.verifier.id);
  expect(await liveAccounts()).toEqual([{ number: '554401000123456', isHeirs: true }]);
});

it('an account is the heir’s own: not one of the dead, nor of another kader unless she is the heir', async () => {
  const number = '0001800002';
  const account = { bank: '118', number, name: 'Rosmaniar' };
  expect(await refusalCodes(() => record({ account: { ...account, number: '0001800001' } }))).toEqual([
    'heir.account-of-the-dead',
  ]);
  expect(await refusalCodes(() => record({ account }))).toEqual(['heir.account-shared']);
  await record({ account, name: 'Rosmaniar', nik: '1310044101800002', relation: 'saudara' });
  await heirs.confirm(YUSNIDAR, number, office.verifier.id);
  expect(await liveAccounts()).toEqual([{ number, isHeirs: true }]);
});

it('a kader who never had an account has one for her heir', async () => {
  const dataSource = app.get(DataSource);
  await dataSource.query(
    `insert into kader (nik_sealed, nik_digest, name, birth_date, sex, nagari_code, deceased_on, import_id)
     select ${nikLiterals('1310044101800009')}, 'Murni', birth_date, sex, nagari_code, '2026-08-14', import_id from kader where nik_digest = $1`,
    [nikDigest(YUSNIDAR)],
  );
  await heirs.record('1310044101800009', aStatedHeir(), recorder.id);
  await heirs.confirm('1310044101800009', '4555', office.verifier.id);
  const [account] = await dataSource.query<[{ confirmed: boolean }]>(
    `select confirmed_by is not null as confirmed from bank_account where account_number_digest = $1
     and superseded_at is null`,
    [accountNumbers.digest('10020210044555')],
  );
  expect(account).toEqual({ confirmed: false });
});
