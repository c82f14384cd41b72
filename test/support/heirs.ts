import { parse } from 'yaml';
import { readFileSync } from 'node:fs';
import type { StatedHeir } from '../../src/core/kader/heir/check-heir.js';
import { readHeirTerms, type HeirTerms } from '../../src/core/kader/heir/heir-terms.js';
import { plainDate } from '../../src/core/shared/plain-date.js';

/** The lists as they are shipped. */
export function shippedHeirTerms(): HeirTerms {
  const reading = readHeirTerms(parse(readFileSync('config/heirs.yaml', 'utf8')));
  if ('fault' in reading) throw new Error(reading.fault);
  return reading.terms;
}

/** The daughter of a kader who died on 14 August 2026, with her papers. */
export function aStatedHeir(change: Partial<StatedHeir> = {}): StatedHeir {
  return {
    name: 'Rina Marlina',
    relation: 'anak',
    nik: '1310046505050003',
    diedOn: plainDate('2026-08-14'),
    proof: {
      kind: 'surat keterangan ahli waris',
      number: '470/31/WN-SGT/2026',
      date: plainDate('2026-09-02'),
      issuer: 'Wali Nagari Siguntur',
      sha256: undefined,
    },
    account: { bank: 'Bank Nagari', number: '1002.0210.0445.55', name: 'RINA MARLINA' },
    ...change,
  };
}
