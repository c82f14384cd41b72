import { maskAccount, maskNik } from '../../formats/mask.js';
import type { PlainDate } from '../../shared/plain-date.js';
import type { Bank } from '../bank.js';
import type { HeirRecord } from './check-heir.js';
import { findTerm, type HeirTerms } from './heir-terms.js';

/** Who recorded and who confirmed a record. */
export interface HeirHands {
  readonly recorder: string;
  readonly recordedOn: PlainDate;
  readonly confirmer: string | null;
  readonly confirmedOn: PlainDate | null;
}

/** `berlaku`: paid to; `menunggu`: waits for a second person; `diganti`: a newer record counts. */
type HeirState = 'berlaku' | 'menunggu' | 'diganti';

/** A record of an heir as it may be shown: words instead of codes, NIK and account masked. */
export interface ShownHeir extends HeirHands {
  readonly state: HeirState;
  readonly name: string;
  readonly relation: string;
  readonly nik: string | null;
  readonly diedOn: PlainDate;
  readonly proof: {
    readonly kind: string;
    readonly number: string;
    readonly date: PlainDate;
    readonly issuer: string;
    readonly sha256: string | null;
  };
  readonly account: { readonly bank: string; readonly number: string; readonly name: string };
}

/** @param isLast no newer record replaced it */
export function shownHeir(
  heir: HeirRecord & HeirHands,
  isLast: boolean,
  terms: HeirTerms,
  banks: readonly Bank[],
): ShownHeir {
  const { name, nik, diedOn, recorder, recordedOn, confirmer, confirmedOn } = heir;
  const current = confirmer === null ? 'menunggu' : 'berlaku';
  return {
    state: isLast ? current : 'diganti',
    name,
    // A word that was taken off the list since is shown by its code.
    relation: findTerm(terms.relations, heir.relation)?.name ?? heir.relation,
    nik: nik === null ? null : maskNik(nik),
    diedOn,
    proof: {
      kind: findTerm(terms.proofs, heir.proofKind)?.name ?? heir.proofKind,
      number: heir.proofNumber,
      date: heir.proofDate,
      issuer: heir.proofIssuer,
      sha256: heir.proofSha256,
    },
    account: {
      bank: banks.find(({ code }) => code === heir.bankCode)?.name ?? heir.bankCode,
      number: maskAccount(heir.accountNumber),
      name: heir.accountName,
    },
    ...{ recorder, recordedOn, confirmer, confirmedOn },
  };
}

/** A record in lines for a terminal. */
export function heirLines(heir: ShownHeir, formatted: (day: PlainDate) => string): string[] {
  const { name, relation, nik, proof, account, state, recorder, recordedOn, confirmer, confirmedOn } = heir;
  const file = proof.sha256 === null ? 'tanpa berkas' : `berkas ${proof.sha256}`;
  const confirmed =
    confirmer === null || confirmedOn === null
      ? 'menunggu orang kedua'
      : `dikonfirmasi ${confirmer} ${formatted(confirmedOn)}`;
  return [
    `Ahli waris (${state}): ${name}, ${relation}, NIK ${nik ?? 'tidak dicatat'}`,
    `  Bukti: ${proof.kind} ${proof.number} tanggal ${formatted(proof.date)}, ${proof.issuer}; ${file}`,
    `  Rekening: ${account.bank} ${account.number} atas nama ${account.name}`,
    `  Dicatat ${recorder} ${formatted(recordedOn)}; ${confirmed}`,
  ];
}
