import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** A person who acts in the system. */
@Entity('app_user')
export class AppUserRow {
  @PrimaryGeneratedColumn('identity', { type: 'int', generatedIdentity: 'ALWAYS' })
  id!: number;

  @Column('text')
  username!: string;

  @Column('text', { name: 'full_name' })
  fullName!: string;

  /** What she or he is in the office: "Wali Nagari Sitiung". */
  @Column('text')
  position!: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;
}
