import { planRevision, type RevisionWish } from '../../../src/core/funding/plan-revision.js';
import { refusalsOf } from '../../support/refusal.js';

const line = {
  payer: '13.10.04.2001',
  label: 'DDS',
  fiscalYear: 2026,
  activityCode: '2.2.02',
  accountCode: '5.2.2.03',
  ceiling: 1_000n,
  reserved: 300n,
  spent: 200n,
};
const bound = [
  { reference: '1/SPP', reserved: 0n, spent: 200n },
  { reference: '2/SPP', reserved: 300n, spent: 0n },
];
const plan = (wish: Partial<RevisionWish>, holders = bound) =>
  planRevision(line, { to: 1_000n, legalBasis: 'DPPA 2/2026', isRecorded: false, ...wish }, holders);

describe('planRevision', () => {
  it.each([
    ['raises by what is more', 1_500n, { kind: 'allot', amount: 500n }],
    ['leaves what is so already', 1_000n, undefined],
    ['lowers by what is less', 999n, { kind: 'cut', amount: 1n }],
    ['lowers to the last rupiah that is bound', 500n, { kind: 'cut', amount: 500n }],
  ])('%s', (_, to, expected) => {
    expect(plan({ to })).toEqual(expected);
  });

  it('refuses to go below what is bound, and says where it is bound', async () => {
    const [refusal] = await refusalsOf(() => plan({ to: 499n }));
    expect(refusal).toMatchObject({
      code: 'funding.revision-below-bound',
      facts: { before: 1_000n, after: 499n, least: 500n, reserved: 300n, spent: 200n },
    });
    expect(refusal?.message).toContain('SPP 1/SPP terpakai Rp200; SPP 2/SPP terikat Rp300');
  });

  it('names the first ten requests, and counts the others', async () => {
    const many = Array.from({ length: 12 }, (_, index) => ({
      reference: `${String(index)}/SPP`,
      reserved: 1n,
      spent: 0n,
    }));
    const [refusal] = await refusalsOf(() => plan({ to: 0n }, many));
    expect(refusal?.facts.requests).toMatch(/SPP 9\/SPP terikat Rp1; dan 2 SPP lain$/);
  });

  it('is not carried out again after another revision', async () => {
    expect(plan({ isRecorded: true })).toBeUndefined();
    const [refusal] = await refusalsOf(() => plan({ to: 1_500n, isRecorded: true }));
    expect(refusal?.code).toBe('funding.revision-overtaken');
  });
});
