import { bankTransferOf, recipientOf, type PaymentLine } from '../../../src/core/payment/payment-papers.js';
import { plainDate } from '../../../src/core/shared/plain-date.js';
import { serviceMonth } from '../../../src/core/shared/service-month.js';

const line: PaymentLine = {
  reference: 'HK1-1-0001',
  name: 'Yusnidar',
  nik: '1310044101800001',
  posyandu: 'Mawar',
  jorong: '',
  role: 'kader',
  skNumber: 'SK-1/2026',
  skDate: plainDate('2026-01-05'),
  months: 1,
  rate: 75_000n,
  gross: 75_000n,
  incomeTax: 1_875n,
  premiums: 16_800n,
  net: 56_325n,
  bankCode: '118',
  accountNumber: '0012345678',
  accountName: 'Yusnidar',
  heirName: null,
};

it('the list shows gross, tax, premiums and net; the bank is told net', () => {
  expect(recipientOf(line, 'Bank Nagari')).toMatchObject({
    role: 'Kader',
    gross: 75_000n,
    incomeTax: 1_875n,
    otherDeductions: 16_800n,
    net: 56_325n,
  });
  const transfer = bankTransferOf(line, 'Bank Nagari', [serviceMonth('2026-07')]);
  expect(transfer).toMatchObject({ amount: 56_325n, remark: 'Honor kader Juli 2026' });
});

it('an heir signs for what she receives, and everything else stays the kader who earned it', () => {
  const toHeir = { ...line, accountName: 'Rina Marlina', heirName: 'Rina Marlina' };
  expect(recipientOf(toHeir, 'Bank Nagari')).toEqual({
    ...recipientOf(line, 'Bank Nagari'),
    name: 'Rina Marlina, ahli waris dari Yusnidar',
  });
  expect(bankTransferOf(toHeir, 'Bank Nagari', [serviceMonth('2026-07')])).toMatchObject({
    payee: 'Rina Marlina',
    remark: 'Honor kader Juli 2026, ahli waris dari Yusnidar',
  });
});
