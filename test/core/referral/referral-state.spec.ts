import fc from 'fast-check';
import { holdsPersonalNumber } from '../../../src/core/referral/personal-number.js';
import { stateOf, type GivenAnswer } from '../../../src/core/referral/referral-state.js';
import { dueDay, type Holidays } from '../../../src/core/referral/working-days.js';
import { addDays, plainDate } from '../../../src/core/shared/plain-date.js';

const none: Holidays = { days: new Set(), years: new Set() };
const FRIDAY = plainDate('2026-07-10');

describe('dueDay', () => {
  it.each([
    ['a Friday, five working days: the Friday after', '2026-07-10', 5, '2026-07-17'],
    ['a Saturday counts from Monday on', '2026-07-11', 1, '2026-07-13'],
    ['one day after a Friday is Monday', '2026-07-10', 1, '2026-07-13'],
  ])('%s', (_, asked, limit, due) => {
    expect(dueDay(plainDate(asked), limit, none)).toBe(due);
  });

  it('passes over holidays', () => {
    const holidays = { ...none, days: new Set([plainDate('2026-08-17')]) };
    expect(dueDay(plainDate('2026-08-14'), 5, holidays)).toBe('2026-08-24');
  });

  it('is never earlier with more holidays or a longer limit, and always a working day', () => {
    const aDay = fc.integer({ min: 0, max: 400 }).map((days) => addDays(FRIDAY, days));
    fc.assert(
      fc.property(aDay, fc.integer({ min: 1, max: 30 }), fc.array(aDay), (asked, limit, days) => {
        const holidays = { ...none, days: new Set(days) };
        const due = dueDay(asked, limit, holidays);
        expect(due >= dueDay(asked, limit, none)).toBe(true);
        expect(dueDay(asked, limit + 1, holidays) > due).toBe(true);
        expect(days).not.toContain(due);
        expect([0, 6]).not.toContain(new Date(due).getUTCDay());
      }),
    );
  });
});

describe('stateOf', () => {
  const asked = { referredOn: FRIDAY, limitDays: 5 };
  const answer = (said: GivenAnswer['answer'], on: string): GivenAnswer => {
    return { answer: said, on: plainDate(on), text: 'ditinjau', by: 'Eka' };
  };
  it.each([
    ['waits until the last day', [], '2026-07-17', { state: 'open', since: FRIDAY }],
    ['is overdue from the day after', [], '2026-07-18', { state: 'overdue', since: '2026-07-18' }],
    [
      'taken on in time is overdue no more',
      [answer('accepted', '2026-07-14')],
      '2026-09-01',
      { state: 'accepted', since: '2026-07-14' },
    ],
    [
      'done',
      [answer('accepted', '2026-07-14'), answer('done', '2026-08-02')],
      '2026-09-01',
      { state: 'done', since: '2026-08-02' },
    ],
    [
      'rejected',
      [answer('rejected', '2026-07-30')],
      '2026-09-01',
      { state: 'rejected', since: '2026-07-30' },
    ],
  ])('%s', (_, answers, on, expected) => {
    expect(stateOf({ ...asked, answers }, plainDate(on), none)).toMatchObject({
      ...expected,
      due: '2026-07-17',
    });
  });
});

describe('holdsPersonalNumber', () => {
  it.each([
    'NIK 1310044501850001',
    'kk 1310.0445.0185.0001',
    '1310 0445 0185 0001 rumah',
    '13-10-04-45-01-85-00-01',
  ])('finds %s', (text) => {
    expect(holdsPersonalNumber(text)).toBe(true);
  });
  it.each([
    '5 rumah di RT 02',
    '2026-07-01 2026-07-08',
    'sejak 01/07/2026 dan 08-07-2026',
    'telp 0812345678',
    '12345678901234567',
  ])('leaves %s alone', (text) => {
    expect(holdsPersonalNumber(text)).toBe(false);
  });
});
