import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** One version of an honor policy, as it was imported. */
@Entity('honor_policy')
export class HonorPolicyRow {
  @PrimaryGeneratedColumn('identity', { type: 'int', generatedIdentity: 'ALWAYS' })
  id!: number;

  @Column('text')
  code!: string;

  @Column('int')
  version!: number;

  @Column('text')
  scope!: string;

  /** Code of the OPD whose policy it is, and the bidang whose kader it pays; null = everybody's. */
  @Column('text', { name: 'opd_code', nullable: true })
  opdCode!: string | null;

  @Column('text', { array: true, nullable: true })
  bidang!: string[] | null;

  /** Code of the policy it adds to. */
  @Column('text', { name: 'tops_up', nullable: true })
  topsUp!: string | null;

  @Column('date', { name: 'valid_from' })
  validFrom!: string;

  @Column('date', { name: 'valid_to', nullable: true })
  validTo!: string | null;

  @Column('text', { name: 'legal_basis_number' })
  legalBasisNumber!: string;

  @Column('date', { name: 'legal_basis_date' })
  legalBasisDate!: string;

  /** Numbers of the versions it takes the place of; why is in its document. */
  @Column('int', { array: true })
  supersedes!: number[];

  /** Its days without those of whatever took its place, as the database keeps them: triggers alone write it. */
  @Column({ type: 'datemultirange', name: 'in_force', insert: false, update: false, select: false })
  inForce!: string;

  /** The policy document itself: what `readPolicy` reads. */
  @Column('jsonb')
  document!: object;

  @Column('char', { name: 'document_sha256', length: 64 })
  documentSha256!: string;

  @Column('int', { name: 'recorded_by' })
  recordedBy!: number;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt!: Date;

  /** Who took it back before anybody was paid by it; null = nobody. */
  @Column('int', { name: 'withdrawn_by', nullable: true })
  withdrawnBy!: number | null;

  @Column('timestamptz', { name: 'withdrawn_at', nullable: true })
  withdrawnAt!: Date | null;

  @Column('text', { name: 'withdrawal_reason', nullable: true })
  withdrawalReason!: string | null;
}
