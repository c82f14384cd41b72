import { join } from 'node:path';
import { writeCsv, writeWorkbook } from './demo-files.js';
import type { DemoSheet } from './demo-sheet.js';
import { packagesOf, sheetsOf, type Package, type PackageKind } from './packages.js';
import type { DemoRegion } from './places.js';
import { planDemo, type DemoPlan } from './plan-demo.js';
import { plantedFaults, type PlantedFault } from './planted-faults.js';
import { posyanduSheet } from './posyandu-sheet.js';

export interface DemoSheetsOptions {
  readonly folder: string;
  /** How many rightful kader. */
  readonly kader: number;
  readonly seed: number;
  /** The nagari they live in; two of one kecamatan at least. */
  readonly regions: readonly DemoRegion[];
}

/** Paths of the files to import, in order. */
interface DemoFiles {
  readonly rosters: readonly string[];
  readonly activities: readonly string[];
  readonly claims: readonly { readonly nagari: string; readonly path: string }[];
}

/** What was written. The list of posyandu has no fault and so only one version. */
export interface DemoSheets {
  readonly posyandu: string;
  /** As the nagari first send them, faults and all. */
  readonly sent: DemoFiles;
  /** What holds after mending: the mended file where there was a fault, else the one sent. */
  readonly mended: DemoFiles;
  /** Rightful kader, posyandu and nagari with kader. */
  readonly people: { readonly kader: number; readonly posyandu: number; readonly nagari: number };
  readonly plantedFaults: readonly PlantedFault[];
}

interface WrittenPackage {
  readonly one: Package;
  readonly sent: string;
  readonly mended: string;
}

/** Writes sheets a kabupaten's nagari could have sent, and the same mended. The same options write the same bytes. */
export async function writeDemoSheets(options: DemoSheetsOptions): Promise<DemoSheets> {
  const { folder, kader, seed, regions } = options;
  const plan = planDemo(regions, kader, seed);
  const packages = packagesOf(plan);
  const posyandu = await writeWorkbook(folder, 'Daftar Posyandu', [posyanduSheet(plan.nagari)]);
  const written: WrittenPackage[] = [];
  for (const one of packages) written.push(await writePackage(one, plan, options));
  const pathOf = new Map(written.map(({ one, sent }) => [one, sent]));
  return {
    posyandu,
    sent: filesOf(written, 'sent'),
    mended: filesOf(written, 'mended'),
    people: {
      kader: plan.rightful.length,
      posyandu: plan.nagari.reduce((sum, nagari) => sum + nagari.posyandu.length, 0),
      nagari: plan.nagari.filter((nagari) => nagari.posyandu.length > 0).length,
    },
    plantedFaults: plantedFaults(plan, packages, (one) => pathOf.get(one) ?? '', seed),
  };
}

async function writePackage(
  one: Package,
  plan: DemoPlan,
  options: DemoSheetsOptions,
): Promise<WrittenPackage> {
  const { folder, seed } = options;
  const [sent, mended] = (['sent', 'mended'] as const).map((version) =>
    sheetsOf(one, plan, version, seed).map(({ sheet }) => sheet),
  );
  const path = await writeSheets(join(folder, '1-kiriman'), one, sent ?? []);
  if (JSON.stringify(sent) === JSON.stringify(mended)) return { one, sent: path, mended: path };
  return { one, sent: path, mended: await writeSheets(join(folder, '2-perbaikan'), one, mended ?? []) };
}

function writeSheets(
  folder: string,
  { name, isCsv }: Package,
  sheets: readonly DemoSheet[],
): Promise<string> {
  const [first] = sheets;
  return isCsv && first !== undefined ? writeCsv(folder, name, first) : writeWorkbook(folder, name, sheets);
}

function filesOf(written: readonly WrittenPackage[], version: 'sent' | 'mended'): DemoFiles {
  const ofKind = (kind: PackageKind): WrittenPackage[] => written.filter(({ one }) => one.kind === kind);
  return {
    rosters: ofKind('roster').map((each) => each[version]),
    activities: ofKind('activity').map((each) => each[version]),
    claims: ofKind('claim').map((each) => ({
      nagari: each.one.nagari[0]?.region.code ?? '',
      path: each[version],
    })),
  };
}
