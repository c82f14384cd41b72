import { formatRupiah } from '../shared/rupiah.js';
import { formatDate } from '../shared/plain-date.js';
import type { ChainPlace } from './chain-hash.js';
import { hexOf } from './check-proof.js';
import type { InclusionProof } from './inclusion-proof.js';

const KIND_WORDS: Readonly<Record<number, string>> = {
  1: 'pengakuan honor',
  2: 'pembayaran',
  3: 'pengembalian oleh bank',
  4: 'pembalikan',
  5: 'penerimaan dana',
  6: 'penyetoran',
  9: 'pengembalian kelebihan bayar',
};

/** What a proof says, line by line, for people: who, when, what and how much, and where that leads. */
export function describeProof(
  { header, entry, balance, links }: InclusionProof,
  places: readonly ChainPlace[],
): readonly string[] {
  const kind = KIND_WORDS[header.kind] ?? `jenis ${String(header.kind)}`;
  const names = new Map(
    'accounts' in balance ? balance.accounts.map(({ accountId, name }) => [accountId, name]) : [],
  );
  const lines = entry.accounts.map((account, index) => {
    const amount = entry.amounts[index] ?? 0n;
    const name = names.get(account);
    const side = amount > 0n ? 'Debit' : 'Kredit';
    const shown = typeof name === 'string' ? `: ${visible(name)}` : '';
    return `${side} ${formatRupiah(amount > 0n ? amount : -amount)}, akun ${String(account)}${shown}`;
  });
  const place = `Batch ${String(header.id)}, posisi ${String(header.position)}, jurnal ${String(entry.sequence)} dari ${String(header.entryCount)}`;
  return [
    `${partyWords(entry.partyId)}, wilayah ${regionCode(entry.regionDigits)}`,
    `${place}: ${kind} per ${formatDate(header.effectiveOn)}, periode ${header.period}`,
    `Memo: ${visible(entry.memo)}`,
    ...lines,
    ...(entry.reversesBatchId === null
      ? []
      : [`Membatalkan batch ${String(entry.reversesBatchId)} jurnal ${String(entry.reversesSequence)}`]),
    ...placeLines(places, links.length > 0),
  ];
}

function partyWords(party: number): string {
  return party === 0 ? 'Bukan tentang kader' : `Kader nomor ${String(party)}`;
}

function placeLines(places: readonly ChainPlace[], hasLinks: boolean): string[] {
  const [batch, last] = [places[0], places.at(-1)];
  if (batch === undefined || last === undefined) return [];
  const line = `Sidik jari batch: ${hexOf(batch.hash)}`;
  return hasLinks ? [line, `Tersambung sampai posisi ${String(last.position)}: ${hexOf(last.hash)}`] : [line];
}

/** `13.10.04.2001` of 1310042001. */
function regionCode(digits: bigint): string {
  return String(digits).replace(/^(\d\d)(\d\d)?(\d\d)?(\d{4})?$/, (...groups: unknown[]) =>
    groups
      .slice(1, 5)
      .filter((part) => typeof part === 'string')
      .join('.'),
  );
}

/** A forged text must not move the cursor of whoever reads it, or hide part of itself. */
function visible(text: string): string {
  return text.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '\uFFFD');
}
