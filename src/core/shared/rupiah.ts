/**
 * An amount of money in whole rupiah. A bigint, so the compiler keeps money apart from counts and no
 * fraction or overflow can arise; where a fraction can arise, decimal.js is used and rounded by name.
 */
export type Rupiah = bigint;

/** Adds amounts; nothing adds to zero rupiah. */
export function sumRupiah(amounts: Iterable<Rupiah>): Rupiah {
  let total = 0n;
  for (const amount of amounts) total += amount;
  return total;
}

/** "Rp75.000": no space after Rp and a dot between thousands (PUEBI); negative as "-Rp75.000". */
export function formatRupiah(amount: Rupiah): string {
  const digits = (amount < 0n ? -amount : amount).toString().replace(/\B(?=(\d{3})+$)/g, '.');
  return `${amount < 0n ? '-' : ''}Rp${digits}`;
}

/**
 * The amount as a JSON number.
 * @throws when the amount is beyond the integers JSON readers keep exactly (9.007.199.254.740.991).
 */
export function rupiahToNumber(amount: Rupiah): number {
  const value = Number(amount);
  if (!Number.isSafeInteger(value)) throw new RangeError(`${amount.toString()} does not fit a JSON number`);
  return value;
}
