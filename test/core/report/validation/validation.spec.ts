import fc from 'fast-check';
import { bidangStarts, type BidangStart } from '../../../../src/core/bidang/bidang-start.js';
import type { Bidang } from '../../../../src/core/kader/vocabulary.js';
import { forecast } from '../../../../src/core/report/forecast/forecast.js';
import type { ValidationFacts } from '../../../../src/core/report/validation/facts.js';
import { validationLines } from '../../../../src/core/report/validation/validation-table.js';
import { validation } from '../../../../src/core/report/validation/validation.js';
import { plainDate } from '../../../../src/core/shared/plain-date.js';
import { serviceMonth } from '../../../../src/core/shared/service-month.js';
import { aShare, aSource, NOVEMBER_22 } from '../../../support/owed-facts.js';
import {
  aFullStaff,
  aPerson,
  aPlace,
  aSoundRegion,
  mawar,
  melati,
} from '../../../support/validation-facts.js';

const told = (change: Partial<ValidationFacts>) =>
  validation(aSoundRegion(change)).findings.map(({ what, posyandu, since }) => [what.text, posyandu, since]);

describe('validation of bidang', () => {
  const social = aFullStaff(mawar, 11).map((one) => ({
    ...one,
    places: one.places.map((place) => ({ ...place, bidang: 'sosial' })),
  }));
  const roster = [...aFullStaff(melati, 1), ...social];
  const start = (bidang: Bidang, regionCode: string, month: string) => {
    return { bidang, regionCode, regionName: '-', start: serviceMonth(month), basis: 'SK 1' };
  };

  it('tells of a bidang with kader but without an OPD, once for the region on top', () => {
    expect(told({ roster })).toEqual([
      [
        'Bidang sosial punya 5 kader di 1 nagari, tetapi OPD penanggung jawabnya belum dicatat (honor bidang-opd import).',
        null,
        null,
      ],
    ]);
  });

  it('tells of kader whose bidang has not started, and is silent about one that has', () => {
    const opds = aSoundRegion().opds.flatMap((one) => [one, { ...one, bidang: 'sosial' as const }]);
    const health = start('kesehatan', '13.10', '2026-01');
    const text = (when: string) =>
      `5 kader bidang sosial sudah diangkat, tetapi bidangnya ${when} di sini: belum ada honor (honor bidang start import).`;
    const toldWith = (...starts: BidangStart[]) =>
      told({ roster, opds, starts: bidangStarts([health, ...starts]) });
    expect(toldWith()).toEqual([[text('belum ditetapkan mulai'), null, null]]);
    expect(toldWith(start('sosial', '13.10', '2027-01'))).toEqual([
      [text('baru mulai Januari 2027'), null, null],
    ]);
    expect(toldWith(start('sosial', '13.10.04', '2026-11'))).toEqual([]);
  });
});

