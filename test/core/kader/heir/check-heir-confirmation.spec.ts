import { checkHeirConfirmation } from '../../../../src/core/kader/heir/check-heir-confirmation.js';
import { plainDate } from '../../../../src/core/shared/plain-date.js';
import { refusalCodes } from '../../../support/refusal.js';

const waiting = {
  kaderName: 'Yusnidar',
  name: 'Rina Marlina',
  relation: 'anak',
  diedOn: plainDate('2026-08-14'),
  deceasedOn: plainDate('2026-08-14'),
  accountNumber: '10020210044555',
  recordedBy: 1,
  recorder: 'Ani',
};
const codes = (by: number, account: string, change: Partial<typeof waiting> = {}) =>
  refusalCodes(() => {
    checkHeirConfirmation({ ...waiting, ...change }, { by, account });
  });

describe('checkHeirConfirmation', () => {
  it.each(['4555', '10020210044555', '1002-0210.0445 55'])(
    'takes %s from a second person',
    async (account) => {
      expect(await codes(2, account)).toEqual([]);
    },
  );

  it('refuses who recorded it, another account, and a death that the roster says otherwise by now', async () => {
    expect(await codes(1, '4555')).toEqual(['heir.same-person']);
    expect(await codes(2, '555')).toEqual(['heir.other-than-recorded']);
    expect(await codes(2, '4555', { deceasedOn: plainDate('2026-08-15') })).toEqual(['heir.death-differs']);
  });

  it.each([
    ['rina  marlina', 'anak', []],
    ['Rudi', 'anak', ['heir.other-than-recorded']],
    ['Rina Marlina', 'suami', ['heir.other-than-recorded']],
  ])('compares whom the second person saw: %s, %s', async (name, relation, expected) => {
    const confirming = { by: 2, account: '4555', named: { name, relation } };
    expect(
      await refusalCodes(() => {
        checkHeirConfirmation(waiting, confirming);
      }),
    ).toEqual(expected);
  });
});
