import { testApp } from '../../support/app.js';
import { aPayingNagari, calculate, sqlVerdict } from '../../support/payments.js';

const [FORBIDDEN, BROKEN, TWICE] = ['42501', '23514', '23505'];
const { app } = await testApp();
const office = await aPayingNagari(app);
await calculate(app, office);

const calculation = (lines: number, shares: number, gross: number) =>
  `insert into calculation (region_code, months, requested_by, calculated_at, line_count, entitlement_count, gross)
   values ('13.10.04.2002', '{2026-08}', ${String(office.operator.id)}, now(), ${String(lines)}, ${String(shares)}, ${String(gross)})`;
const line = (month: string, revision: number, amount: number) =>
  `insert into honor_line select nextval('honor_line_id'), (select max(id) from calculation), kader_id, '${month}', component,
     ${String(revision)}, ${String(amount)}, policy_id, appointment_id, nagari_code, '[]' from honor_line where id = 1`;
const share = (amount: number, source = 1) =>
  `insert into entitlement (honor_line_id, funding_source_id, amount)
   values ((select max(id) from honor_line), ${String(source)}, ${String(amount)})`;
const whole = [calculation(1, 1, 75_000), line('2026-08', 0, 75_000), share(75_000)];

describe('the entitlements refuse in raw SQL', () => {
  it.each([
    [
      'shares that do not add up to the line',
      [calculation(1, 1, 75_000), line('2026-08', 0, 75_000), share(74_999)],
      BROKEN,
    ],
    ['a line without shares', [calculation(1, 1, 75_000), line('2026-08', 0, 75_000)], BROKEN],
    ['a calculation that says more than it holds', [calculation(2, 2, 150_000), ...whole.slice(1)], BROKEN],
    [
      'a second line for a kader, month and component',
      [calculation(1, 1, 75_000), line('2026-07', 0, 75_000), share(75_000)],
      TWICE,
    ],
    [
      'a first line of nothing',
      [calculation(1, 1, 0), line('2026-08', 0, 0), share(1), share(-1, 2)],
      BROKEN,
    ],
    ['a share of nothing', [...whole, share(0, 2)], BROKEN],
    ['a line added to an earlier calculation', [line('2026-08', 0, 75_000), share(75_000)], FORBIDDEN],
    ['a share added to an earlier line', [share(1, 3)], BROKEN],
    ['a line changed', ['update honor_line set amount = amount + 1'], FORBIDDEN],
    ['a line deleted', ['delete from honor_line'], FORBIDDEN],
    ['a share changed', ['update entitlement set amount = amount + 1'], FORBIDDEN],
    ['a share deleted', ['delete from entitlement'], FORBIDDEN],
    ['a calculation changed', ['update calculation set gross = 0'], FORBIDDEN],
    [
      'an exclusion added to an earlier calculation',
      [`insert into honor_exclusion values ((select max(id) from calculation), 1, '2026-08', '', 'x', '{}')`],
      FORBIDDEN,
    ],
    ['all shares truncated', ['truncate entitlement cascade'], FORBIDDEN],
  ])('%s', async (_, statements, verdict) => {
    expect(await sqlVerdict(app, ...statements)).toBe(verdict);
  });

  it('nothing of a calculation that is whole', async () => {
    expect(await sqlVerdict(app, ...whole)).toBe('accepted');
  });
});
