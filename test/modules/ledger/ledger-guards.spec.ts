import { testApp } from '../../support/app.js';
import { aPayingNagari, calculate, sqlVerdict } from '../../support/payments.js';

const [FORBIDDEN, BROKEN, NOT_NULL, NO_SUCH, TWICE] = ['42501', '23514', '23502', '23503', '23505'];
const { app } = await testApp();
const office = await aPayingNagari(app);
await calculate(app, office);

const OPEN_BATCH = `insert into ledger.batch (kind, effective_on, period, idempotency_key, request_hash, recorded_at, actor)
  values (1, '2026-07-31', '2026-07', 'raw', sha256('raw'), now(), 'ani')`;
const OPEN_REVERSAL = OPEN_BATCH.replace('values (1,', 'values (4,');
const BATCH = `(select max(id) from ledger.batch)`;
/** An entry of these lines in the newest batch. */
const entry = (amounts: string, accounts = '{1,2}', sequence = 1) =>
  `insert into ledger.entry (batch_id, sequence, kind, party_id, region_digits, accounts, amounts, memo)
   values (${BATCH}, ${String(sequence)}, 1, 1, 1310042001, '${accounts}', '${amounts}', 'raw')`;
const SEAL = `select ledger.seal(${BATCH}, null)`;

describe('the ledger refuses in raw SQL', () => {
  it.each([
    ['an unbalanced entry', [OPEN_BATCH, entry('{75000,-74999}'), SEAL], BROKEN],
    ['an unbalanced entry of three lines', [OPEN_BATCH, entry('{3,-1,-1}', '{1,2,3}'), SEAL], BROKEN],
    ['a line of nothing', [OPEN_BATCH, entry('{0,0}'), SEAL], BROKEN],
    ['a missing amount', [OPEN_BATCH, entry('{75000,NULL}'), SEAL], NOT_NULL],
    ['lines without a partner', [OPEN_BATCH, entry('{1,-1}', '{1,2,3}'), SEAL], NOT_NULL],
    ['an account that is not there', [OPEN_BATCH, entry('{1,-1}', '{1,99999}'), SEAL], NO_SUCH],
    ['a gap in the sequence', [OPEN_BATCH, entry('{1,-1}', '{1,2}', 2), SEAL], BROKEN],
    ['an empty batch', [OPEN_BATCH, SEAL], BROKEN],
    ['a batch that was not sealed', [OPEN_BATCH, entry('{1,-1}')], BROKEN],
    [
      'a seal without a root',
      [OPEN_BATCH, `update ledger.batch set position = 99, hash = sha256('x') where id = ${BATCH}`],
      BROKEN,
    ],
    ['an entry in a sealed batch', [entry('{1,-1}', '{1,2}', 99)], FORBIDDEN],
    ['a total in a sealed batch', [`insert into ledger.batch_account values (${BATCH}, 1, 1, 0)`], FORBIDDEN],
    ['a sealed header changed', [`update ledger.batch set actor = 'budi'`], FORBIDDEN],
    ['a moved head', [`update ledger.chain_head set position = position + 1`], FORBIDDEN],
    ['an entry changed', [`update ledger.entry set memo = 'lain'`], FORBIDDEN],
    ['an entry deleted', [`delete from ledger.entry`], FORBIDDEN],
    ['a batch deleted', [`delete from ledger.batch`], FORBIDDEN],
    ['an account renamed', [`update ledger.account set code = code || 'X'`], FORBIDDEN],
    ['the entries truncated', [`truncate ledger.entry`], FORBIDDEN],
    ['the head deleted', [`delete from ledger.chain_head`], FORBIDDEN],
    ['a reversal of nothing', [OPEN_REVERSAL, reversalOf(99), SEAL], NO_SUCH],
    ['a reversal of another person', [OPEN_REVERSAL, reversalOf(1, { party: '77' }), SEAL], NO_SUCH],
    ['a reversal of other lines', [OPEN_REVERSAL, reversalOf(1, { lines: 'amounts' }), SEAL], NO_SUCH],
    [
      'a reversal of itself',
      [OPEN_REVERSAL, reversalOf(1).replace("1, 1, 'batal'", `${BATCH}, 1, 'batal'`), SEAL],
      NO_SUCH,
    ],
    ['an entry of another kind than its batch', [OPEN_REVERSAL, entry('{1,-1}'), SEAL], FORBIDDEN],
    [
      'an entry of a person below zero',
      [OPEN_BATCH, entry('{1,-1}').replace(', 1, 1, 1310042001', ', 1, -1, 1310042001'), SEAL],
      BROKEN,
    ],
    [
      'an amount that no honor has',
      [OPEN_BATCH, entry('{9223372036854775807,-9223372036854775807}'), SEAL],
      BROKEN,
    ],
    [
      'a month in which no report looks',
      [OPEN_BATCH.replace("'2026-07',", "'9999-12',"), entry('{1,-1}'), SEAL],
      BROKEN,
    ],
    [
      'a day of another millennium',
      [OPEN_BATCH.replace("'2026-07-31'", "'12000-07-31'"), entry('{1,-1}'), SEAL],
      BROKEN,
    ],
    [
      'a posting under the key of a closing',
      [OPEN_BATCH.replace("'raw'", "'period/2026-07/1'"), entry('{1,-1}'), SEAL],
      BROKEN,
    ],
  ])('%s', async (_, statements, verdict) => {
    expect(await sqlVerdict(app, ...statements)).toBe(verdict);
  });

  it('a second reversal of one entry', async () => {
    expect(await sqlVerdict(app, OPEN_REVERSAL, reversalOf(1), SEAL)).toBe('accepted');
    const again = OPEN_REVERSAL.replace(`'raw'`, `'raw again'`);
    expect(await sqlVerdict(app, again, reversalOf(1), SEAL)).toBe(TWICE);
  });
});

/** An entry of the newest batch that undoes the first entry of another batch, but for this. */
function reversalOf(batch: number, other: { party?: string; lines?: string } = {}): string {
  const { party = 'party_id', lines = 'array(select -amount from unnest(amounts) as amount)' } = other;
  return `insert into ledger.entry (batch_id, sequence, kind, party_id, region_digits, accounts, amounts,
      reverses_batch_id, reverses_sequence, memo)
    select ${BATCH}, 1, 4, ${party}, region_digits, accounts, ${lines}, ${String(batch)}, 1, 'batal'
    from ledger.entry where batch_id = 1 and sequence = 1`;
}
