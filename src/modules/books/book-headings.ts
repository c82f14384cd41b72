import { Injectable } from '@nestjs/common';
import type { BookHeading } from '../../core/books/paper/book-paper.js';
import type { PlainDate } from '../../core/shared/plain-date.js';
import { DomainError } from '../../core/shared/domain-error.js';
import type { Tx } from '../../platform/database/transaction.js';
import { FundingSourcesService, type PayingBody } from '../funding-sources/funding-sources.service.js';
import { RegionsService } from '../regions/regions.service.js';
import type { BookPlace } from './book-desk.js';

/** Whose book it is, and what stands above and below it. */
@Injectable()
export class BookHeadings {
  constructor(
    private readonly funding: FundingSourcesService,
    private readonly regions: RegionsService,
  ) {}

  /** @throws DomainError for a code that no paying body has */
  async requirePayer(tx: Tx, code: string): Promise<PayingBody> {
    const body = await this.funding.payingBody(tx, code);
    if (body === undefined) throw new DomainError('missing', 'payment.payer-unknown', { payer: code });
    return body;
  }

  /** Above a book of one paying body, which its head and its treasurer sign. */
  async ofPayer(tx: Tx, body: PayingBody, place: BookPlace, on: PlainDate | undefined): Promise<BookHeading> {
    const [, regency = '', district = '', nagari = body.name] = await this.regionsAbove(tx, body.regionCode);
    const government = `Pemerintah Kabupaten ${regency}`;
    const stamp = { position: place.position, hash: place.hash };
    if (body.kind === 'opd') {
      const signing = { place: regency, on, head: `Kepala ${body.name}`, keeper: 'Bendahara Pengeluaran' };
      return { offices: [government, body.name], stamp, signing };
    }
    const signing = { place: nagari, on, head: `Wali Nagari ${nagari}`, keeper: 'Kaur Keuangan' };
    return { offices: [government, `Kecamatan ${district}`, `Nagari ${nagari}`], stamp, signing };
  }

  /** Above a report over all paying bodies, which nobody signs. */
  ofLedger(place: BookPlace): BookHeading {
    const stamp = { position: place.position, hash: place.hash };
    return { offices: ['Honor Kader Posyandu'], stamp, signing: undefined };
  }

  /** Names from the province down to the region itself. */
  private async regionsAbove(tx: Tx, code: string): Promise<string[]> {
    const names: string[] = [];
    const parts = code.split('.');
    for (const [index] of parts.entries()) {
      names.push((await this.regions.require(parts.slice(0, index + 1).join('.'), tx)).name);
    }
    return names;
  }
}