describe('validation', () => {
  it('finds nothing where nothing is missing, and says so', () => {
    const found = validation(aSoundRegion());
    expect(found.findings).toEqual([]);
    expect(validationLines(found, 'Sitiung', NOVEMBER_22).at(-1)).toBe(
      'Tidak ada yang kurang atau bertentangan.',
    );
  });

  it('tells who is in no SK, whose SK ended, and whose ends soon without another', () => {
    const staff = [...aFullStaff(melati, 1), ...aFullStaff(mawar, 11)];
    const ended = aPlace(mawar, { skTo: plainDate('2026-09-30') });
    const ending = aPlace(mawar, { skTo: plainDate('2026-12-31') });
    const followed = aPlace(mawar, { from: plainDate('2027-01-01'), skNumber: 'SK-2/2027' });
    const left = aPlace(mawar, { endedOn: plainDate('2026-03-01'), endReason: 'mengundurkan-diri' });
    const roster = [...staff, aPerson(20, []), aPerson(21, [ended]), aPerson(22, [left])];
    expect(told({ roster })).toEqual([
      ['Kader 20 (1310********0020) tidak tercantum dalam SK mana pun.', null, null],
      [
        'SK SK-1/2026 untuk Kader 21 (1310********0021) sudah berakhir 30 September 2026 dan belum ada penggantinya.',
        mawar.registrationNumber,
        '2026-10-01',
      ],
    ]);
    const [first, ...others] = aFullStaff(mawar, 11);
    const soon = aPerson(11, [{ ...ending, role: first?.places[0]?.role ?? '' }]);
    expect(told({ roster: [...aFullStaff(melati, 1), soon, ...others] })).toEqual([
      [
        'SK SK-1/2026 untuk Kader 11 (1310********0011) berakhir 31 Desember 2026, 39 hari lagi.',
        mawar.registrationNumber,
        null,
      ],
    ]);
    const renewed = { ...soon, places: [...soon.places, followed] };
    expect(told({ roster: [...aFullStaff(melati, 1), renewed, ...others] })).toEqual([]);
  });

  it('tells a posyandu without kader, without a role, with few and with many', () => {
    const roster = aFullStaff(melati, 1).slice(1);
    expect(
      told({ roster: [...roster, aPerson(30, [aPlace(melati)]), aPerson(31, [aPlace(melati)])] }),
    ).toEqual([
      ['Posyandu Melati mempunyai 6 kader aktif; lazimnya 5.', melati.registrationNumber, null],
      ['Posyandu Melati tidak mempunyai ketua.', melati.registrationNumber, null],
      // Whoever came on the day but serves no more is not on the roster either.
      ['Posyandu Mawar tidak mempunyai kader aktif.', mawar.registrationNumber, null],
      [
        'Kegiatan hari buka Posyandu Mawar 10 Oktober 2026 dihadiri 5 kader, padahal kader aktifnya 0.',
        mawar.registrationNumber,
        '2026-10-10',
      ],
    ]);
  });

  it('tells accounts that are missing, waiting, or came back', () => {
    const [one, two, three, ...rest] = aFullStaff(melati, 1);
    const pending = {
      ...{ bank: 'BRI', number: '5544', heir: null, recordedBy: 'Ani' },
      recordedOn: plainDate('2026-11-01'),
    };
    const roster = [
      ...(one ? [{ ...one, account: null }] : []),
      ...(two ? [{ ...two, pending }] : []),
      ...(three ? [{ ...three, returned: { on: plainDate('2026-10-09'), note: 'TUTUP' } }] : []),
      ...rest,
      ...aFullStaff(mawar, 11),
    ];
    expect(told({ roster }).map(([text, , since]) => [text, since])).toEqual([
      ['Kader 1 (1310********0001) belum mempunyai rekening.', null],
      ['Perubahan rekening Kader 2 (1310********0002) belum dikonfirmasi orang kedua.', '2026-11-01'],
      ['Transfer terakhir ke rekening Kader 3 (1310********0003) diretur bank: TUTUP.', '2026-10-09'],
    ]);
  });

  it('tells silent months, unverified activity, and one person under two NIK', () => {
    const activities = [
      { posyanduId: 1, on: plainDate('2026-10-10'), kind: 'hari-buka', attendance: 5, isVerified: false },
    ];
    const [first, ...others] = aFullStaff(mawar, 11);
    const twin = first === undefined ? [] : [{ ...first, name: 'KADER 1' }];
    const texts = told({ activities, roster: [...aFullStaff(melati, 1), ...twin, ...others] });
    expect(texts).toEqual([
      [
        'Kegiatan hari buka Posyandu Melati 10 Oktober 2026 belum diverifikasi.',
        melati.registrationNumber,
        '2026-10-10',
      ],
      [
        'KADER 1 (1310********0011) bernama dan lahir sama dengan Kader 1 (1310********0001) di Nagari Sitiung; mungkin satu orang.',
        mawar.registrationNumber,
        null,
      ],
      ['Posyandu Mawar tidak mencatat kegiatan pada Oktober 2026.', mawar.registrationNumber, '2026-11-01'],
    ]);
  });

  it('tells nagari without rules or money, and ceilings that do not last', () => {
    const sources = [aSource(1, { ceiling: 100_000n })];
    const shares = ['2026-08', '2026-09'].map((month, index) =>
      aShare(index + 1, { month: serviceMonth(month) }),
    );
    const lines = forecast({ year: 2026, today: NOVEMBER_22, shares, holdings: [], sources });
    const forecasts = lines.map((line) => ({ ...line, regionCode: line.payer }));
    const nagari = '13.10.04.2001';
    const found = told({ forecasts, nagariWithoutPolicy: [nagari], nagariWithoutBudget: [nagari] });
    expect(found.map(([text]) => text)).toEqual([
      'Nagari Sitiung (13.10.04.2001) tidak mempunyai sumber dana tahun 2026.',
      'Tidak ada kebijakan honor yang berlaku di Nagari Sitiung (13.10.04.2001).',
      'Pagu 13.10.04.2002/S1/2026 hanya cukup sampai sebelum September 2026; kurang Rp275.000 sampai Desember.',
    ]);
  });

  it('adds up from posyandu to the top, whatever the order of what was read', () => {
    const people = fc.array(
      fc.record({
        at: fc.constantFrom(melati, mawar, null),
        hasAccount: fc.boolean(),
        to: fc.constantFrom('2026-09-30', '2026-12-01', '2027-12-31'),
      }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(people, fc.boolean(), (drawn, hasActivity) => {
        const roster = drawn.map(({ at, hasAccount, to }, index) =>
          aPerson(
            index + 1,
            at === null ? [] : [aPlace(at, { skTo: plainDate(to) })],
            hasAccount ? {} : { account: null },
          ),
        );
        const change = { roster, ...(hasActivity ? {} : { activities: [] }) };
        const found = validation(aSoundRegion(change));
        const totalOf = (code: string) => found.places.find((one) => one.code === code)?.total ?? -1;
        for (const { code, level, total, own } of found.places.filter((one) => one.level !== 'posyandu')) {
          const under = found.places.filter((one) =>
            level === 'nagari'
              ? one.level === 'posyandu' && one.code.startsWith(`${code}.`)
              : one.level === 'nagari' && one.code.startsWith(`${code}.`),
          );
          expect(under.reduce((sum, one) => sum + one.total, own)).toBe(total);
        }
        expect(totalOf('13.10.04')).toBe(found.findings.length);
        const turned = { ...change, roster: [...roster].reverse(), posyandu: [mawar, melati] };
        expect(validation(aSoundRegion(turned))).toEqual(found);
      }),
    );
  });
});
