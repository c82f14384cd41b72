import type { Rupiah } from '../shared/rupiah.js';
import type { FundingRule, SourceReference } from './funding-rule.js';

/** What sources carry so far of one component of one kader and month; a maximum counts for all of it together. */
export class CarriedSoFar {
  private readonly amounts = new Map<string, Rupiah>();

  /** The rule for a further part, earned in a nagari: of each maximum, what the parts before have left. */
  roomLeft(rule: FundingRule, nagariCode: string): FundingRule {
    if (rule.kind === 'percentage' || this.amounts.size === 0) return rule;
    const steps = rule.steps.map(({ source, amountMax }) => {
      if (amountMax === null) return { source, amountMax };
      const carried = this.amounts.get(lineOf(source, nagariCode)) ?? 0n;
      return { source, amountMax: carried < amountMax ? amountMax - carried : 0n };
    });
    return { ...rule, steps };
  }

  add(source: SourceReference, nagariCode: string, amount: Rupiah): void {
    const line = lineOf(source, nagariCode);
    this.amounts.set(line, (this.amounts.get(line) ?? 0n) + amount);
  }
}

/** Each nagari has a line of its own; that of any other payer is one, wherever she served. */
function lineOf({ payer, label }: SourceReference, nagariCode: string): string {
  return `${payer === 'nagari' ? nagariCode : payer}/${label}`;
}
