import { serviceMonth } from '../../../src/core/shared/service-month.js';
import { testApp } from '../../support/app.js';
import { aDraft, answerOfBank, aPayingNagari, JULY, AUGUST, takeSteps } from '../../support/payments.js';
import { refusalCodes } from '../../support/refusal.js';

const { app } = await testApp();
const office = await aPayingNagari(app);
const number = await aDraft(app, office, [JULY]);
await takeSteps(app, office, number, 'release');

describe('BankResultsService.reconcile', () => {
  it.each([
    ['a reference of nobody', ['HK9-1-0001,75000,BERHASIL,'], 'payment.result-unknown-reference'],
    ['another amount', ['HK1-1-0001,75001,BERHASIL,'], 'payment.result-amount-differs'],
    ['an unreadable status', ['HK1-1-0001,75000,MUNGKIN,'], 'payment.result-status-unreadable'],
    ['a line twice', ['HK1-1-0001,75000,BERHASIL,', 'HK1-1-0001,75000,BERHASIL,'], 'payment.result-twice'],
  ])('applies nothing of a file with %s', async (_, lines, code) => {
    const report = await answerOfBank(app, office, number, [...lines, 'HK1-1-0002,75000,BERHASIL,']);
    expect(report).toMatchObject({ applied: false, paid: 0, outstanding: 2, state: 'disbursing' });
    expect(report.problems.map((problem) => problem.code)).toEqual([code]);
  });

  it('takes an answer in parts, and refuses one that contradicts an earlier', async () => {
    const august = await aDraft(app, office, [AUGUST]);
    await takeSteps(app, office, august, 'release');
    const first = await answerOfBank(app, office, august, ['HK2-1-0001,75000,BERHASIL,']);
    expect(first).toMatchObject({ applied: true, outstanding: 1, state: 'disbursing' });
    const second = await answerOfBank(app, office, august, ['HK2-1-0001,75000,GAGAL,']);
    expect(second.problems.map((problem) => problem.code)).toEqual(['payment.result-contradicts']);
  });

  it('names everyone whose transfer came back, with what the bank said', async () => {
    const september = await aDraft(app, office, [serviceMonth('2026-09')]);
    await takeSteps(app, office, september, 'release');
    const report = await answerOfBank(app, office, september, [
      'HK3-1-0001,75000,GAGAL,REKENING 0001800001 TUTUP',
      'HK3-1-0002,75000,BERHASIL,',
    ]);
    expect(report).toMatchObject({ applied: true, returned: 1, state: 'settled' });
    const account = '******0001';
    const remark = 'REKENING ******0001 TUTUP';
    expect(report.returnedTo).toEqual([
      { reference: 'HK3-1-0001', name: 'Yusnidar', account, amount: 75_000n, remark },
    ]);
  });

  it('knows only requests that were released', async () => {
    const unknown = () => answerOfBank(app, office, '0/SPP', ['HK1-1-0001,75000,BERHASIL,']);
    expect(await refusalCodes(unknown)).toEqual(['payment.request-unknown']);
  });
});
