import { DomainError } from '../shared/domain-error.js';
import { formatSource, type SourceReference } from './funding-rule.js';

/** A budget line of a paying body in one fiscal year, as far as a calculation must know it. */
export interface FundingSource {
  readonly id: number;
  readonly payingBodyCode: string;
  readonly label: string;
  readonly fiscalYear: number;
}

/** Finds the budget line that a reference means for a kader's nagari and a fiscal year. */
export class FundingSources {
  // By payer first: a payer has few lines, and looking through them is quicker than building a key.
  private readonly byPayer = new Map<string, FundingSource[]>();

  constructor(sources: Iterable<FundingSource>) {
    for (const source of sources) {
      const ofPayer = this.byPayer.get(source.payingBodyCode);
      if (ofPayer === undefined) this.byPayer.set(source.payingBodyCode, [source]);
      else ofPayer.push(source);
    }
  }

  /** @throws DomainError `funding.source-missing` when no such line is registered: never another line, never none. */
  resolve(reference: SourceReference, nagariCode: string, fiscalYear: number): FundingSource {
    const payer = reference.payer === 'nagari' ? nagariCode : reference.payer;
    for (const source of this.byPayer.get(payer) ?? [])
      if (source.label === reference.label && source.fiscalYear === fiscalYear) return source;
    throw new DomainError('missing', 'funding.source-missing', {
      source: formatSource(reference),
      payer,
      year: fiscalYear,
    });
  }
}
