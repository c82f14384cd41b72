import { diffPolicies, differenceLine } from '../../../src/core/policy/diff-policies.js';
import type { HonorComponent, Proration } from '../../../src/core/policy/honor-component.js';
import { plainDate } from '../../../src/core/shared/plain-date.js';
import { aComponent, aPolicy } from '../../support/honor-facts.js';

const { funding } = aComponent();
const byRole = (ketua: bigint, proration: Proration = { fullFromDays: 15 }): HonorComponent => ({
  kind: 'by-role',
  code: 'honor-jabatan',
  name: 'Honor jabatan',
  amounts: new Map([
    ['ketua', ketua],
    ['kader', 75_000n],
  ]),
  proration,
  rounding: 'down',
  funding,
});

describe('diffPolicies', () => {
  it('finds nothing between a policy and itself, in whatever order its components stand', () => {
    const components = [aComponent(), byRole(100_000n)];
    const turned = aPolicy({ components: [...components].reverse() });
    expect(diffPolicies(aPolicy({ components }), turned)).toEqual([]);
  });

  it('tells each change by its path, in words', () => {
    const before = aPolicy({ components: [aComponent(), byRole(100_000n)] });
    const after = aPolicy({
      legalBasis: { ...before.legalBasis, number: '9/2026' },
      validFrom: plainDate('2026-08-01'),
      validTo: null,
      topsUp: 'honor-dasar',
      components: [
        byRole(120_000n, 'by-days'),
        {
          kind: 'lump',
          code: 'thr',
          name: 'Sekaligus',
          amount: 500_000n,
          paidIn: [12],
          proration: 'full',
          rounding: 'down',
          funding,
        },
      ],
    });
    expect(diffPolicies(before, after).map(differenceLine)).toEqual([
      'topsUp (kebijakan yang ditambah): tidak ada menjadi honor-dasar',
      'legalBasis.number (nomor dasar hukum): 1/2026 menjadi 9/2026',
      'validFrom (berlaku mulai): 1 Januari 2026 menjadi 1 Agustus 2026',
      'validTo (berlaku sampai): 31 Desember 2026 menjadi seterusnya',
      'components[honor-jabatan].amounts.ketua (besaran): Rp100.000 menjadi Rp120.000',
      'components[honor-jabatan].proration (masa tidak penuh): penuh sejak 15 hari aktif, kurang dari itu setengah menjadi menurut hari aktif',
      'components[thr] (komponen): baru, Sekaligus: Rp500.000 sekaligus, dibayar untuk Desember; masa tidak penuh: dibayar penuh; pembulatan: ke bawah; dana: nagari/DDS sampai Rp50.000, selebihnya nagari/ADN',
      'components[honor-bulanan] (komponen): dihapus, dahulu Honor bulanan: Rp75.000 sebulan; bulan tidak penuh: menurut hari aktif; pembulatan: ke bawah; dana: nagari/DDS sampai Rp50.000, selebihnya nagari/ADN',
    ]);
  });
});
