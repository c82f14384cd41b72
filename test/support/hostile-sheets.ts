import type { INestApplicationContext } from '@nestjs/common';
import { activityLayout } from '../../src/core/activity/activity-layout.js';
import { opdLayout } from '../../src/core/bidang/opd-sheet.js';
import { startLayout } from '../../src/core/bidang/start-sheet.js';
import { taxFactsLayout } from '../../src/core/deduction/tax-facts-sheet.js';
import type { Layout } from '../../src/core/formats/sheet/layout.js';
import type { Problem } from '../../src/core/formats/sheet/problem.js';
import { fundingLayout } from '../../src/core/funding/funding-sheet.js';
import { rosterLayout } from '../../src/core/kader/roster-layout.js';
import { bankResultLayout } from '../../src/core/payment/bank-result-sheet.js';
import { claimLayout } from '../../src/core/payment/claim-sheet.js';
import { referralLayout } from '../../src/core/referral/referral-sheet.js';
import { posyanduLayout, regionLayout } from '../../src/core/region/region-layout.js';
import { addDays, formatDate, plainDate } from '../../src/core/shared/plain-date.js';
import { ActivityImportService } from '../../src/modules/activities/activity-import.service.js';
import { ActivityTypesService } from '../../src/modules/activity-types/activity-types.service.js';
import { BidangOpdsService } from '../../src/modules/bidang/bidang-opds.service.js';
import { BidangStartsService } from '../../src/modules/bidang/bidang-starts.service.js';
import { TaxFactsImportService } from '../../src/modules/deductions/tax-facts-import.service.js';
import { FundingSourcesService } from '../../src/modules/funding-sources/funding-sources.service.js';
import { RosterImportService } from '../../src/modules/kader-roster/roster-import.service.js';
import { BankResultsService } from '../../src/modules/payment-requests/bank-results.service.js';
import { ClaimSheetService } from '../../src/modules/payment-requests/claim-sheet.service.js';
import { ReferralImportService } from '../../src/modules/referrals/referral-import.service.js';
import { RegionImportService } from '../../src/modules/regions/region-import.service.js';
import { letters } from './hostile-texts.js';
import { SIGUNTUR, type Office } from './nagari.js';

/** What became of a sheet. */
export interface SheetOutcome {
  readonly problems: readonly Problem[];
  readonly applied: boolean;
}

/** A sheet that people bring. */
export interface HostileSheet {
  readonly layout: Layout;
  /** A harmless row that says something new with each number, and lets this field of it be new as well. */
  readonly row: (serial: number, field?: string) => Readonly<Record<string, string>>;
  readonly take: (path: string) => Promise<SheetOutcome>;
  /** Columns that take whatever text there is. */
  readonly keeps: readonly string[];
  /** Columns that only help to find what is known already, or are kept as words of ours: never as typed. */
  readonly looksUp: readonly string[];
}

/** What the sheets are about. */
export interface SheetWorld {
  readonly app: INestApplicationContext;
  readonly office: Office;
  /** A request that the bank has been sent. */
  readonly released: string;
  /** Of its transfers; one is used up by each answer that is taken. */
  readonly references: string[];
}

const NIK = '1310044101800001';
const POSYANDU = `${SIGUNTUR}.001`;
const day = (serial: number, from = '2026-01-06'): string => formatDate(addDays(plainDate(from), serial));
const digits = (serial: number, length: number): string => String(serial).padStart(length, '0');
const places = ['nagariCode', 'nagari', 'kecamatan'];

/** Every sheet there is, by the name of its layout. */
export async function hostileSheets(world: SheetWorld): Promise<Readonly<Record<string, HostileSheet>>> {
  const { app, office } = world;
  const by = office.operator.id;
  const types = await app.get(ActivityTypesService).types();
  return {
    ...placeSheets(app),
    ...peopleSheets(app, by, activityLayout(types)),
    ...officeSheets(app, by),
    ...paymentSheets(world),
  };
}

function placeSheets(app: INestApplicationContext): Record<string, HostileSheet> {
  const imports = app.get(RegionImportService);
  return {
    regionLayout: {
      layout: regionLayout,
      row: regionRow,
      take: (path) => imports.importRegions(path),
      keeps: ['province', 'kabupaten', 'kecamatan', 'nagari'],
      looksUp: [],
    },
    posyanduLayout: {
      layout: posyanduLayout,
      row: (serial) => ({
        registrationNumber: `${SIGUNTUR}.${digits(100 + serial, 3)}`,
        name: `Anggrek ${letters(serial)}`,
        nagariCode: SIGUNTUR,
        jorong: 'Koto',
      }),
      take: (path) => imports.importPosyandu({ path }),
      keeps: ['name', 'jorong'],
      looksUp: places,
    },
  };
}

