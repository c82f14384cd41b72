import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
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

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;
}
