import type { ActivityFact, PolicyFact, RosterFact } from './facts.js';
import { nagariCodes, nagariOf, OPD, personOf, posyandu } from './world.js';

/** The files that offices send, as the program imports them. */

const PERSON = 'NAMA;NIK;TGL LAHIR;L/P;KODE NAGARI;POSYANDU';
const PAPERS = {
  sk: 'JABATAN;BIDANG;NO SK;TGL SK;TMT',
  ended: 'TGL BERHENTI;ALASAN BERHENTI',
  tier: 'TINGKATAN;TGL TINGKATAN;NO SERTIFIKAT',
  account: 'BANK;NO REK;NAMA REKENING',
} as const;

/** Facts of one kind, each of another kader. */
export function rosterSheet(kind: RosterFact['kind'], facts: readonly RosterFact[]): string {
  return sheet(
    `${PERSON};${PAPERS[kind]}`,
    facts.map((fact) => [...personCells(fact), ...cellsOf(fact)]),
  );
}

export function attendanceSheet(activities: readonly ActivityFact[]): string {
  const rows = activities.flatMap(({ posyandu: place, on, kind, attended }) =>
    attended.map((kader) => {
      const { nik, name } = personOf(kader);
      return [dayOf(on), nagariOf(place), place, kind, nik, name];
    }),
  );
  return sheet('TANGGAL;KODE NAGARI;POSYANDU;KEGIATAN;NIK;NAMA', rows);
}

export function posyanduSheet(): string {
  const rows = posyandu.map((number) => [number, `Posyandu ${number.slice(-8)}`, nagariOf(number)]);
  return sheet('NO REGISTRASI;NAMA POSYANDU;KODE NAGARI', rows);
}

/** Every budget line of the year, by payer. */
export const budgetLines: readonly {
  readonly payer: string;
  readonly label: string;
  readonly ceiling: bigint;
}[] = [
  ...nagariCodes.flatMap((payer) => ['DDS', 'ADN'].map((label) => ({ payer, label, ceiling: 400_000_000n }))),
  { payer: OPD, label: 'BOK', ceiling: 400_000_000n },
];

export function fundingSheet(region: string): string {
  const header =
    'KODE PEMBAYAR;NAMA PEMBAYAR;KODE WILAYAH;SUMBER DANA;TAHUN ANGGARAN;KODE KEGIATAN;KODE REKENING;PAGU;DASAR HUKUM';
  const rows = budgetLines.map(({ payer, label, ceiling }) => {
    const place = payer === OPD ? region : payer;
    return [payer, `Kas ${payer}`, place, label, '2026', '2.2.02', '5.2.2.03', String(ceiling), 'DPA 1/2026'];
  });
  return sheet(header, rows);
}

/** JSON is YAML too; the text says what it is, and so repeats from run to run. */
export function policyDocument({ code, scope, from, to, change, terms }: PolicyFact): object {
  const percentage = (parts: Readonly<Record<string, number>>) => ({
    percentage: Object.entries(parts).map(([source, percent]) => ({ source, percent })),
  });
  const monthly = { proration: 'by-days', rounding: 'down' };
  return {
    code,
    name: `Honor ${scope}`,
    scope,
    legalBasis: { number: `${from}/${scope}`, date: from, title: 'Honor kader' },
    validFrom: from,
    validTo: to,
    ...(change === null ? {} : { changeWithinMonth: change }),
    components: [
      {
        ...{
          code: 'honor-jabatan',
          name: 'Honor jabatan',
          kind: 'by-role',
          amounts: terms.roles,
          ...monthly,
        },
        funding: { waterfall: [{ source: 'nagari/DDS', amountMax: terms.ddsMax }, { source: 'nagari/ADN' }] },
      },
      {
        ...{
          code: 'honor-tingkatan',
          name: 'Honor tingkatan',
          kind: 'by-tier',
          amounts: terms.tiers,
          ...monthly,
        },
        withoutTier: terms.withoutTier,
        funding: percentage({ 'nagari/ADN': terms.adnPercent, 'DINKES/BOK': 100 - terms.adnPercent }),
      },
      {
        ...{ code: 'transport', name: 'Transport', kind: 'per-activity', rate: terms.visitRate },
        ...{ activityKinds: ['hari-buka', 'kunjungan-rumah'], activityCountMax: terms.visitsMax },
        funding: percentage({ 'DINKES/BOK': 100 }),
      },
    ],
  };
}

function personCells({
  kader,
  posyandu: place,
}: {
  readonly kader: number;
  readonly posyandu: string;
}): string[] {
  const { nik, name, bornOn } = personOf(kader);
  return [name, nik, dayOf(bornOn), 'P', nagariOf(place), place];
}

function cellsOf(fact: RosterFact): string[] {
  switch (fact.kind) {
    case 'sk': {
      const number = `SK-${String(fact.kader)}/${String(fact.paper)}`;
      const role = fact.role.replace('-', ' ').toUpperCase();
      return [role, 'Kesehatan', number, dayOf(fact.from), dayOf(fact.from)];
    }
    case 'ended':
      return [dayOf(fact.on), 'Pindah'];
    case 'tier':
      return [fact.tier.toUpperCase(), dayOf(fact.from), `SERT-${String(fact.kader)}/${fact.from}`];
    case 'account':
      return ['Bank Nagari', fact.number, personOf(fact.kader).name];
  }
}

function dayOf(day: string): string {
  return day.split('-').reverse().join('/');
}

function sheet(header: string, rows: readonly (readonly string[])[]): string {
  return [header, ...rows.map((cells) => cells.join(';'))].join('\n');
}
