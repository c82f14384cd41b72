import { Injectable } from '@nestjs/common';
import { describe } from '../../core/messages/describe.js';
import type { Outlook } from '../../core/report/explain/facts.js';
import { DomainError } from '../../core/shared/domain-error.js';
import { Refusals } from '../../core/shared/refusals.js';
import type { Tx } from '../../platform/database/transaction.js';
import { EntitlementsService } from '../entitlements/entitlements.service.js';
import { BankNamesReader } from './bank-names.js';
import type { KaderMonth } from './explanation.repository.js';

/** What an explanation asks other modules. */
@Injectable()
export class ExplanationReaders {
  constructor(
    private readonly entitlements: EntitlementsService,
    private readonly bankNames: BankNamesReader,
  ) {}

  banks(): ReturnType<BankNamesReader['byCode']> {
    return this.bankNames.byCode();
  }

  /** How the month would come out if it were calculated now; nothing is stored. */
  async outlook(tx: Tx, { kaderId, month }: KaderMonth): Promise<Outlook> {
    try {
      const outdated = await this.entitlements.outdated(tx, [kaderId], [month]);
      return outdated.length === 0 ? 'same' : 'differs';
    } catch (error) {
      return outlookOf(refusalsIn(error));
    }
  }
}

/** Of a December that is running a refusal may only say that it is, or from which day it is not. */
function outlookOf(refusals: readonly DomainError[]): Outlook {
  const codes = new Set<string>(refusals.map(({ code }) => code));
  if (codes.has('honor.month-not-over') || codes.has('honor.december-not-stated')) return 'month-not-over';
  const notYet = refusals.find(({ code }) => code === 'honor.december-not-yet');
  if (notYet === undefined) return refusals.map(({ code, facts }) => describe(code, facts));
  const { from, basis } = notYet.facts;
  return { from: String(from), basis: String(basis) };
}

/** @throws the error itself when it is no refusal */
function refusalsIn(error: unknown): readonly DomainError[] {
  if (error instanceof Refusals) return error.problems;
  if (error instanceof DomainError) return [error as DomainError];
  throw error;
}
