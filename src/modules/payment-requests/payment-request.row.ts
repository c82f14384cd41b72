import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { RequestKind } from '../../core/payment/prior-year.js';
import type { RequestState } from '../../core/payment/request-state.js';
import type { PlainDate } from '../../core/shared/plain-date.js';
import type { ServiceMonth } from '../../core/shared/service-month.js';
import { rupiahColumn } from '../../platform/database/rupiah-column.js';

/** A payment request (SPP) of one paying body. */
@Entity('payment_request')
export class PaymentRequestRow {
  @PrimaryGeneratedColumn('identity', { type: 'int', generatedIdentity: 'ALWAYS' })
  id!: number;

  @Column('text')
  number!: string;

  @Column('int', { name: 'paying_body_id' })
  payingBodyId!: number;

  @Column('text', { array: true })
  months!: ServiceMonth[];

  @Column('text')
  state!: RequestState;

  @Column('int', { name: 'kader_count' })
  kaderCount!: number;

  @Column('bigint', { transformer: rupiahColumn })
  gross!: bigint;

  @Column('bigint', { transformer: rupiahColumn })
  deductions!: bigint;

  @Column('bigint', { transformer: rupiahColumn })
  net!: bigint;

  /** The day whose policies and facts count for its deductions; null in a request older than they are. */
  @Column('date', { name: 'deducted_on', nullable: true })
  deductedOn!: PlainDate | null;

  @Column('int', { name: 'prepared_by' })
  preparedBy!: number;

  @Column('int', { name: 'verified_by', nullable: true })
  verifiedBy!: number | null;

  @Column('int', { name: 'approved_by', nullable: true })
  approvedBy!: number | null;

  @Column('int', { name: 'released_by', nullable: true })
  releasedBy!: number | null;

  /** How many times it was submitted; part of the idempotency keys of its moves. */
  @Column('int')
  submission!: number;

  /** Whether it pays out of the year of its months, or debt of a closed year out of a later one. */
  @Column('text')
  kind!: RequestKind;

  /** The line that pays the debt; null in an ordinary request. */
  @Column('int', { name: 'debt_source_id', nullable: true })
  debtSourceId!: number | null;

  @Column('text', { name: 'basis_number', nullable: true })
  basisNumber!: string | null;

  @Column('date', { name: 'basis_date', nullable: true })
  basisDate!: PlainDate | null;

  @Column('text', { name: 'basis_title', nullable: true })
  basisTitle!: string | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;
}
