import { RevealService } from '../../../src/modules/privacy/reveal.service.js';
import type { Caller } from '../../support/caller.js';
import { honorOn } from '../../support/commands.js';
import { httpOffice } from '../../support/http-app.js';
import { addKader, anOffice, SIGUNTUR, SITIUNG } from '../../support/nagari.js';
import { refusalCodes } from '../../support/refusal.js';
import { ask } from '../../support/session.js';

const NIK = '1310044101800001';
const ACCOUNT = '10020210098811';
const REASON = 'Diminta Bank Nagari untuk mencocokkan buku tabungan';

const http = await httpOffice();
const { kader, poor } = await http.asSystem(async () => {
  const office = await anOffice(http.app);
  return {
    kader: await addKader(http.app, office, { nik: NIK, name: 'Yusnidar', account: ACCOUNT }),
    poor: await addKader(http.app, office, { nik: '1310044101800002', name: 'Desi', account: null }),
  };
});
await http.people('rina', 'rini', 'rani', 'runi');
await http.grant('rina', 'verifier', { kind: 'region', code: SITIUNG });
await http.grant('rini', 'verifier', { kind: 'region', code: SIGUNTUR });
await http.grant('runi', 'verifier', { kind: 'region', code: SITIUNG });
await http.grant('rani', 'auditor', { kind: 'region', code: '13.10' });
const verifier = await http.signedIn('rina', { secondFactor: true });

const reveal = (caller: Caller, field: string, reason = REASON, whose = kader) =>
  caller.post(`/api/v1/kader/${String(whose)}/reveal`, { field, reason });
const recorded = () =>
  ask(
    http.databaseUrl,
    `select json_build_object('kader', kader_id, 'what', what, 'reason', reason, 'by', username, 'address', address <> '')
     from disclosure join app_user on app_user.id = disclosed_by order by disclosure.id`,
  );

describe('a full number', () => {
  it('is shown for a reason, and who saw it stands there for the auditor', async () => {
    expect((await reveal(verifier, 'nik')).body).toEqual({
      ...{ kaderId: kader, name: 'Yusnidar', field: 'nik', nik: NIK, accounts: [] },
    });
    const account = await reveal(verifier, 'account', `${REASON}, NIK ${NIK}`);
    expect(account.body).toMatchObject({
      nik: null,
      accounts: [{ bankCode: '118', number: ACCOUNT, isPending: false }],
    });
    const record = { kader, reason: REASON, by: 'rina', address: true };
    expect(await recorded()).toEqual([
      { ...record, what: 'nik' },
      { ...record, what: 'account', reason: `${REASON}, NIK ************0001` },
    ]);
    const auditor = await http.signedIn('rani');
    const seen = await auditor.get(`/api/v1/kader/${String(kader)}/disclosures`);
    expect(seen.body).toMatchObject({
      items: [
        { what: 'account', by: 'rina' },
        { what: 'nik', by: 'rina' },
      ],
    });
  });

  it.each([
    ['without a reason', 'nik', '  ', 422],
    ['for a reason of no words', 'nik', '123 456 789 0123', 422],
    ['that is none of the two', 'phone', REASON, 422],
  ])('is not shown %s, and nothing is recorded', async (_, field, reason, status) => {
    const before = await recorded();
    expect((await reveal(verifier, field, reason)).status).toBe(status);
    expect(await recorded()).toEqual(before);
  });

  it('is shown to nobody elsewhere, without second factor, or of somebody who is not there', async () => {
    const before = await recorded();
    const withoutCode = await http.signedIn('runi');
    const elsewhere = await http.signedIn('rini', { secondFactor: true });
    const answers = [
      await reveal(elsewhere, 'nik'),
      await reveal(withoutCode, 'nik'),
      await reveal(elsewhere, 'nik', REASON, 999),
    ];
    expect(answers.map(({ status }) => status)).toEqual([403, 403, 403]);
    expect(await recorded()).toEqual(before);
  });

  it('asked for again with the same key is written down again, and kept nowhere', async () => {
    const before = await recorded();
    const again = { 'idempotency-key': 'dua-kali-diminta' };
    for (const headers of [again, again]) {
      const path = `/api/v1/kader/${String(kader)}/reveal`;
      const shown = await verifier.post(path, { field: 'nik', reason: REASON }, headers);
      expect(shown.body).toMatchObject({ nik: NIK });
    }
    expect((await recorded()).length).toBe(before.length + 2);
    expect(
      await ask(http.databaseUrl, `select key from idempotent_request where key = 'dua-kali-diminta'`),
    ).toEqual([]);
  });

  it('that is not there is not recorded as shown', async () => {
    const before = await recorded();
    expect((await reveal(verifier, 'account', REASON, poor)).status).toBe(404);
    expect(await recorded()).toEqual(before);
  });

  it('is not read when it cannot be written down', async () => {
    await ask(http.databaseUrl, 'revoke insert on disclosure from honor_app');
    const wish = { kader: String(kader), reason: REASON, by: { userId: 1, address: 'x', agent: 'x' } };
    const revealed = http.asSystem(() => http.app.get(RevealService).reveal(wish, 'nik'));
    await expect(revealed).rejects.toMatchObject({ code: '42501' });
    await ask(http.databaseUrl, 'grant insert on disclosure to honor_app');
  });

  it('is shown on the command line to who says who asks and why', async () => {
    const honor = honorOn({ app: http.app, clock: http.clock });
    const run = (...words: string[]) => http.asSystem(() => honor(...words));
    const told = await run('roster', 'reveal', NIK, '--field', 'account', '--reason', REASON, '--by', 'rina');
    expect(told).toMatchObject({
      status: 0,
      stdout: `Yusnidar: rekening 118 ${ACCOUNT} atas nama Yusnidar\n`,
    });
    expect((await run('roster', 'reveal', NIK, '--field', 'nik', '--by', 'rina')).status).toBe(2);
    const list = await run('privacy', 'disclosures', String(kader));
    expect(list.stdout.split('\n')[0]).toContain(`account: rina`);
    expect(list.stdout.split('\n')[0]).toContain(`dari baris perintah: ${REASON}`);
    expect(list.stdout).not.toContain(NIK);
  });

  it('is asked of somebody on the roster', async () => {
    const wish = { kader: '1310044101809999', reason: REASON, by: { userId: 1, address: 'x', agent: 'x' } };
    expect(
      await refusalCodes(() => http.asSystem(() => http.app.get(RevealService).reveal(wish, 'nik'))),
    ).toEqual(['privacy.kader-unknown']);
  });
});

it('what was recorded is never changed', async () => {
  for (const statement of [
    `update disclosure set reason = 'lain'`,
    'delete from disclosure',
    'truncate disclosure',
  ]) {
    await expect(ask(http.databaseUrl, statement)).rejects.toThrow('append-only');
  }
});
