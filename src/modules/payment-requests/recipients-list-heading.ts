import { Injectable } from '@nestjs/common';
import { actingPosition } from '../../core/approval/acting-position.js';
import type { RecipientsList, Signatory } from '../../core/formats/recipients-list/recipients-list.js';
import { debtPhrase } from '../../core/payment/prior-year.js';
import type { RequestState } from '../../core/payment/request-state.js';
import { invariant } from '../../core/shared/invariant.js';
import { formatDate } from '../../core/shared/plain-date.js';
import type { Tx } from '../../platform/database/transaction.js';
import { FundingSourcesService, type PayingBody } from '../funding-sources/funding-sources.service.js';
import { RegionsService } from '../regions/regions.service.js';
import { UsersService } from '../users/users.service.js';
import { PaymentFilesRepository } from './payment-files.repository.js';
import type { PaymentRequestRow } from './payment-request.row.js';
import { PaymentRequestsRepository } from './payment-requests.repository.js';
import { RequestSignaturesRepository } from './request-signatures.repository.js';

/** Who signs, by the step each took. */
const captions = [
  ['approvedBy', 'approved', 'Setuju dibayar,'],
  ['verifiedBy', 'verified', 'Telah diverifikasi,'],
  ['releasedBy', 'disbursing', 'Lunas dibayar,'],
] as const satisfies readonly (readonly [keyof PaymentRequestRow, RequestState, string])[];

/** All of a recipients' list but its recipients: who pays, out of what, when, and who signs. */
@Injectable()
export class RecipientsListHeading {
  constructor(
    private readonly repository: PaymentFilesRepository,
    private readonly funding: FundingSourcesService,
    private readonly regions: RegionsService,
    private readonly users: UsersService,
    private readonly requests: PaymentRequestsRepository,
    private readonly signatures: RequestSignaturesRepository,
  ) {}

  async of(tx: Tx, request: PaymentRequestRow): Promise<Omit<RecipientsList, 'recipients'>> {
    const body = await this.funding.payingBodyById(tx, request.payingBodyId);
    const sources = await this.repository.sources(tx, request.id);
    const release = await this.repository.release(tx, request.id);
    const offices = await this.offices(tx, body);
    return {
      offices,
      requestNumber: request.number,
      activityCode: distinct(sources.map((source) => source.activityCode)),
      accountCode: distinct(sources.map((source) => source.accountCode)),
      fundingSources: [
        ...sources.map((source) => `${source.name} ${String(source.fiscalYear)}`),
        ...debtWords(request),
      ],
      months: request.months,
      place: await this.placeOf(tx, body),
      date: release.on,
      signatories: await this.signatories(tx, request),
      ledgerHead: release.batchHash.toString('hex'),
    };
  }

  private async offices(tx: Tx, body: PayingBody): Promise<string[]> {
    const [, regency, district, nagari] = await this.regionsAbove(tx, body.regionCode);
    const government = `Pemerintah Kabupaten ${regency ?? ''}`;
    if (body.kind === 'opd') return [government, body.name];
    // Its name as a payer may say Nagari already; the region's own name does not.
    return [government, `Kecamatan ${district ?? ''}`, `Nagari ${nagari ?? body.name}`];
  }

  private async placeOf(tx: Tx, body: PayingBody): Promise<string> {
    return (await this.regionsAbove(tx, body.regionCode)).at(-1) ?? body.name;
  }

  /** Names from the province down to the region itself. */
  private async regionsAbove(tx: Tx, code: string): Promise<string[]> {
    const names: string[] = [];
    const parts = code.split('.');
    for (const [index] of parts.entries()) {
      const region = await this.regions.require(parts.slice(0, index + 1).join('.'), tx);
      names.push(region.name);
    }
    return names;
  }

  private async signatories(tx: Tx, request: PaymentRequestRow): Promise<Signatory[]> {
    const ids = captions.map(([hand]) => request[hand]).filter((id) => id !== null);
    const people = await this.users.byIds(ids);
    const steps = await this.requests.stepsOf(tx, request.id);
    const signatories = captions.map(([hand, state, caption]) => {
      const person = people.get(request[hand] ?? 0);
      invariant(person !== undefined, `${hand} of a released request is known`);
      const mandate = steps.findLast(({ to }) => to === state)?.mandate ?? null;
      return { caption, position: actingPosition(person.position, mandate), name: person.fullName };
    });
    return [...signatories, ...(await this.countersigned(tx, request))];
  }

  private async countersigned(tx: Tx, { id, submission }: PaymentRequestRow): Promise<Signatory[]> {
    const given = await this.signatures.countersignatures(tx, id);
    return given
      .filter((one) => one.submission === submission)
      .map(({ position, mandate, signedBy: name }) => {
        return { caption: 'Mengetahui,', position: actingPosition(position, mandate), name };
      });
  }
}

/** What the money pays and why, where it is debt of an earlier year. */
function debtWords({ kind, months, basisNumber, basisDate, basisTitle }: PaymentRequestRow): string[] {
  if (kind === 'current' || basisNumber === null || basisDate === null || basisTitle === null) return [];
  return [
    `${debtPhrase(months)}, dasar ${basisNumber} tanggal ${formatDate(basisDate)} tentang ${basisTitle}`,
  ];
}

function distinct(codes: readonly string[]): string {
  return [...new Set(codes)].join('; ');
}
