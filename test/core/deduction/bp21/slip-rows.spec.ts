import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { parse } from 'yaml';
import { slipRows, type WithheldPayment } from '../../../../src/core/deduction/bp21/slip-rows.js';
import { slipTable } from '../../../../src/core/deduction/bp21/slip-table.js';
import { incomeTax } from '../../../../src/core/deduction/income-tax.js';
import { readDeductionPolicy } from '../../../../src/core/deduction/read-deduction-policy.js';
import { DomainError } from '../../../../src/core/shared/domain-error.js';
import { plainDate } from '../../../../src/core/shared/plain-date.js';
import { sumRupiah } from '../../../../src/core/shared/rupiah.js';
import { refusalCodes } from '../../../support/refusal.js';

const from = plainDate('2026-01-01');
const withholder = { npwp: '0012345678901000', nitku: '0012345678901000000000', name: 'Nagari', from };
const versions = ['pph21-bukan-pegawai', 'pph21-peserta-kegiatan'].map((name, index) => {
  const text = readFileSync(`config/deductions/${name}.yaml`, 'utf8');
  return { id: index, version: 1, policy: readDeductionPolicy(parse(text, { schema: 'failsafe' })) };
});
const context = { payer: '13.10.04.2002', withholders: [withholder], versions };

function payment(
  policyId: number,
  gross: bigint,
  index: number,
  jorong: string | null = 'Koto',
): WithheldPayment {
  const treatment = versions[policyId]?.policy.treatment;
  if (treatment?.kind !== 'pph21') throw new Error('no tax policy');
  const person = { name: 'Yusnidar', nik: '1310044101800001' };
  const worked = incomeTax(treatment, gross, {}, { kader: person.name, nik: person.nik });
  if (worked instanceof DomainError) throw worked;
  const place = {
    isPseudonymised: false,
    jorong,
    nagari: 'Siguntur',
    district: 'Sitiung',
    regency: 'Dharmasraya',
  };
  const facts = { ptkp: { kind: 'ptkp', value: 'TK/0', from } } as const;
  const paid = { request: '1', paidOn: plainDate('2026-10-05'), policyId, facts };
  return { kaderId: index, ...person, ...place, ...paid, gross, tax: worked.amount, steps: worked.steps };
}

const payments = fc
  .array(fc.tuple(fc.nat(1), fc.bigInt({ min: 40n, max: 60_000_000n })), { minLength: 1 })
  .map((wishes) => wishes.map(([policyId, gross], index) => payment(policyId, gross, index)));

describe('slipRows', () => {
  it('adds up to what was withheld, a row a payment, and each row explains its tax', () => {
    fc.assert(
      fc.property(payments, (withheld) => {
        const rows = slipRows(withheld, context);
        expect(rows.map((row) => row.payment)).toEqual(withheld);
        const [heading, ...lines] = slipTable(rows);
        const column = heading?.indexOf('PPH DIPOTONG') ?? -1;
        const taxes = lines.map((cells) => cells[column]).filter((cell) => typeof cell === 'bigint');
        expect(taxes).toHaveLength(withheld.length);
        expect(sumRupiah(taxes)).toBe(sumRupiah(withheld.map(({ tax }) => tax)));
        for (const { payment: paid, basePercent, ratePercents } of rows) {
          expect(ratePercents).toEqual([5]);
          expect((paid.gross * BigInt(basePercent) * 5n) / 10_000n).toBe(paid.tax);
        }
      }),
    );
  });

  it('gives no row at all when one lacks something', async () => {
    const withheld = [payment(0, 75_000n, 1), payment(0, 75_000n, 2, ' ')];
    expect(await refusalCodes(() => slipRows(withheld, context))).toEqual(['bp21.address-missing']);
  });

  it('shows several brackets one after the other', () => {
    const [, cells] = slipTable(slipRows([payment(1, 100_000_000n, 1)], context));
    expect(cells).toContain('5 / 15');
  });
});
