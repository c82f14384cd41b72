import { Injectable } from '@nestjs/common';
import { maskNik } from '../../core/formats/mask.js';
import { DomainError } from '../../core/shared/domain-error.js';
import { contentVersion } from '../../platform/content-version.js';
import type { Queryable } from '../../platform/database/query-rows.js';
import { ControlsService } from '../controls/controls.service.js';
import type { PaymentRequestRow } from './payment-request.row.js';
import {
  PaymentRequestsRepository,
  type RequestMember,
  type TakenStep,
} from './payment-requests.repository.js';
import { RequestDeductions, type ExplainedDeduction } from './request-deductions.js';

/** A request as people look it up; NIK masked. */
export interface RequestDetails {
  readonly request: PaymentRequestRow;
  readonly preparer: string;
  readonly steps: readonly TakenStep[];
  readonly members: readonly RequestMember[];
  /** What is taken off honor, or paid by a body because of it, and why, step by step. */
  readonly deductions: readonly ExplainedDeduction[];
}

/** What a request looks like to people, and which version of it somebody has seen. */
@Injectable()
export class RequestDetailsReader {
  constructor(
    private readonly repository: PaymentRequestsRepository,
    private readonly deductions: RequestDeductions,
    private readonly controls: ControlsService,
  ) {}

  async of(database: Queryable, request: PaymentRequestRow): Promise<RequestDetails> {
    const preparer = await this.repository.userName(database, request.preparedBy);
    const steps = await this.repository.stepsOf(database, request.id);
    const members = await this.repository.membersOf(database, request.id);
    const deductions = await this.deductions.explained(database, request.id);
    const masked = members.map((one) => ({ ...one, nik: maskNik(one.nik) }));
    return { request, preparer, steps, members: masked, deductions };
  }

  /** Of all that whoever signs it reads: also the findings, whose answers she accepts. */
  async versionOf(database: Queryable, request: PaymentRequestRow): Promise<string> {
    const findings = await this.controls.readBefore(database, request.number);
    return contentVersion({ ...(await this.of(database, request)), findings });
  }

  /**
   * Lets somebody change only what she saw. Asked with the request locked, so that nothing comes between.
   *
   * @throws DomainError `payment.changed-since-seen`
   */
  async requireSeen(
    database: Queryable,
    request: PaymentRequestRow,
    seen: readonly string[] | undefined,
  ): Promise<void> {
    if (seen === undefined || seen.includes(await this.versionOf(database, request))) return;
    throw new DomainError('stale', 'payment.changed-since-seen', { number: request.number });
  }
}
