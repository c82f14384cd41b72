import { generateSync } from 'otplib';
import { LinkAcceptanceService } from '../../src/modules/identity/link-acceptance.service.js';
import { LinksService } from '../../src/modules/identity/links.service.js';
import { PaymentRequestsService } from '../../src/modules/payment-requests/payment-requests.service.js';
import { RequestEvidenceService } from '../../src/modules/payment-requests/request-evidence.service.js';
import { actorOf, ORIGIN, PASSWORD } from '../support/identity.js';
import { pageOffice } from '../support/page-office.js';
import { PageVisitor } from '../support/page-visitor.js';
import { takeSteps } from '../support/payments.js';
import { phoneOf } from '../support/phone.js';
import { realBrowser } from '../support/real-browser.js';
import { aPerson, bandsDocument, importBands } from '../support/signatures.js';

const KECAMATAN = '13.10.04';
const browser = await realBrowser();
const office = await pageOffice();
const { app, staff, number } = office;
const path = `/spp/${String(office.requestId)}`;
const signing = `${path}/tanda-tangan`;

await office.asSystem(async () => {
  const by = await actorOf(app, staff.operator.username);
  for (const [username, position] of [
    ['gusti', 'Camat Sitiung'],
    ['irma', 'Kasi PMD Kecamatan Sitiung'],
    ['joni', 'Camat Koto Baru'],
  ] as const) {
    const { id } = await aPerson(app, username, position);
    const { token } = await app.get(LinksService).invite(id, by);
    await app.get(LinkAcceptanceService).accept(token, { password: PASSWORD, ...ORIGIN });
    const code = username === 'joni' ? '13.10.01' : KECAMATAN;
    await office.grant(username, 'pokjanal', { kind: 'region', code });
  }
  const signatures = [{ function: 'Camat', step: 'approve', people: 1 }];
  await importBands(app, staff.operator.id, bandsDocument({ bands: [{ from: 100_000, signatures }] }));
  await takeSteps(app, staff, number, 'verify');
});

const signedIn = async (username: string): Promise<PageVisitor> => {
  const who = new PageVisitor(office.url);
  await who.send(await who.get('/masuk'), '/masuk', { username, password: PASSWORD });
  return who;
};
const actionsOf = async (who: PageVisitor) => (await who.get(path)).forms.map(({ action }) => action);
const signersNow = () =>
  office.asSystem(async () => {
    const request = await app.get(PaymentRequestsService).byNumber(number);
    const { signing: found } = await app.get(RequestEvidenceService).of(request);
    return found.countersignatures.map((one) => `${one.function}: ${one.signedBy}`);
  });

describe('a request that asks for one more signature', () => {
  it('waits on the first page of whose position it names, and not yet of who approves', async () => {
    expect((await (await signedIn('gusti')).get('/')).text).toContain(number);
    for (const username of ['irma', 'joni', 'datuk'])
      expect((await (await signedIn(username)).get('/')).text).toContain('Tidak ada SPP yang menunggu');
  });

  it('says to who approves, and to everybody, whom it waits for', async () => {
    const wali = await (await signedIn('datuk')).get(path);
    expect(wali.text).toContain('Langkah ini menunggu tanda tangan: Camat.');
    expect(wali.forms.map(({ action }) => action)).toEqual(['/keluar', `${path}/penolakan`]);
    const operator = await (await signedIn('ani')).get(path);
    expect(operator.text).toContain('Masih menunggu tanda tangan: Camat.');
    expect(operator.text).not.toContain('Tanda tangani');
    expect(operator.forms.map(({ action }) => action)).toEqual(['/keluar']);
  });

  it('is not there for the camat of elsewhere', async () => {
    const other = await signedIn('joni');
    expect((await other.get(path)).status).toBe(404);
  });

  it('is not signed without the second factor, by whatever way', async () => {
    const gusti = await signedIn('gusti');
    const shown = await gusti.get(path);
    expect(shown.text).toContain('Tanda tangan Anda diminta');
    expect(await actionsOf(gusti)).not.toContain(signing);
    const { csrf = '' } = shown.forms[0]?.fields ?? {};
    const refused = await gusti.post(signing, { csrf, kunci: 'satu', versi: '"basi"', jabatan: 'Camat' });
    expect([refused.status, await signersNow()]).toEqual([403, []]);
    expect(refused.text).toContain('kode autentikator');
  });

  it('is offered to the Pokjanal behind a question, whose position says something else', async () => {
    const { text } = await (await signedIn('irma')).get(path);
    expect(text).toContain('Hanya bila jabatan itu memang Anda pangku');
    expect(text).not.toContain('Tanda tangan Anda diminta');
  });
});

describe('the camat at her phone', () => {
  it('signs once what waits for her, with her second factor; then it is the wali nagari`s turn', async () => {
    const { page, complaints, look } = await phoneOf(browser);
    await page.goto(office.url);
    await page.getByLabel('Nama pengguna').fill('gusti');
    await page.getByLabel('Kata sandi').fill(PASSWORD);
    await page.getByRole('button', { name: 'Masuk' }).click();
    await page.getByRole('link', { name: number }).click();
    await look('tanda-tangan-tanpa-autentikator');
    await page.getByRole('link', { name: 'Pasang autentikator' }).click();
    await page.getByRole('button', { name: 'Pasang sekarang' }).click();
    const secret = (await page.locator('.secret').innerText()).replace(/\s/g, '');
    const epoch = Math.floor(office.clock.now().getTime() / 1000);
    await page.getByLabel('Kode enam angka').fill(generateSync({ secret, epoch }));
    await page.getByRole('button', { name: 'Sahkan' }).click();
    await page.goto(`${office.url}${path}`);
    await look('tanda-tangan');
    await page.getByRole('button', { name: 'Tanda tangani sebagai Camat' }).click();
    await look('tanda-tangan-diberikan');
    const text = await page.locator('main').innerText();
    expect(text).toContain('SPP sudah Anda tanda tangani menurut jenjangnya.');
    expect(text).toContain('Ditandatangani sebagai Camat');
    expect(text).not.toContain('Masih menunggu tanda tangan');
    expect(await page.getByRole('button', { name: /^Tanda tangani/ }).count()).toBe(0);
    expect(await signersNow()).toEqual(['Camat: gusti gusti']);
    expect((await (await signedIn('datuk')).get('/')).text).toContain(number);
    await page.goto(office.url);
    expect(await page.locator('main').innerText()).toContain('Tidak ada SPP yang menunggu');
    expect(complaints).toEqual([]);
  });
});
