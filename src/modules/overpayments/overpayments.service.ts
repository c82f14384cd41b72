import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { maskNik } from '../../core/formats/mask.js';
import {
  findMoves,
  findOverpayments,
  type FoundOverpayment,
} from '../../core/overpayment/find-overpayments.js';
import { openingPieces } from '../../core/overpayment/opening-pieces.js';
import { DomainError } from '../../core/shared/domain-error.js';
import type { PlainDate } from '../../core/shared/plain-date.js';
import type { Rupiah } from '../../core/shared/rupiah.js';
import { Clock } from '../../platform/clock.js';
import { fillPart } from '../../platform/database/fill-part.js';
import type { Part } from '../../platform/database/part.js';
import type { Tx } from '../../platform/database/transaction.js';
import { today } from '../../platform/today.js';
import { AccessService } from '../access/access.service.js';
import { FundingSourcesService, type PayingBody } from '../funding-sources/funding-sources.service.js';
import type { User } from '../users/users.service.js';
import { CaseDetailsReader, type OverpaymentCase, type OverpaymentDetails } from './case-details.reader.js';
import {
  CorrectedSharesRepository,
  lastKeyOf,
  type NamedCorrectedShare,
  type OverpaidKey,
} from './corrected-shares.repository.js';
import { movedHonor, type MovedHonor } from './moved-honor.js';
import { OverpaymentPartsRepository } from './overpayment-parts.repository.js';
import { OverpaymentsRepository, type OverpaymentRecord } from './overpayments.repository.js';

export type { OverpaymentCase, OverpaymentDetails } from './case-details.reader.js';

type Correction = Pick<
  NamedCorrectedShare,
  'serviceMonth' | 'component' | 'amount' | 'source' | 'revision' | 'policy' | 'legalBasis' | 'calculatedOn'
>;

/** An overpayment that no case names yet; NIK masked. */
export interface UnopenedOverpayment {
  readonly payingBodyId: number;
  readonly kaderId: number;
  readonly payer: string;
  readonly kader: string;
  readonly nik: string;
  readonly amount: Rupiah;
  readonly since: PlainDate;
  readonly lines: readonly { readonly source: string; readonly amount: Rupiah }[];
  readonly deltas: readonly Correction[];
}

export interface OverpaymentList {
  readonly unopened: readonly UnopenedOverpayment[];
  /** What moved between budget lines after it was paid; she neither owes nor is owed it. */
  readonly moves: readonly MovedHonor[];
  readonly cases: readonly OverpaymentCase[];
}

/**
 * What kader were paid beyond what they are entitled to: found, opened as a case, shown. A case ends when all of
 * it came back. It cannot be written off: that takes a decree of its own (penghapusan piutang), and this program
 * knows none.
 */
@Injectable()
export class OverpaymentsService {
  @Inject() private readonly corrected!: CorrectedSharesRepository;
  @Inject() private readonly details!: CaseDetailsReader;

  constructor(
    private readonly dataSource: DataSource,
    private readonly repository: OverpaymentsRepository,
    private readonly parts: OverpaymentPartsRepository,
    private readonly funding: FundingSourcesService,
    private readonly clock: Clock,
    private readonly access: AccessService,
  ) {}

  /** Everything overpaid, with or without a case; of one payer or of all. */
  list(payer?: string): Promise<OverpaymentList> {
    return this.dataSource.transaction('REPEATABLE READ', async (tx) => {
      const cases = await this.repository.cases(tx, payer);
      const corrected = await this.corrected.of(tx, { payer });
      const moves = findMoves(corrected).flatMap(movedHonor);
      return { unopened: unopenedOf(corrected), moves, cases: await this.details.withBalances(tx, cases) };
    });
  }

  /** Part of the cases, oldest first; of one payer or of all. */
  cases(payer: string | undefined, part: Part): Promise<OverpaymentCase[]> {
    return this.dataSource.transaction('REPEATABLE READ', async (tx) =>
      this.details.withBalances(tx, await this.repository.cases(tx, payer, part)),
    );
  }

  /** Part of what no case names yet; not everybody with a corrected month was paid too much. */
  unopened(
    payer: string | undefined,
    { after, limit }: Part<OverpaidKey> & { readonly limit: number },
  ): Promise<UnopenedOverpayment[]> {
    return this.dataSource.transaction('REPEATABLE READ', (tx) =>
      fillPart({ after, limit }, async (from: OverpaidKey | undefined, count) => {
        const corrected = await this.corrected.of(tx, { payer, after: from, limit: count });
        return { wanted: unopenedOf(corrected), last: lastKeyOf(corrected) };
      }),
    );
  }

