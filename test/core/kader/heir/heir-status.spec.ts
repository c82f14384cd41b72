import fc from 'fast-check';
import { heirStatus } from '../../../../src/core/kader/heir/heir-status.js';
import { whyNotPayable } from '../../../../src/core/payment/why-not-payable.js';
import { whyNotToHeir } from '../../../../src/core/report/owed/why-not-to-heir.js';
import { plainDate } from '../../../../src/core/shared/plain-date.js';
import { aPayee } from '../../../support/owed-facts.js';

const days = fc.constantFrom(plainDate('2026-07-20'), plainDate('2026-08-14'));
const heirs = fc.record({
  name: fc.constant('Rina'),
  isConfirmed: fc.boolean(),
  diedOn: days,
  accountNumber: fc.constant('10020210044555'),
  recordedBy: fc.constant('Ani'),
  recordedOn: days,
});
const deaths = fc.record({
  deceasedOn: fc.option(days, { nil: null }),
  heir: fc.option(heirs, { nil: null }),
});

describe('heirStatus', () => {
  it('lets money go only to a confirmed heir of the death on the roster', () => {
    fc.assert(
      fc.property(deaths, ({ deceasedOn, heir }) => {
        const isInForce = heir?.isConfirmed === true && heir.diedOn === deceasedOn;
        expect(heirStatus(deceasedOn, heir) === 'in-force').toBe(deceasedOn !== null && isInForce);
        expect(heirStatus(deceasedOn, heir) === 'not-needed').toBe(deceasedOn === null);
      }),
    );
  });

  it('is what a request and every report go by', () => {
    fc.assert(
      fc.property(deaths, ({ deceasedOn, heir }) => {
        const held = !['in-force', 'not-needed'].includes(heirStatus(deceasedOn, heir));
        const person = { kaderId: 1, name: 'Yusnidar', nik: '1310044101800001', deceasedOn, heir };
        const payee = { ...person, accountId: 7, accountIsPending: false, accountWasReturned: false };
        expect(whyNotPayable(payee) !== undefined).toBe(held);
        expect(whyNotToHeir(aPayee(1, { deceasedOn, heir })) !== undefined).toBe(held);
      }),
    );
  });
});
