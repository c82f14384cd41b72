import { aStatedHeir } from './heirs.js';
import type { AttackedOffice } from './two-offices.js';

const DAY = '2026-10-01';

/** Bodies that get through to what is kept, of the routes for which a value for every field is not enough. */
export const wholeBodies: Readonly<Record<string, (office: AttackedOffice) => object>> = {
  'KaderAccounts.record': () => ({
    ...aStatedHeir({ nik: '1310046505050009' }),
    proof: { ...aStatedHeir().proof, sha256: 'a'.repeat(64) },
  }),
  'Users.grant': ({ region }) => ({ role: 'verifier', region, basis: 'SK 1/2026' }),
  'Referrals.record': ({ region, kaderId }) => ({
    ...{ posyandu: `${region}.001`, kader: kaderId, bidang: 'kesehatan', on: DAY },
    ...{ subject: 'deteksi-dini-kesehatan', count: 1, description: 'uji' },
  }),
  'Referrals.answer': () => ({ answer: 'done', on: DAY, text: 'uji' }),
  'Delegations.add': ({ region }) => ({
    ...{ from: 'budi', to: 'datuk', step: 'verify', payer: region, basis: 'ST 1/2026', reason: 'cuti' },
    ...{ validFrom: '2027-01-01', validTo: '2027-01-02' },
  }),
  'Overpayments.agree': () => ({
    instalment: 1_000,
    from: '2026-11',
    mode: 'cash',
    document: 'Surat 1/2026',
  }),
  'Overpayments.receive': () => ({ amount: 1, on: DAY, receipt: 'K-1' }),
  'Funding.revise': ({ region }) => ({
    ...{ payer: region, label: 'DDS', fiscalYear: 2026, ceiling: 2_000_000, legalBasis: 'DPPA 1/2026' },
  }),
  'TaxPapers.set': ({ region }) => ({
    ...{ payer: region, npwp: '0012345678901000', nitku: '0012345678901000000000' },
    ...{ name: 'Nagari', from: '2026-01-01' },
  }),
  'Declarations.declare': () => ({ body: 'Nagari', what: 'perangkat', from: '2026-01-01' }),
};
