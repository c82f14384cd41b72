import { checkHeirs } from '../../../../src/core/report/validation/check-heirs.js';
import { plainDate } from '../../../../src/core/shared/plain-date.js';
import { aPerson, aPlace, aSoundRegion, melati } from '../../../support/validation-facts.js';

const [died, recordedOn] = [plainDate('2026-08-14'), plainDate('2026-09-20')];
const heir = {
  ...{ name: 'Rina', isConfirmed: false, diedOn: died, accountNumber: '10020210044555' },
  ...{ recordedBy: 'Ani', recordedOn },
};
const dead = (change = {}) => aPerson(1, [aPlace(melati)], { deceasedOn: died, heir: null, ...change });
const told = (one = dead(), owed: [number, bigint][] = [[1, 75_000n]]) =>
  checkHeirs(aSoundRegion({ roster: [one], owedToDead: new Map(owed) })).map(
    ({ what, posyandu, since, who }) => [what.text, posyandu, since, who],
  );

describe('checkHeirs', () => {
  it.each([
    [
      'nobody recorded an heir',
      {},
      'Kader 1 (1310********0001) meninggal 14 Agustus 2026 dan masih berhak Rp75.000; ahli warisnya belum tercatat.',
      died,
      'operator nagari (Kasi)',
    ],
    [
      'nobody confirmed her',
      { heir },
      'Kader 1 (1310********0001) meninggal 14 Agustus 2026 dan masih berhak Rp75.000; ahli warisnya Rina belum dikonfirmasi orang kedua.',
      recordedOn,
      'siapa pun selain Ani',
    ],
    [
      'the proof says another day',
      { heir: { ...heir, isConfirmed: true, diedOn: plainDate('2026-08-15') } },
      'Kader 1 (1310********0001) masih berhak Rp75.000: meninggal 14 Agustus 2026 menurut daftar kader, 15 Agustus 2026 menurut bukti ahli warisnya Rina.',
      recordedOn,
      'operator nagari (Kasi)',
    ],
  ])('tells that money waits because %s', (_, change, text, since, who) => {
    expect(told(dead(change))).toEqual([[text, melati.registrationNumber, since, who]]);
  });

  it('is silent where nothing is owed, or the heir can be paid', () => {
    expect(told(dead(), [])).toEqual([]);
    expect(told(dead({ heir: { ...heir, isConfirmed: true } }))).toEqual([]);
    expect(told(aPerson(1, [aPlace(melati)]))).toEqual([]);
  });
});
