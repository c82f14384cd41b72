import { Injectable } from '@nestjs/common';
import { maskNik } from '../../core/formats/mask.js';
import { describe } from '../../core/messages/describe.js';
import { nameUnmoved, setAside } from '../../core/overpayment/set-aside-reasons.js';
import { payableSet } from '../../core/payment/payee.js';
import { namePaidElsewhere, setAsidePaidElsewhere } from '../../core/payment/set-aside-paid-elsewhere.js';
import { DomainError } from '../../core/shared/domain-error.js';
import type { PlainDate } from '../../core/shared/plain-date.js';
import { refuseAny } from '../../core/shared/refusals.js';
import type { Tx } from '../../platform/database/transaction.js';
import { EntitlementsService } from '../entitlements/entitlements.service.js';
import type { PayingBody } from '../funding-sources/funding-sources.service.js';
import { SetOffService } from '../overpayments/set-off.service.js';
import type { PaymentRequestRow } from './payment-request.row.js';
import { RequestChangesRepository } from './request-changes.repository.js';
import { RequestPayablesRepository } from './request-payables.repository.js';
import { RequestDeductions, type DeductedPayable, type DeductedSet } from './request-deductions.js';
import { RequestScope, type RequestDebt, type Scope, type ScopeWish } from './request-scope.js';

/** Who is paid and who is not, and whose months no ceiling reaches. */
interface ComposedSet extends DeductedSet, Pick<Scope, 'months' | 'leftOut'> {}

/** Asks at every step whether a request may still pay what it was composed of. */
@Injectable()
export class RequestPayables {
  constructor(
    private readonly repository: RequestPayablesRepository,
    private readonly changes: RequestChangesRepository,
    private readonly entitlements: EntitlementsService,
    private readonly deductions: RequestDeductions,
    private readonly setOffs: SetOffService,
    private readonly scope: RequestScope,
  ) {}

  /** The debt of a closed year that a draft asks for; null for an ordinary one. @throws DomainError */
  debtOf(...wish: Parameters<RequestScope['debtOf']>): Promise<RequestDebt | null> {
    return this.scope.debtOf(...wish);
  }

  /**
   * What a paying body can pay now for these months, and who is held out of it and why. Corrections of what was
   * paid already are named and left, and so are months that others paid beyond her right; of an overpayment only
   * agreed instalments are taken off.
   */
  async composed(
    tx: Tx,
    body: PayingBody,
    wish: ScopeWish & { readonly on: PlainDate },
  ): Promise<ComposedSet> {
    const loose = await this.repository.owedBy(tx, body.id, wish.months);
    const payees = await this.repository.payees(tx, [...new Set(loose.map((share) => share.kaderId))]);
    const paid = await this.repository.paidOf(tx, [...payees.keys()], wish.months);
    const { owed: unpaid, waiting } = setAsidePaidElsewhere(loose, paid);
    const { shares, months, leftOut } = await this.scope.of(tx, body, wish, { shares: unpaid, payees });
    const { owed, overpaid, unmoved } = await this.setOffs.compose(tx, body.id, months, shares);
    const { payable, heldOut } = payableSet(owed, payees, wish);
    const named = [
      ...setAside(overpaid, payees, body.code),
      ...nameUnmoved(unmoved, payees, body.code),
      ...namePaidElsewhere(waiting, payees),
    ];
    const set = { payable, heldOut: [...heldOut, ...named] };
    return { ...(await this.deductions.apply(tx, body, set, wish.on)), months, leftOut };
  }

  /**
   * Everyone in the request, who all can still be paid: since the draft somebody may have died or changed bank,
   * her honor may have been corrected, or what is known of her may have changed without being calculated yet, or
   * what is taken off it; since the approval her account, or her heir's, may be another.
   *
   * @throws Refusals naming everybody of whom this is not so
   */
  async require(tx: Tx, request: PaymentRequestRow): Promise<readonly DeductedPayable[]> {
    refuseAny(await this.corrections(tx, request));
    const held = await this.repository.heldBy(tx, request.id);
    const kaderIds = [...new Set(held.map((share) => share.kaderId))];
    const payees = await this.repository.payees(tx, kaderIds);
    const { payable, heldOut } = payableSet(held, payees, { retryReturned: true });
    const { number } = request;
    refuseAny(
      heldOut.map(({ payee, reason }) => {
        const person = { number, kader: payee.name, nik: maskNik(payee.nik) };
        const facts = { ...person, reason: describe(reason.code, reason.facts) };
        return new DomainError('conflict', 'payment.changed-since-draft', facts);
      }),
    );
    const outdated = await this.entitlements.outdated(tx, kaderIds, request.months);
    refuseAny(
      outdated.map(({ name, nik }) => {
        const facts = { number, kader: name, nik: maskNik(nik) };
        return new DomainError('conflict', 'payment.calculation-outdated', facts);
      }),
    );
    refuseAny(await this.accountChanges(tx, request));
    return this.deductions.require(tx, request, payable);
  }

  private async accountChanges(tx: Tx, { id, number }: PaymentRequestRow): Promise<DomainError[]> {
    const changed = await this.changes.preparedToOldAccount(tx, id);
    return changed.map(({ name, nik }) => {
      const facts = { number, kader: name, nik: maskNik(nik) };
      return new DomainError('conflict', 'payment.account-changed-since-approval', facts);
    });
  }

  private async corrections(tx: Tx, request: PaymentRequestRow): Promise<DomainError[]> {
    const corrected = await this.changes.correctedSince(tx, request);
    return corrected.map(({ name, nik, correction }) => {
      const facts = { number: request.number, kader: name, nik: maskNik(nik), correction };
      return new DomainError('conflict', 'payment.corrected-since-draft', facts);
    });
  }
}
