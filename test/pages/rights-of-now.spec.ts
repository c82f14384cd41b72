import { RoleGrantsService } from '../../src/modules/access/role-grants.service.js';
import { PaymentRequestsService } from '../../src/modules/payment-requests/payment-requests.service.js';
import { StandingService } from '../../src/modules/identity/standing.service.js';
import { actorOf, PASSWORD } from '../support/identity.js';
import { pageOffice } from '../support/page-office.js';
import { PageVisitor } from '../support/page-visitor.js';

const office = await pageOffice('submit');
const { app, staff } = office;
const path = `/spp/${String(office.requestId)}`;

const signedIn = async (username: string): Promise<PageVisitor> => {
  const who = new PageVisitor(office.url);
  await who.send(await who.get('/masuk'), '/masuk', { username, password: PASSWORD });
  return who;
};

const stateNow = async () =>
  (await office.asSystem(() => app.get(PaymentRequestsService).byId(office.requestId))).state;

describe('who is signed in on a page', () => {
  it('has another session than the one she came with', async () => {
    const who = new PageVisitor(office.url);
    const form = await who.get('/masuk');
    who.cookies.set('honor', 'a'.repeat(43));
    await who.send(form, '/masuk', { username: staff.operator.username, password: PASSWORD });
    expect(who.cookies.get('honor')).not.toBe('a'.repeat(43));
    expect((await who.get(path)).status).toBe(200);
  });

  it('may not take the step she was shown once her role ended', async () => {
    const { id, username } = staff.verifier;
    const who = await signedIn(username);
    const shown = await who.get(path);
    expect(shown.forms.map(({ action }) => action)).toContain(`${path}/verifikasi`);
    await office.asSystem(async () => {
      const [grant] = await app.get(RoleGrantsService).list(id);
      await app.get(RoleGrantsService).revoke(grant?.id ?? 0, 'pindah tugas', staff.operator);
    });
    expect((await who.send(shown, `${path}/verifikasi`)).status).toBe(403);
    expect((await who.get(path)).status).toBe(403);
    expect(await stateNow()).toBe('submitted');
  });

  it('is out once she is deactivated', async () => {
    const { id, username } = staff.treasurer;
    const who = await signedIn(username);
    const account = await who.get('/akun');
    expect(account.status).toBe(200);
    const by = await office.asSystem(() => actorOf(app, staff.operator.username));
    await office.asSystem(() => app.get(StandingService).deactivate(id, by, 'berhenti bekerja'));
    expect((await who.get(path)).path).toMatch(/^\/masuk/);
    expect((await who.send(account, '/keluar')).status).toBe(401);
  });

  it('is out everywhere else once she changed her password', async () => {
    const [here, elsewhere] = [await signedIn(staff.wali.username), await signedIn(staff.wali.username)];
    const shown = await here.get('/akun/kata-sandi');
    const password = 'sandi baru yang panjang sekali';
    await here.send(shown, '/akun/kata-sandi', { current: PASSWORD, password, again: password });
    expect((await here.get(path)).status).toBe(200);
    expect((await elsewhere.get(path)).path).toMatch(/^\/masuk/);
  });
});
