import { PaymentRequestsService } from '../../src/modules/payment-requests/payment-requests.service.js';
import { PASSWORD } from '../support/identity.js';
import { pageOffice } from '../support/page-office.js';
import { PageVisitor, type Shown } from '../support/page-visitor.js';

const office = await pageOffice('submit');
const path = `/spp/${String(office.requestId)}`;
const NIKS = ['1310044101800001', '1310044101800002'];

const signedIn = async (username: string): Promise<PageVisitor> => {
  const who = new PageVisitor(office.url);
  await who.send(await who.get('/masuk'), '/masuk', { username, password: PASSWORD });
  return who;
};

const stateNow = async () =>
  (await office.asSystem(() => office.app.get(PaymentRequestsService).byId(office.requestId))).state;

const [ani, budi] = [await signedIn('ani'), await signedIn('budi')];
await office.people('luar');
await office.grant('luar', 'verifier', { kind: 'region', code: '13.10.04.2001' });

describe('the page of a request', () => {
  it('shows who is paid how much for when, and no whole number of a person', async () => {
    const { status, text, html } = await budi.get(path);
    expect(status).toBe(200);
    for (const words of [
      'Rp150.000',
      'untuk 2 kader, Juli 2026',
      'Yusnidar',
      '1310********0001',
      'Ani Marlina',
    ])
      expect(text).toContain(words);
    expect(NIKS.filter((nik) => html.includes(nik))).toEqual([]);
  });

  it('holds the one step that is for whoever looks, and waits on her first page', async () => {
    const address = (shown: Shown) => shown.forms.map(({ action }) => action);
    expect(address(await budi.get(path))).toEqual(['/keluar', `${path}/verifikasi`, `${path}/penolakan`]);
    expect(address(await ani.get(path))).toEqual(['/keluar']);
    expect((await budi.get('/')).text).toContain(office.number);
    expect((await ani.get('/')).text).toContain('Tidak ada SPP yang menunggu langkah Anda.');
  });

  it('is where somebody is sent who asks why a kader is not paid, in words and not by a command', async () => {
    const { status, text } = await budi.get('/kader/1/penjelasan/2026-07');
    expect(status).toBe(200);
    expect(text).toContain(`sekretaris nagari: Ambil langkah berikutnya pada halaman SPP ${office.number}.`);
    expect(text).not.toMatch(/honor request|--\w/);
  });

  it('is not there for somebody of another nagari', async () => {
    const other = await signedIn('luar');
    const shown = await other.get(path);
    expect([shown.status, shown.text.includes('Yusnidar')]).toEqual([404, false]);
    expect((await other.get('/spp')).text).toContain('Belum ada SPP di wilayah Anda.');
  });

  it('shows what somebody wrote as text, whatever it looks like', async () => {
    const written = '<script>alert(1)</script>';
    const { html } = await budi.get(`/kader?wilayah=13.10.04.2002&nama=${encodeURIComponent(written)}`);
    expect([html.includes('<script'), html.includes('&lt;script')]).toEqual([false, true]);
  });
});

describe('a step', () => {
  it('is not taken on what has changed since it was seen', async () => {
    const shown = await budi.get(path);
    const form = shown.forms.find(({ action }) => action.endsWith('/verifikasi'));
    const refused = await budi.post(`${path}/verifikasi`, { ...form?.fields, versi: '"basi"' });
    expect([refused.status, await stateNow()]).toEqual([412, 'submitted']);
    expect(refused.text).toContain('sudah berubah sejak terakhir dilihat');
  });

  it('is sent back with a reason, also one of several lines', async () => {
    const shown = await budi.get(path);
    const empty = await budi.send(shown, `${path}/penolakan`, { reason: '' });
    expect([empty.status, empty.text.includes('Alasan: ')]).toEqual([422, true]);
    const sent = await budi.send(shown, `${path}/penolakan`, { reason: 'SK belum\tada\r\nlampirkan dulu' });
    expect([sent.status, sent.path, await stateNow()]).toEqual([200, `${path}?selesai=reject`, 'draft']);
    expect(sent.text).toContain('SK belum ada lampirkan dulu');
  });

  it('is taken once, however often and quickly the button is tapped', async () => {
    const shown = await ani.get(path);
    const taps = await Promise.all([1, 2, 3].map(() => ani.send(shown, `${path}/pengajuan`)));
    for (const tap of taps) expect([tap.status, tap.path]).toEqual([200, `${path}?selesai=submit`]);
    const { steps } = await office.asSystem(() => office.app.get(PaymentRequestsService).show(office.number));
    expect(steps.map(({ to }) => to)).toEqual(['submitted', 'draft', 'submitted']);
  });

  it('is refused in words, with the way back, to whose it is not', async () => {
    const shown = await budi.get(path);
    const form = shown.forms.find(({ action }) => action.endsWith('/verifikasi'));
    const { fields } = (await ani.get(path)).forms[0] ?? { fields: {} };
    const sent = { ...fields, versi: form?.fields.versi ?? '' };
    const refused = await ani.post(`${path}/verifikasi`, sent, { referer: `${office.url}${path}` });
    expect([refused.status, await stateNow()]).toEqual([403, 'submitted']);
    expect(refused.text).toContain('tidak berwenang');
    expect(refused.html).toContain(`href="${path}"`);
  });
});
