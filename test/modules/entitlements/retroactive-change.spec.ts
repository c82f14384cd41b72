import type { INestApplicationContext } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { serviceMonth } from '../../../src/core/shared/service-month.js';
import { LedgerService } from '../../../src/modules/ledger/ledger.service.js';
import { LedgerVerificationService } from '../../../src/modules/ledger/ledger-verification.service.js';
import { testApp } from '../../support/app.js';
import { SIGUNTUR } from '../../support/nagari.js';
import {
  aPayingNagari,
  calculate,
  endService,
  importPolicy,
  policyDocument,
} from '../../support/payments.js';

const quarter = ['2026-07', '2026-08', '2026-09'].map(serviceMonth);

/** Every stored line as `kader month revision amount`. */
async function linesOf(app: INestApplicationContext): Promise<string[]> {
  const rows = await app.get(DataSource).query<{ line: string }[]>(
    `select concat_ws(' ', name, service_month, revision, amount) as line
     from honor_line join kader on kader.id = kader_id order by honor_line.id`,
  );
  return rows.map((row) => row.line);
}

const expenseOf = async (app: INestApplicationContext) =>
  (await app.get(LedgerService).trialBalance())
    .filter(({ type }) => type === 'X')
    .reduce((sum, { balance }) => sum + balance, 0n);

const { app } = await testApp();
const office = await aPayingNagari(app);

describe('a change that reaches back', () => {
  it('is a delta line and a correcting entry, never an edit; calculated again it adds nothing', async () => {
    await calculate(app, office, quarter);
    const before = await linesOf(app);

    await endService(app, 'Yusnidar', '2026-08-15');
    const ended = await calculate(app, office, quarter);
    expect(ended).toMatchObject({ changedLines: 1, changedGross: -75_000n, gross: 375_000n });
    expect(await linesOf(app)).toEqual([...before, 'Yusnidar 2026-09 1 -75000']);

    const own = { code: 'honor-siguntur', scope: SIGUNTUR, changeWithinMonth: 'first-day' };
    await importPolicy(app, office, policyDocument(own, 100_000));
    const raised = await calculate(app, office, quarter);
    expect(raised).toMatchObject({ changedLines: 5, changedGross: 125_000n, gross: 500_000n });
    expect((await linesOf(app)).slice(before.length + 1)).toEqual([
      'Yusnidar 2026-07 1 25000',
      'Yusnidar 2026-08 1 25000',
      'Rosmaniar 2026-07 1 25000',
      'Rosmaniar 2026-08 1 25000',
      'Rosmaniar 2026-09 1 25000',
    ]);

    expect(await calculate(app, office, quarter)).toMatchObject({ changedLines: 0, changedGross: 0n });
    expect(await expenseOf(app)).toBe(500_000n);
    expect(await app.get(LedgerVerificationService).verify()).toMatchObject({ verified: true });
  });
});
