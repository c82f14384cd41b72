import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { plainDate } from '../../src/core/shared/plain-date.js';
import { DeductionPoliciesService } from '../../src/modules/deductions/deduction-policies.service.js';
import { FundingSourcesService } from '../../src/modules/funding-sources/funding-sources.service.js';
import { HonorPoliciesService } from '../../src/modules/honor-policies/honor-policies.service.js';
import { RegionImportService } from '../../src/modules/regions/region-import.service.js';
import { UsersService, type User } from '../../src/modules/users/users.service.js';
import { projectFolder } from '../../src/platform/configuration.js';
import { AccountNumbers } from '../../src/platform/secrets/account-numbers.js';
import { nikLiterals } from './sealed.js';

export const SITIUNG = '13.10.04.2001';
export const SIGUNTUR = '13.10.04.2002';

/** The people of a nagari office, each with one part in a payment. */
export interface Office {
  readonly operator: User;
  readonly verifier: User;
  readonly wali: User;
  readonly treasurer: User;
}

export interface KaderToAdd {
  readonly nik: string;
  readonly name: string;
  readonly nagari?: string;
  readonly from?: string;
  readonly to?: string | null;
  readonly role?: string;
  readonly account?: string | null;
}

/** The regions of Dharmasraya, one posyandu in Sitiung and one in Siguntur, and an office. */
export async function anOffice(app: INestApplicationContext): Promise<Office> {
  await app.get(RegionImportService).importRegions('config/regions/13.10-dharmasraya.csv');
  await app.get(DataSource).query(
    `insert into posyandu (registration_number, nagari_code, name) values
     ('13.10.04.2001.001', '13.10.04.2001', 'Melati'), ('13.10.04.2002.001', '13.10.04.2002', 'Mawar')
     on conflict do nothing`,
  );
  const users = app.get(UsersService);
  const add = (username: string, fullName: string, position: string) =>
    users.add({ username, fullName, position });
  return {
    operator: await add('ani', 'Ani Marlina', 'Kasi Kesejahteraan'),
    verifier: await add('budi', 'Budi Santoso', 'Sekretaris Nagari'),
    wali: await add('datuk', 'Datuk Rajo', 'Wali Nagari'),
    treasurer: await add('eka', 'Eka Putri', 'Kaur Keuangan'),
  };
}

/** Puts a kader on the roster with one appointment and one account, as an import would. */
export async function addKader(
  app: INestApplicationContext,
  office: Office,
  kader: KaderToAdd,
): Promise<number> {
  const dataSource = app.get(DataSource);
  const nagari = kader.nagari ?? SITIUNG;
  const [{ id: importId }] = await dataSource.query<[{ id: number }]>(
    `insert into roster_import (kind, file_name, file_sha256, imported_by, imported_at, counts)
     values ('roster', 'test', repeat('0', 64), $1, now(), '{}') returning id`,
    [office.operator.id],
  );
  const [{ id }] = await dataSource.query<[{ id: number }]>(
    `insert into kader (nik_sealed, nik_digest, name, birth_date, sex, nagari_code, import_id)
     values (${nikLiterals(kader.nik)}, $1, '1980-01-01', 'P', $2, $3) returning id`,
    [kader.name, nagari, importId],
  );
  await dataSource.query(
    `insert into appointment (kader_id, posyandu_id, role, bidang, sk_number, sk_date, valid_from, sk_valid_to, import_id)
     select $1, id, $3, 'kesehatan', 'SK-1/2026', '2026-01-05', $4, $5, $6 from posyandu where nagari_code = $2`,
    [
      id,
      nagari,
      kader.role ?? 'kader',
      kader.from ?? '2026-01-05',
      kader.to === undefined ? '2026-12-31' : kader.to,
      importId,
    ],
  );
  if (kader.account === null) return id;
  const number = kader.account ?? `00${kader.nik.slice(-8)}`;
  const { sealed, digest } = app.get(AccountNumbers).seal('bank_account', number);
  await dataSource.query(
    `insert into bank_account (kader_id, bank_code, account_number_sealed, account_number_digest, account_name, recorded_by, recorded_at)
     values ($1, '118', $2, $3, $4, $5, now())`,
    [id, sealed, digest, kader.name, office.operator.id],
  );
  return id;
}

/** Registers ADN and DDS lines of 2026 for a nagari, each with this ceiling, and DINKES/BOK. */
export async function addFunding(
  app: INestApplicationContext,
  office: Office,
  nagari: string,
  ceiling: bigint,
): Promise<void> {
  const header =
    'KODE PEMBAYAR;NAMA PEMBAYAR;KODE WILAYAH;SUMBER DANA;NAMA SUMBER DANA;TAHUN ANGGARAN;KODE KEGIATAN;KODE REKENING;PAGU;DASAR HUKUM';
  const row = (payer: string, region: string, label: string) =>
    `${payer};${payer};${region};${label};${label};2026;2.2.02;5.2.2.03;${String(ceiling)};DPA 1/2026`;
  const lines = [
    header,
    row(nagari, nagari, 'DDS'),
    row(nagari, nagari, 'ADN'),
    row('DINKES', '13.10', 'BOK'),
  ];
  await withFile('dana.csv', lines.join('\n'), async (path) => {
    const report = await app.get(FundingSourcesService).importFile(path, office.operator.id);
    expect(report.problems).toEqual([]);
  });
  for (const payer of [nagari, 'DINKES']) {
    await chooseDeductions(app, office.operator.id, payer, ['tanpa-pph21', 'tanpa-bpjs']);
  }
}

/** Says what a paying body takes off honor, by shipped policies, since the day the policies begin or a later one. */
export async function chooseDeductions(
  app: INestApplicationContext,
  by: number,
  payer: string,
  codes: readonly string[],
  from = '2024-01-01',
): Promise<void> {
  const policies = app.get(DeductionPoliciesService);
  for (const policy of codes) {
    await policies.importFile(join(projectFolder(), `config/deductions/${policy}.yaml`), by);
    await policies.choose({ payer, policy, from: plainDate(from), note: 'BA 1/2024', by });
  }
}

/** Imports the shipped policy of the kabupaten. */
export async function addPolicy(app: INestApplicationContext, office: Office): Promise<void> {
  await app.get(HonorPoliciesService).importFile('config/policies/dharmasraya-2026.yaml', office.operator.id);
}

/** Writes a file, lets something use it, and takes it away again. */
export async function withFile<Result>(
  name: string,
  content: string | Uint8Array,
  use: (path: string) => Promise<Result>,
): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'honor-'));
  try {
    const path = join(folder, name);
    await writeFile(path, content);
    return await use(path);
  } finally {
    await rm(folder, { recursive: true });
  }
}
