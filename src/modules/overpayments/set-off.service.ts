import { Injectable } from '@nestjs/common';
import { setAsideOverpaid, type OwedForMonth } from '../../core/overpayment/set-aside-overpaid.js';
import { takeInstalments } from '../../core/overpayment/take-instalments.js';
import type { ServiceMonth } from '../../core/shared/service-month.js';
import type { Tx } from '../../platform/database/transaction.js';
import { OverpaymentPartsRepository } from './overpayment-parts.repository.js';

/** What a request may pay after overpayments are seen to. */
export interface Composition {
  /** Owed, with the instalments that are due; those are below zero. */
  readonly owed: readonly OwedForMonth[];
  /** Corrections of what was paid already, and not agreed to be set off. */
  readonly overpaid: readonly OwedForMonth[];
  /** Owed, but lines must first settle what moved between them. */
  readonly unmoved: readonly OwedForMonth[];
}

/** Overpayments set off against later honor: only as agreed, an instalment a month. */
@Injectable()
export class SetOffService {
  constructor(private readonly parts: OverpaymentPartsRepository) {}

  /** @param owed what a paying body owes for these months and no request or case holds */
  async compose(
    tx: Tx,
    payingBodyId: number,
    months: readonly ServiceMonth[],
    owed: readonly OwedForMonth[],
  ): Promise<Composition> {
    const sorted = setAsideOverpaid(owed);
    const until = [...months].sort().at(-1);
    const due = until === undefined ? [] : await this.parts.due(tx, payingBodyId, until);
    return { ...sorted, owed: [...sorted.owed, ...takeInstalments(sorted.owed, due)] };
  }
}
