import { UsersService, type User } from '../users/users.service.js';
import type { DemoContext } from './demo-context.js';
import { javaneseWomen, men, menSecond, minangWomen, minangWomenSecond } from './sheets/names.js';
import { randomOf } from './sheets/random.js';

/** The four who handle a payment, one part each. */
export interface DemoOffice {
  readonly operator: User;
  readonly verifier: User;
  readonly approver: User;
  readonly treasurer: User;
}

/** The people of a paying body: a nagari office, or the OPD's own four. */
export async function demoOffice(
  { app }: DemoContext,
  payer: { readonly code: string; readonly name: string; readonly isNagari: boolean },
): Promise<DemoOffice> {
  const random = randomOf(0, `office ${payer.code}`);
  const users = app.get(UsersService);
  const add = (part: string, position: string, names: readonly (readonly string[])[]): Promise<User> =>
    users.add({
      username: `${part}.${payer.code.toLowerCase()}`,
      fullName: names.map((list) => random.pick(list)).join(' '),
      position: `${position} ${payer.name}`,
    });
  const words = payer.isNagari
    ? (['Kasi Kesejahteraan Nagari', 'Sekretaris Nagari', 'Wali Nagari', 'Kaur Keuangan Nagari'] as const)
    : (['PPTK', 'PPK', 'Kuasa Pengguna Anggaran', 'Bendahara Pengeluaran'] as const);
  return {
    operator: await add('operator', words[0], [minangWomen, minangWomenSecond]),
    verifier: await add('verifikator', words[1], [javaneseWomen, minangWomenSecond]),
    approver: await add('penyetuju', words[2], [men, menSecond]),
    treasurer: await add('bendahara', words[3], [minangWomen, menSecond]),
  };
}