  /** The number of a case. @throws DomainError `overpayment.unknown` */
  async numberOf(id: number): Promise<string> {
    const number = await this.repository.numberOf(this.dataSource, id);
    if (number !== undefined) return number;
    throw new DomainError('missing', 'overpayment.unknown', { number: id });
  }

  /** A case with its corrections, plans, receipts and set-offs. @throws DomainError `overpayment.unknown` */
  show(number: string): Promise<OverpaymentDetails> {
    return this.dataSource.transaction('REPEATABLE READ', async (tx) =>
      this.details.of(tx, await this.byNumber(tx, number)),
    );
  }

  /**
   * Which version of a case is there now. Everybody who may change it sees the same one, whatever else she sees: ask
   * it as somebody who acts, after the case was found by somebody who reads.
   *
   * @throws DomainError `overpayment.unknown`
   */
  versionOf(number: string): Promise<string> {
    return this.dataSource.transaction('REPEATABLE READ', async (tx) =>
      this.details.versionOf(tx, await this.byNumber(tx, number)),
    );
  }

  /**
   * Opens a case for each kader whom this payer overpaid, or for one of them: for the net of all its budget lines. What
   * moved between them is left to them.
   *
   * @throws DomainError when the payer is unknown or nothing is overpaid that has no case
   */
  async open(payer: string, kader: string | undefined, by: User): Promise<OverpaymentCase[]> {
    await this.access.requirePayer('overpayment.open', payer);
    return this.dataSource.transaction(async (tx) => {
      const body = await this.funding.payingBody(tx, payer);
      if (body === undefined) throw new DomainError('missing', 'overpayment.payer-unknown', { payer });
      await this.repository.lockPayer(tx, body.id);
      const numbers: string[] = [];
      for (const found of findOverpayments(await this.corrected.of(tx, { payer, kader }))) {
        numbers.push(await this.openOne(tx, body, found, by));
      }
      if (numbers.length === 0)
        throw new DomainError('missing', 'overpayment.none-found', { payer: body.name });
      return this.details.withBalances(tx, await this.repository.casesByNumber(tx, numbers));
    });
  }

  private async byNumber(tx: Tx, number: string): Promise<OverpaymentRecord> {
    const found = await this.repository.caseByNumber(tx, number);
    if (found !== undefined) return found;
    throw new DomainError('missing', 'overpayment.unknown', { number });
  }

  private async openOne(
    tx: Tx,
    body: PayingBody,
    found: FoundOverpayment<NamedCorrectedShare>,
    by: User,
  ): Promise<string> {
    const number = await this.nextNumber(tx, body);
    const at = this.clock.now();
    const id = await this.repository.insertCase(tx, { ...found, number }, by.id, at);
    const { deltas } = found;
    const [{ nagariCode }] = deltas;
    const author = { id: by.id, at };
    const { claimed, takenOut, ...opening } = openingPieces(deltas);
    const besides = await this.parts.takeOut(tx, nagariCode, takenOut, author);
    await this.parts.claim(tx, id, [...claimed, ...besides.takenOut]);
    await this.parts.replace(tx, { id, nagariCode }, { ...opening, planId: null }, author);
    return number;
  }

  private async nextNumber(tx: Tx, body: PayingBody): Promise<string> {
    const count = (await this.repository.count(tx, body.id)) + 1;
    const year = today(this.clock).slice(0, 4);
    return `${String(count).padStart(4, '0')}/LEBIH-BAYAR/${body.code}/${year}`;
  }
}

function unopenedOf(corrected: readonly NamedCorrectedShare[]): UnopenedOverpayment[] {
  const sources = new Map(corrected.map(({ sourceId, source }) => [sourceId, source]));
  return findOverpayments(corrected).map(({ payingBodyId, kaderId, amount, since, lines, deltas }) => {
    const [{ payer, kader, nik }] = deltas;
    return {
      payingBodyId,
      kaderId,
      payer,
      kader,
      nik: maskNik(nik),
      amount,
      since,
      lines: lines.map((line) => ({ source: sources.get(line.sourceId) ?? '', amount: line.amount })),
      deltas: deltas.map(toCorrection),
    };
  });
}

function toCorrection(delta: NamedCorrectedShare): Correction {
  const { serviceMonth, component, amount, source, revision, policy, legalBasis, calculatedOn } = delta;
  return { serviceMonth, component, amount, source, revision, policy, legalBasis, calculatedOn };
}
