import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { readWithholder, withholderOn, type Withholder } from '../../core/deduction/bp21/withholder.js';
import { canonicalJson } from '../../core/shared/canonical-json.js';
import { DomainError } from '../../core/shared/domain-error.js';
import { Clock } from '../../platform/clock.js';
import { lockFor } from '../../platform/database/lock-for.js';
import type { Part } from '../../platform/database/part.js';
import type { Tx } from '../../platform/database/transaction.js';
import { AccessService } from '../access/access.service.js';
import { FundingSourcesService } from '../funding-sources/funding-sources.service.js';
import {
  WithholdersRepository,
  type RecordedWithholder,
  type WithholderKey,
} from './withholders.repository.js';

export interface WithholderCommand extends Withholder {
  readonly payer: string;
  readonly by: number;
}

export interface WithholderOutcome extends Withholder {
  readonly payer: string;
  /** False when this very record is in force already. */
  readonly isNew: boolean;
}

/** Whom the tax office knows each paying body as. */
@Injectable()
export class WithholdersService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly repository: WithholdersRepository,
    private readonly funding: FundingSourcesService,
    private readonly clock: Clock,
    private readonly access: AccessService,
  ) {}

  /** Records it from a day on; the same again changes nothing. @throws Refusals or DomainError */
  async set({ payer, by, ...written }: WithholderCommand): Promise<WithholderOutcome> {
    await this.access.requirePayer('tax.remit', payer);
    const withholder = readWithholder(written);
    return this.dataSource.transaction(async (tx) => {
      const body = await this.funding.payingBody(tx, payer);
      if (body === undefined) throw new DomainError('missing', 'deduction.payer-unknown', { payer });
      await lockFor(tx, `tax-withholder/${payer}`);
      const current = withholderOn(await this.repository.ofBody(tx, body.id), withholder.from);
      const isNew = current === undefined || canonicalJson(current) !== canonicalJson(withholder);
      if (isNew) await this.repository.insert(tx, body.id, withholder, { by, at: this.clock.now() });
      return { payer, ...withholder, isNew };
    });
  }

  /** Every record of every paying body, by payer and day; or a part of them. */
  list(part?: Part<WithholderKey>): Promise<RecordedWithholder[]> {
    return this.repository.all(this.dataSource, part);
  }

  /** The records of one paying body, as they were made. */
  ofBody(tx: Tx, payingBodyId: number): Promise<Withholder[]> {
    return this.repository.ofBody(tx, payingBodyId);
  }
}
