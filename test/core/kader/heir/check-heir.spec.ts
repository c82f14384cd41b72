import fc from 'fast-check';
import { checkHeir, type StatedHeir } from '../../../../src/core/kader/heir/check-heir.js';
import { plainDate } from '../../../../src/core/shared/plain-date.js';
import { aStatedHeir, shippedHeirTerms } from '../../../support/heirs.js';

const banks = [{ code: '118', name: 'Bank Nagari', spellings: ['BPD Sumbar'], lengths: [14] }];
const lists = { terms: shippedHeirTerms(), banks, today: plainDate('2026-10-05') };
const dead = { name: 'Yusnidar', nik: '1310044101800001', deceasedOn: plainDate('2026-08-14') };
const { proof, account } = aStatedHeir();

function codes(change: Partial<StatedHeir>, kader = dead): string[] {
  const checked = checkHeir(aStatedHeir(change), kader, lists);
  return 'problems' in checked ? checked.problems.map(({ code }) => code) : [];
}

describe('checkHeir', () => {
  it('stores words by their codes and the account as digits', () => {
    expect(checkHeir(aStatedHeir(), dead, lists)).toEqual({
      heir: {
        name: 'Rina Marlina',
        relation: 'anak',
        nik: '1310046505050003',
        diedOn: '2026-08-14',
        proofKind: 'surat-keterangan-ahli-waris',
        proofNumber: '470/31/WN-SGT/2026',
        proofDate: '2026-09-02',
        proofIssuer: 'Wali Nagari Siguntur',
        proofSha256: null,
        bankCode: '118',
        accountNumber: '10020210044555',
        accountName: 'RINA MARLINA',
      },
    });
  });

  it.each<[string, Partial<StatedHeir>, string]>([
    [
      'a death on another day than the roster knows',
      { diedOn: plainDate('2026-08-13') },
      'heir.death-differs',
    ],
    ['a word of relation nobody knows', { relation: 'tetangga' }, 'heir.relation-unknown'],
    ['a proof nobody knows', { proof: { ...proof, kind: 'kuitansi' } }, 'heir.proof-unknown'],
    [
      'a proof older than the death',
      { proof: { ...proof, date: plainDate('2026-08-13') } },
      'heir.proof-before-death',
    ],
    ['a proof of tomorrow', { proof: { ...proof, date: plainDate('2026-10-06') } }, 'heir.proof-in-future'],
    [
      'a hash of a proof that is none',
      { proof: { ...proof, sha256: 'z'.repeat(64) } },
      'heir.proof-hash-unreadable',
    ],
    ['a proof without a number', { proof: { ...proof, number: ' ' } }, 'heir.blank'],
    ['a proof without an issuer', { proof: { ...proof, issuer: '' } }, 'heir.blank'],
    ['a NIK that is too short', { nik: '131004650505' }, 'heir.nik-not-sixteen'],
    ['a NIK with an impossible day', { nik: '1310049905050003' }, 'roster.nik-date-impossible'],
    ['the NIK of the dead', { nik: dead.nik }, 'heir.is-the-dead'],
    ['a bank nobody knows', { account: { ...account, bank: 'Bank X' } }, 'roster.bank-unknown'],
    ['an account that is no number', { account: { ...account, number: '10-A' } }, 'heir.account-unreadable'],
    ['an account of one digit', { account: { ...account, number: '11111111' } }, 'roster.account-one-digit'],
    ['a name no bank can write', { name: '王' }, 'roster.name-not-latin'],
  ])('refuses %s', (_, change, code) => {
    expect(codes(change)).toEqual([code]);
  });

  it('refuses an heir of who lives', () => {
    const checked = checkHeir(aStatedHeir(), { ...dead, deceasedOn: null }, lists);
    expect(checked).toMatchObject({ problems: [{ code: 'heir.kader-alive' }] });
  });

  it('needs no NIK, and tells everything that is wrong at once', () => {
    expect(codes({ nik: undefined })).toEqual([]);
    const all = { relation: '?', nik: '1', proof: { ...proof, kind: '?', issuer: '' } };
    expect(codes(all).sort()).toEqual([
      'heir.blank',
      'heir.nik-not-sixteen',
      'heir.proof-unknown',
      'heir.relation-unknown',
    ]);
  });

  it('accepts a record only of the day of death that the roster knows', () => {
    const day = fc
      .integer({ min: 1, max: 28 })
      .map((one) => plainDate(`2026-08-${String(one).padStart(2, '0')}`));
    fc.assert(
      fc.property(day, day, (diedOn, deceasedOn) => {
        expect(codes({ diedOn }, { ...dead, deceasedOn })).toEqual(
          diedOn === deceasedOn ? [] : ['heir.death-differs'],
        );
      }),
    );
  });
});
