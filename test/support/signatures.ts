import type { INestApplicationContext } from '@nestjs/common';
import { plainDate } from '../../src/core/shared/plain-date.js';
import { ApprovalBandsService, type BandImport } from '../../src/modules/approvals/approval-bands.service.js';
import {
  DelegationsService,
  type DelegationCommand,
  type DelegationRecord,
} from '../../src/modules/approvals/delegations.service.js';
import { UsersService, type User } from '../../src/modules/users/users.service.js';
import { SIGUNTUR, withFile } from './nagari.js';

/** A set of bands as a file would give it: from Rp100.000 on a camat signs before the money goes. */
export function bandsDocument(
  change: Readonly<Record<string, unknown>> = {},
): Readonly<Record<string, unknown>> {
  return {
    scope: SIGUNTUR,
    appliesTo: 'nagari',
    name: 'Rekomendasi camat',
    legalBasis: { number: 'Perbup 7/2026', date: '2026-01-02', title: 'Keuangan nagari' },
    validFrom: '2026-01-02',
    validTo: null,
    bands: [{ from: 100_000, signatures: [{ function: 'Camat', step: 'release', people: 1 }] }],
    ...change,
  };
}

/** Imports bands; JSON is YAML too. */
export function importBands(app: INestApplicationContext, by: number, document: object): Promise<BandImport> {
  return withFile('jenjang.yaml', JSON.stringify(document), (path) =>
    app.get(ApprovalBandsService).importFile(path, by),
  );
}

/** Somebody outside of the four. */
export function aPerson(app: INestApplicationContext, username: string, position: string): Promise<User> {
  return app.get(UsersService).add({ username, fullName: `${username} ${username}`, position });
}

/** Approving for somebody in Siguntur, in the first ten days of October. */
export function delegate(
  app: INestApplicationContext,
  {
    from,
    to,
    ...command
  }: { from: User; to: User } & Pick<DelegationCommand, 'by'> &
    Partial<Omit<DelegationCommand, 'from' | 'to'>>,
): Promise<DelegationRecord> {
  return app.get(DelegationsService).add({
    step: 'approve',
    payer: SIGUNTUR,
    capacity: 'plh',
    validFrom: plainDate('2026-10-01'),
    validTo: plainDate('2026-10-10'),
    basis: 'surat tugas 5/2026',
    reason: 'dinas luar',
    ...command,
    from: from.username,
    to: to.username,
  });
}
