import { generateSync } from 'otplib';
import { LinksService } from '../../src/modules/identity/links.service.js';
import { PaymentRequestsService } from '../../src/modules/payment-requests/payment-requests.service.js';
import { PASSWORD } from '../support/identity.js';
import { httpOffice, type HttpOffice } from '../support/http-app.js';
import { pageOffice } from '../support/page-office.js';
import { phoneOf } from '../support/phone.js';
import { realBrowser } from '../support/real-browser.js';

const browser = await realBrowser();
const empty = await httpOffice();
const office = await pageOffice('verify');

/** The code of the authenticator, some steps after the clock of the app. */
const codeOf = ({ clock }: HttpOffice, secret: string, later = 0) =>
  generateSync({ secret, epoch: Math.floor(clock.now().getTime() / 1000) + later });

describe('on a phone, without scripts', () => {
  it('the first administrator comes in by her link, with a second factor', async () => {
    const { page, complaints, look } = await phoneOf(browser);
    const { token } = await empty.asSystem(() => empty.app.get(LinksService).first());
    await page.goto(`${empty.url}/tautan/${token}`);
    await look('tautan');
    await page.getByLabel('Nama pengguna').fill('siti');
    await page.getByLabel('Nama lengkap').fill('Siti Aminah');
    await page.getByLabel('Jabatan').fill('Pranata Komputer');
    await page.getByLabel('Kata sandi baru', { exact: true }).fill(PASSWORD);
    await page.getByLabel('Kata sandi baru, sekali lagi').fill(PASSWORD);
    await page.getByRole('button', { name: 'Simpan dan masuk' }).click();
    await look('autentikator');
    await page.getByRole('button', { name: 'Pasang sekarang' }).click();
    await look('rahasia');
    const secret = (await page.locator('.secret').innerText()).replace(/\s/g, '');
    await page.getByLabel('Kode enam angka').fill(codeOf(empty, secret));
    await page.getByRole('button', { name: 'Sahkan' }).click();
    await look('kode-pemulihan');
    expect(await page.locator('.codes li').count()).toBe(10);
    await page.getByRole('link', { name: 'Sudah saya simpan' }).click();
    await look('beranda-pengelola');
    expect(await page.locator('main').innerText()).toContain('pengelola sistem');
    await page.getByRole('button', { name: 'Keluar' }).click();
    await page.getByLabel('Nama pengguna').fill('siti');
    await page.getByLabel('Kata sandi').fill(PASSWORD);
    await page.getByLabel('Kode').fill(codeOf(empty, secret, 30));
    await look('masuk');
    await page.getByRole('button', { name: 'Masuk' }).click();
    expect(new URL(page.url()).pathname).toBe('/');
    expect(await page.locator('header').innerText()).toContain('Siti Aminah');
    expect(complaints).toEqual([]);
  });

  it('a wali nagari approves a request that waits for him', async () => {
    const { page, complaints, look } = await phoneOf(browser);
    const path = `/spp/${String(office.requestId)}`;
    await page.goto(`${office.url}${path}`);
    expect(new URL(page.url()).pathname).toBe('/masuk');
    await page.getByLabel('Nama pengguna').fill('datuk');
    await page.getByLabel('Kata sandi').fill(PASSWORD);
    await page.getByRole('button', { name: 'Masuk' }).click();
    expect(new URL(page.url()).pathname).toBe(path);
    await look('spp-tanpa-autentikator');
    await page.getByRole('link', { name: 'Pasang autentikator' }).click();
    await page.getByRole('button', { name: 'Pasang sekarang' }).click();
    const secret = (await page.locator('.secret').innerText()).replace(/\s/g, '');
    await page.getByLabel('Kode enam angka').fill(codeOf(office, secret));
    await page.getByRole('button', { name: 'Sahkan' }).click();
    await page.getByRole('link', { name: 'Sudah saya simpan' }).click();
    await look('beranda-wali');
    await page.getByRole('link', { name: office.number }).click();
    await look('spp-menunggu');
    await page.getByText('Tolak, dengan alasan').click();
    await look('spp-tolak');
    await page.getByRole('button', { name: /^Setujui Rp/ }).click();
    await look('spp-disetujui');
    expect(await page.locator('main').innerText()).toContain('SPP sudah Anda setujui.');
    const { state } = await office.asSystem(() =>
      office.app.get(PaymentRequestsService).byId(office.requestId),
    );
    expect(state).toBe('approved');
    for (const [name, address] of [
      ['spp-daftar', '/spp'],
      ['akun', '/akun'],
      ['kata-sandi', '/akun/kata-sandi'],
      ['kader-daftar', '/kader'],
      ['kader', '/kader/1'],
      ['penjelasan', '/kader/1/penjelasan/2026-07'],
    ] as const) {
      await page.goto(`${office.url}${address}`);
      await look(name);
    }
    expect(complaints).toEqual([]);
  });
});
