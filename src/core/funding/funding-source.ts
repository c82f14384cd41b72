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
  private readonly byKey: ReadonlyMap<string, FundingSource>;

  constructor(sources: Iterable<FundingSource>) {
    this.byKey = new Map(
      [...sources].map((source) => [keyOf(source.payingBodyCode, source.label, source.fiscalYear), source]),
    );
  }

  /** @throws DomainError `funding.source-missing` when no such line is registered: never another line, never none. */
  resolve(reference: SourceReference, nagariCode: string, fiscalYear: number): FundingSource {
    const payer = reference.payer === 'nagari' ? nagariCode : reference.payer;
    const source = this.byKey.get(keyOf(payer, reference.label, fiscalYear));
    if (source !== undefined) return source;
    throw new DomainError('missing', 'funding.source-missing', {
      source: formatSource(reference),
      payer,
      year: fiscalYear,
    });
  }
}

function keyOf(payer: string, label: string, year: number): string {
  return `${payer}/${label}/${String(year)}`;
}
