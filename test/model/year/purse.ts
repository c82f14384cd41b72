/** What one paying body gave one kader (by the mark of her NIK) and did not get back: counted by what the bank and the till say. */
export class Purse {
  private readonly amounts = new Map<string, bigint>();

  add(payer: string, mark: string, amount: bigint): void {
    const key = `${payer}|${mark}`;
    this.amounts.set(key, (this.amounts.get(key) ?? 0n) + amount);
  }

  /** By `payer|mark`, without those who got nothing. */
  all(): ReadonlyMap<string, bigint> {
    return new Map([...this.amounts].filter(([, amount]) => amount !== 0n));
  }
}
