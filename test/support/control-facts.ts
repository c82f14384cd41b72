import { initialSettings } from '../../src/core/control/settings.js';
import type { RequestUnderControl } from '../../src/core/control/request-under-control.js';
import { plainDate } from '../../src/core/shared/plain-date.js';

/** A request of nagari Sitiung in October 2026 with nobody in it, and nothing known beside it. */
export function aRequest(change: Partial<RequestUnderControl> = {}): RequestUnderControl {
  return {
    number: '0001/SPP-HONOR/13.10.04.2001/2026',
    today: plainDate('2026-10-05'),
    settings: initialSettings,
    payer: { code: '13.10.04.2001', name: 'Nagari Sitiung', cashAccount: 'Assets:Cash:13-10-04-2001' },
    months: [],
    gross: 0n,
    submittedOn: null,
    bands: [],
    siblings: [],
    members: [],
    lines: [],
    others: [],
    past: [],
    heads: [],
    neighbours: [],
    events: [],
    sources: [],
    debt: null,
    ceilings: [],
    declarations: [],
    deductions: [],
    payments: [],
    arrears: [],
    paidOutsideSk: [],
    overpayments: [],
    instalments: [],
    shares: [],
    hands: [],
    accountHands: [],
    ...change,
  };
}
