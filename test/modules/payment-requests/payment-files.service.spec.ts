import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { DataSource } from 'typeorm';
import { serviceMonth } from '../../../src/core/shared/service-month.js';
import { PaymentFilesService } from '../../../src/modules/payment-requests/payment-files.service.js';
import { RecipientsListHeading } from '../../../src/modules/payment-requests/recipients-list-heading.js';
import { PaymentRequestsService } from '../../../src/modules/payment-requests/payment-requests.service.js';
import { testApp } from '../../support/app.js';
import { temporaryFolder } from '../../support/embedded-folder.js';
import { aDraft, aPayingNagari, AUGUST, JULY, takeSteps } from '../../support/payments.js';
import { addKader, SIGUNTUR } from '../../support/nagari.js';
import { refusalCodes } from '../../support/refusal.js';

const { app } = await testApp();
const office = await aPayingNagari(app);
const number = await aDraft(app, office, [JULY]);
await takeSteps(app, office, number, 'release');
const files = app.get(PaymentFilesService);

describe('PaymentFilesService.export', () => {
  it('writes nothing before the release, nor for a request that is not there', async () => {
    const draft = await aDraft(app, office, [AUGUST]);
    expect(await refusalCodes(() => files.export(draft, '/nowhere'))).toEqual(['payment.exported-too-early']);
    expect(await refusalCodes(() => files.export('0/SPP', '/nowhere'))).toEqual(['payment.request-unknown']);
  });

  it('names both files alike, and lets nobody else read the accounts', async () => {
    const [list, bank] = await files.export(number, await temporaryFolder());
    const slug = number.replaceAll(/[^A-Za-z0-9]+/g, '-');
    expect(basename(list?.path ?? '')).toBe(`daftar-penerimaan_${slug}.xlsx`);
    expect(basename(bank?.path ?? '')).toBe(`transfer_${slug}_2-orang_150000.csv`);
    expect((await stat(bank?.path ?? '')).mode & 0o777).toBe(0o600);
  });

  it('writes neither when one of them cannot be composed', async () => {
    await addKader(app, office, { nik: '1310044101800003', name: '???', nagari: SIGUNTUR });
    const september = await aDraft(app, office, [serviceMonth('2026-09')]);
    await takeSteps(app, office, september, 'release');
    const folder = join(await temporaryFolder(), 'hasil');
    expect(await refusalCodes(() => files.export(september, folder))).toEqual(['bank-transfer.payee']);
    await expect(readdir(folder)).rejects.toThrow('ENOENT');
  });
});

describe('RecipientsListHeading.of', () => {
  it('names the nagari once, however its payer is called', async () => {
    const dataSource = app.get(DataSource);
    await dataSource.query(`update paying_body set name = 'Nagari Siguntur'`);
    const request = await app.get(PaymentRequestsService).byNumber(number);
    const heading = await dataSource.transaction((tx) => app.get(RecipientsListHeading).of(tx, request));
    expect(heading.offices.at(-1)).toBe('Nagari Siguntur');
  });
});
