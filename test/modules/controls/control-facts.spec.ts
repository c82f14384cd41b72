import { DataSource } from 'typeorm';
import { serviceMonth } from '../../../src/core/shared/service-month.js';
import { ControlsService } from '../../../src/modules/controls/controls.service.js';
import { PaymentRequestsService } from '../../../src/modules/payment-requests/payment-requests.service.js';
import { UsersService } from '../../../src/modules/users/users.service.js';
import { accountLiterals } from '../../support/account-numbers.js';
import { testApp } from '../../support/app.js';
import { addKader, SIGUNTUR, SITIUNG } from '../../support/nagari.js';
import { aDraft, aPayingNagari, calculate, endService, JULY, takeSteps } from '../../support/payments.js';

const [MAY, JUNE] = [serviceMonth('2026-05'), serviceMonth('2026-06')];
const { app } = await testApp();
const office = await aPayingNagari(app, 10_000_000n);
const sql = (statement: string, ...parameters: readonly unknown[]) =>
  app.get(DataSource).query<unknown[]>(statement, [...parameters]);

describe('the facts of a request', () => {
  it('are what the whole database knows around it: rosters, accounts, activity, older and earlier payments', async () => {
    await addKader(app, office, { nik: '1310044101800003', name: 'Murni Hayati', nagari: SIGUNTUR });
    const paid = await aDraft(app, office, [MAY]);
    await takeSteps(app, office, paid, 'release');
    await endService(app, 'Murni Hayati', '2026-03-31');
    await addKader(app, office, { nik: '1310044101800004', name: 'Yusnidarr', nagari: SITIUNG });
    await addDesi();
    await calculate(app, office, [JUNE, JULY]);
    await sql(
      `delete from activity_attendance where kader_id = (select id from kader where name = 'Desi Marlina')`,
    );
    const { request } = await app
      .get(PaymentRequestsService)
      .draft({ payer: SIGUNTUR, months: [JULY], by: office.operator });
    const found = await app.get(ControlsService).run(request.number);
    expect(found.map(({ control, severity, sentence }) => `${control} ${severity} ${sentence}`)).toEqual([
      'C3 warn Desi Marlina (1310********0005): tidak ada kegiatan 3 bulan berturut-turut (Mei s.d. Juli 2026), padahal posyandunya Mawar (13.10.04.2002.001) melapor. Jelaskan, atau akhiri SK-nya.',
      'C4 warn Yusnidar (1310********0001) mirip Yusnidarr (1310********0004) di Sitiung 13.10.04.2001: nama dan tanggal lahir sama 95 persen. Pastikan dua orang berbeda, tulis buktinya (misalnya KTP).',
      'C10 warn Desi Marlina (1310********0005): rekening ******9999 tercatat atas nama BAMBANG WIDODO (kemiripan 7 persen). Bayar ke rekeningnya sendiri, atau jelaskan bukti bahwa rekening itu miliknya.',
      'C11 warn 3 kader masih mempunyai honor Juni 2026 sebesar Rp225.000 yang belum dimasukkan ke SPP mana pun, sedangkan SPP ini membayar bulan sesudahnya. Dahulukan yang lama, atau jelaskan.',
      `C19 warn Murni Hayati (1310********0003) pernah dibayar Rp75.000 untuk Mei 2026 (${paid}), padahal tidak tercakup SK. Catat sebagai kelebihan bayar dan tagih kembali, atau jelaskan.`,
    ]);
  });

  it('tell a share that another payer carries from the same honor paid again', async () => {
    const [line] = (await sql(
      `select honor_line.id from honor_line join kader on kader.id = kader_id
       where kader.name = 'Yusnidar' and service_month = '2026-07'`,
    )) as [{ id: number }];
    const shares = await sql(`select amount from entitlement where honor_line_id = $1`, line.id);
    expect(shares).toHaveLength(2);
    const found = await app.get(ControlsService).list(null);
    expect(found.filter(({ control }) => control === 'C12')).toEqual([]);
  });
});

/** A kader whose account is in somebody else's name. */
async function addDesi(): Promise<void> {
  const recorder = await app
    .get(UsersService)
    .add({ username: 'rini', fullName: 'Rini', position: 'Petugas Data' });
  const desi = { nik: '1310044101800005', name: 'Desi Marlina', nagari: SIGUNTUR, account: null };
  const kaderId = await addKader(app, office, desi);
  await sql(
    `insert into bank_account (kader_id, bank_code, account_number_sealed, account_number_digest, account_name, recorded_by, recorded_at)
     values ($1, '118', ${accountLiterals('9999999999')}, 'BAMBANG WIDODO', $2, now())`,
    kaderId,
    recorder.id,
  );
}
