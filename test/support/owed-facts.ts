import fc from 'fast-check';
import type { HoldingFacts, PayeeFacts, ShareFacts, SourceFacts } from '../../src/core/report/owed/facts.js';
import { addDays, plainDate, type PlainDate } from '../../src/core/shared/plain-date.js';
import { lastDayOf, serviceMonth } from '../../src/core/shared/service-month.js';

export const NOVEMBER_22 = plainDate('2026-11-22');
const NAGARI = ['13.10.04.2001', '13.10.04.2002'] as const;

export function aSource(id: number, change: Partial<SourceFacts> = {}): SourceFacts {
  const payer = NAGARI[id % 2] ?? NAGARI[0];
  return {
    id,
    code: `${payer}/S${String(id)}/2026`,
    payer,
    payerName: `Nagari ${payer}`,
    payerKind: 'nagari',
    fiscalYear: 2026,
    ceiling: 1_000_000n,
    reserved: 0n,
    spent: 0n,
    received: 0n,
    lapsed: null,
    forDebts: 0n,
    ...change,
  };
}

export function aPayee(kaderId: number, change: Partial<PayeeFacts> = {}) {
  return {
    kaderId,
    name: `Kader ${String(kaderId)}`,
    nik: `13100441018${String(kaderId).padStart(5, '0')}`,
    deceasedOn: null,
    heir: null,
    account: { bank: 'Bank Nagari', number: '10020210098811', heir: null },
    pending: null,
    returned: null,
    nagariCode: NAGARI[kaderId % 2] ?? NAGARI[0],
    nagariName: 'Sitiung',
    ...change,
  };
}

export function aShare(entitlementId: number, change: Partial<ShareFacts> = {}): ShareFacts {
  return {
    entitlementId,
    kaderId: 1,
    nagariCode: NAGARI[1],
    month: serviceMonth('2026-07'),
    component: 'honor',
    revision: 0,
    sourceId: 1,
    amount: 75_000n,
    accruedOn: lastDayOf(change.month ?? serviceMonth('2026-07')),
    ...change,
  };
}

export function aHolding(entitlementId: number, change: Partial<HoldingFacts> = {}): HoldingFacts {
  return {
    entitlementId,
    number: 'SPP-1',
    state: 'submitted',
    since: plainDate('2026-10-05'),
    releasedOn: null,
    returnedOn: null,
    paidOn: null,
    note: null,
    account: null,
    ...change,
  };
}

export interface OwedWorld {
  readonly shares: readonly ShareFacts[];
  readonly holdings: readonly HoldingFacts[];
  readonly sources: readonly SourceFacts[];
  readonly payees: readonly ReturnType<typeof aPayee>[];
  readonly asOf: PlainDate;
}

/** Any shares of a few kader on a few lines, some corrected, some requested, some paid, some come back. */
export const owedWorlds: fc.Arbitrary<OwedWorld> = fc
  .record({
    shares: fc.array(
      fc.record({
        kaderId: fc.integer({ min: 1, max: 4 }),
        month: fc.constantFrom('2026-06', '2026-07', '2026-10', '2026-11').map(serviceMonth),
        sourceId: fc.integer({ min: 1, max: 3 }),
        amount: fc.constantFrom(25_000n, 50_000n, 75_000n, -25_000n),
        fate: fc.constantFrom('open', 'draft', 'submitted', 'paid', 'returned', 'paid again'),
        sentAfter: fc.integer({ min: 0, max: 60 }),
      }),
      { maxLength: 25 },
    ),
    ceilings: fc.array(fc.constantFrom(0n, 60_000n, 1_000_000n), { minLength: 3, maxLength: 3 }),
    ago: fc.integer({ min: 0, max: 80 }),
  })
  .map(({ shares, ceilings, ago }) => ({
    shares: shares.map(({ kaderId, month, sourceId, amount }, index) =>
      aShare(index + 1, { kaderId, month, sourceId, amount, nagariCode: NAGARI[kaderId % 2] ?? NAGARI[0] }),
    ),
    holdings: shares.flatMap(({ fate, sentAfter }, index) => holdingsOf(index + 1, fate, sentAfter)),
    sources: ceilings.map((ceiling, index) => aSource(index + 1, { ceiling })),
    payees: [1, 2, 3, 4].map((id) => aPayee(id, id === 3 ? { account: null } : {})),
    asOf: addDays(NOVEMBER_22, -ago),
  }));

function holdingsOf(id: number, fate: string, sentAfter: number): HoldingFacts[] {
  const releasedOn = addDays(plainDate('2026-09-01'), sentAfter);
  // A request has one state, and its money leaves on one day.
  const number = `SPP-2-${String(sentAfter)}`;
  const sent = aHolding(id, { number, state: 'settled', releasedOn });
  const back = { ...sent, returnedOn: addDays(releasedOn, 3) };
  switch (fate) {
    case 'draft':
    case 'submitted':
      return [aHolding(id, { state: fate, number: `SPP-${fate}` })];
    case 'paid':
      return [sent];
    case 'returned':
      return [back];
    case 'paid again':
      return [
        back,
        aHolding(id, { number: `${number}-lagi`, state: 'settled', releasedOn: addDays(releasedOn, 9) }),
      ];
    default:
      return [];
  }
}