function peopleSheets(
  app: INestApplicationContext,
  by: number,
  layout: Layout,
): Record<string, HostileSheet> {
  const appointed = { role: 'Kader', bidang: 'Kesehatan', skDate: '05/01/2026', validFrom: '05/01/2026' };
  return {
    rosterLayout: {
      layout: rosterLayout,
      row: (serial) => ({
        ...{ ...appointed, nik: `131004410180${digits(serial + 1000, 4)}`, name: `Kader ${letters(serial)}` },
        ...{ birthDate: '01/01/1980', sex: 'P', posyandu: POSYANDU, nagariCode: SIGUNTUR },
        ...{ tier: 'Madya', tierFrom: '05/01/2026', tierCertificate: 'S 1', skNumber: '140/12' },
        ...{ bank: 'Bank Nagari', accountNumber: `10${digits(serial, 12)}`, accountName: 'Kader Satu' },
      }),
      take: (path) => app.get(RosterImportService).importRoster({ path, by }),
      keeps: ['name', 'jorong', 'tierCertificate', 'skNumber', 'accountName'],
      looksUp: places,
    },
    activityLayout: {
      layout,
      row: (serial) => ({
        ...{ heldOn: day(serial % 250), posyandu: POSYANDU, kind: 'Penyuluhan', nik: NIK, name: 'Yusnidar' },
        nagariCode: SIGUNTUR,
      }),
      take: (path) => app.get(ActivityImportService).importActivities({ path, by }),
      keeps: [],
      looksUp: [...places, 'name'],
    },
    taxFactsLayout: {
      layout: taxFactsLayout,
      row: (serial) => ({ nik: NIK, name: 'Yusnidar', from: day(serial % 250), grade: 'III/a' }),
      take: (path) => app.get(TaxFactsImportService).importFile(path, by),
      keeps: [],
      // A golongan of words is kept in capitals.
      looksUp: ['name', 'grade'],
    },
    referralLayout: {
      layout: referralLayout,
      row: (serial) => ({
        ...{ on: day(serial % 250), posyandu: POSYANDU, nik: NIK, name: 'Yusnidar', bidang: 'Sosial' },
        ...{ subject: 'bansos', count: '2', description: 'Dua keluarga', nagariCode: SIGUNTUR },
      }),
      take: (path) => app.get(ReferralImportService).importFile({ path, by }),
      keeps: ['description'],
      looksUp: [...places, 'name'],
    },
  };
}

function officeSheets(app: INestApplicationContext, by: number): Record<string, HostileSheet> {
  return {
    fundingLayout: {
      layout: fundingLayout,
      row: (serial) => ({
        ...{ payer: `OPD${letters(serial).toUpperCase()}`, payerName: 'Dinas', region: '13.10' },
        ...{ label: 'DAU', name: 'Dana', fiscalYear: '2026', activityCode: '2.2.02' },
        ...{ accountCode: '5.2.2.03', ceiling: '1000', legalBasis: 'DPA 1/2026' },
      }),
      take: (path) => app.get(FundingSourcesService).importFile(path, by),
      keeps: ['payerName', 'name', 'activityCode', 'accountCode', 'legalBasis'],
      looksUp: [],
    },
    opdLayout: {
      layout: opdLayout,
      row: (serial) => ({
        ...{ bidang: 'Pendidikan', region: '13.10', opdCode: 'DISDIK', opdName: `Dinas ${letters(serial)}` },
        ...{ limitDays: '5', from: day(serial, '2026-02-01'), basis: 'SK 1', note: 'Catatan' },
      }),
      take: (path) => app.get(BidangOpdsService).importFile(path, by),
      keeps: ['opdName', 'basis', 'note'],
      looksUp: [],
    },
    startLayout: {
      layout: startLayout,
      row: (serial) => ({
        ...{ bidang: 'Kesehatan', region: SIGUNTUR, basis: 'SK 1' },
        start: `2026-${digits((serial % 12) + 1, 2)}`,
      }),
      take: (path) => app.get(BidangStartsService).importFile({ path, by, acceptChanges: true }),
      keeps: ['basis'],
      looksUp: [],
    },
  };
}

function paymentSheets({ app, office, released, references }: SheetWorld): Record<string, HostileSheet> {
  return {
    claimLayout: {
      layout: claimLayout,
      row: () => ({ nik: NIK, name: 'Yusnidar', months: '2026-07', amount: '75000' }),
      // Compared with what was calculated, and never kept.
      take: async (path) => {
        const { problems } = await app.get(ClaimSheetService).read(path);
        return { problems, applied: problems.length === 0 };
      },
      keeps: [],
      looksUp: ['name'],
    },
    bankResultLayout: {
      layout: bankResultLayout,
      row: (_, field = 'remark') => ({
        reference: (field === 'remark' ? references.shift() : references[0]) ?? '',
        ...{ amount: '75000', status: 'GAGAL', remark: 'Rekening tutup' },
      }),
      take: (path) => app.get(BankResultsService).reconcile(released, path, office.treasurer),
      keeps: ['remark'],
      looksUp: [],
    },
  };
}

/** A known nagari, but for a new place of the level that is to be named otherwise. */
function regionRow(serial: number, field = 'nagari'): Record<string, string> {
  const two = digits(20 + (serial % 70), 2);
  const levels = ['province', 'kabupaten', 'kecamatan', 'nagari'];
  const level = levels.indexOf(field.replace(/Code$/, ''));
  const codes = ['13', '10', '04', ''].map((known, at) =>
    at < level ? known : at === 3 ? `2${digits(100 + (serial % 800), 3)}` : two,
  );
  const codeAt = (at: number) => codes.slice(0, at + 1).join('.');
  const known = ['Sumatera Barat', 'Dharmasraya', 'Sitiung'];
  const cells = levels.flatMap((name, at) => {
    const isKnown = at < level;
    return [
      [`${name}Code`, codeAt(at)],
      [name, isKnown ? (known[at] ?? '') : `Baru ${letters(serial)}`],
    ];
  });
  return Object.fromEntries(cells) as Record<string, string>;
}
