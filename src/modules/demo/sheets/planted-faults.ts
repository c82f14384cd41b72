import { invariant } from '../../../core/shared/invariant.js';
import type { ErrorCode } from '../../../core/messages/catalog.js';
import { inTime } from './activity-sheet.js';
import type { Fault, FaultName } from './faults.js';
import { sheetsOf, type Package, type PackageKind } from './packages.js';
import type { DemoPlan } from './plan-demo.js';

/** A fault as it stands in the files as sent, so that it can be checked that it was found and never paid. */
export interface PlantedFault {
  readonly fault: FaultName;
  /** As typed in the sheet. */
  readonly name: string;
  /** Her real one, also where the sheet spoils it. */
  readonly nik: string;
  /** Kemendagri code of the nagari whose sheet it is in. */
  readonly nagari: string;
  readonly kind: PackageKind;
  readonly file: string;
  readonly sheet: string;
  readonly row: number;
  /** What the importer is expected to say. */
  readonly code: ErrorCode;
  /** `never`: nothing may be paid to her; `once`: she is rightful, and is paid her honor and no more. */
  readonly paid: 'never' | 'once';
}

const EXPECTED: Readonly<Record<FaultName, { kind: PackageKind; code: ErrorCode; paid: 'never' | 'once' }>> =
  {
    'orang-sama-di-dua-nagari': { kind: 'roster', code: 'roster.person-twice', paid: 'once' },
    'rekening-milik-kader-lain': { kind: 'roster', code: 'roster.account-shared', paid: 'never' },
    'meninggal-tetap-hadir': { kind: 'activity', code: 'activity.after-death', paid: 'never' },
    'tidak-ada-dalam-sk': { kind: 'activity', code: 'activity.without-sk', paid: 'never' },
    'nik-tersimpan-sebagai-angka': { kind: 'roster', code: 'sheet.digits-as-number', paid: 'never' },
    'rekening-tersimpan-sebagai-angka': { kind: 'roster', code: 'sheet.digits-as-number', paid: 'never' },
    'hadir-sesudah-berhenti': { kind: 'activity', code: 'activity.after-end', paid: 'never' },
    'permintaan-lima-kali-tarif': { kind: 'claim', code: 'payment.claim-differs', paid: 'once' },
  };

/** Where the faults stand; `pathOf` says where a package was written as sent. */
export function plantedFaults(
  plan: DemoPlan,
  packages: readonly Package[],
  pathOf: (one: Package) => string,
  seed: number,
): PlantedFault[] {
  return plan.faults.map((fault) => {
    const { kind, code, paid } = EXPECTED[fault.name];
    const one = packages.find((each) => each.kind === kind && each.nagari.includes(fault.nagari));
    const at = one?.nagari.indexOf(fault.nagari) ?? -1;
    const placed = one === undefined ? undefined : sheetsOf(one, plan, 'sent', seed)[at];
    invariant(one !== undefined && placed !== undefined, `${fault.name} stands in a file`);
    return {
      fault: fault.name,
      name: fault.kader.name,
      nik: fault.kader.nik,
      nagari: fault.nagari.region.code,
      kind,
      file: pathOf(one),
      sheet: placed.sheet.name,
      row: placed.firstRow + lineOf(fault, kind, plan),
      code,
      paid,
    };
  });
}

/** The place of the person's line in its table, from 0. An activity lists her last on the day she was not at. */
function lineOf(fault: Fault, kind: PackageKind, plan: DemoPlan): number {
  const linesOf = {
    roster: () => plan.rosterOf(fault.nagari, 'sent'),
    activity: () => inTime(plan.attendanceOf(fault.nagari, 'sent')),
    claim: () => plan.claimsOf(fault.nagari, 'sent'),
  };
  const line = linesOf[kind]().findLastIndex(({ kader }) => kader === fault.kader);
  invariant(line >= 0, `${fault.name} has a line`);
  return line;
}
