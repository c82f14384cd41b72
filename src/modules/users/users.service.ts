import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { In, type Repository } from 'typeorm';
import { isUsernameOfPseudonym } from '../../core/privacy/pseudonym.js';
import { DomainError } from '../../core/shared/domain-error.js';
import { Clock } from '../../platform/clock.js';
import { AccessService } from '../access/access.service.js';
import { isActiveSql } from '../../platform/database/is-active-sql.js';
import { COMMAND_LINE } from '../../platform/session/where-we-stand.js';
import { AppUserRow } from './app-user.row.js';

export type User = Pick<AppUserRow, 'id' | 'username' | 'fullName' | 'position'>;

// A NIK, or an account: names of people who work here are read by everybody. A NIP has 18 digits, and is no secret.
const PERSONS_NUMBER = /(?<!\d)\d{10,17}(?!\d)/;

@Injectable()
export class UsersService {
  constructor(
    @InjectRepository(AppUserRow) private readonly rows: Repository<AppUserRow>,
    private readonly clock: Clock,
    private readonly access: AccessService,
  ) {}

  /** Registers a person; the same person again changes nothing. @throws DomainError */
  async add(user: Omit<User, 'id'>): Promise<User> {
    this.access.requireInstallation('user.administer');
    return this.addFirst(user);
  }

  /** The first administrator, whom nobody is there to register: the one-time link of hers was checked. */
  async addFirst(user: Omit<User, 'id'>): Promise<User> {
    if (isUsernameOfPseudonym(user.username) || !/^[a-z0-9][a-z0-9._-]{1,39}$/.test(user.username)) {
      throw new DomainError('invalid', 'user.username-invalid', { username: user.username });
    }
    if (user.fullName.trim() === '' || user.position.trim() === '') {
      throw new DomainError('invalid', 'user.field-empty', { username: user.username });
    }
    if ([user.username, user.fullName, user.position].some((text) => PERSONS_NUMBER.test(text))) {
      throw new DomainError('invalid', 'user.persons-number', {});
    }
    await this.rows
      .createQueryBuilder()
      .insert()
      .values({ ...user, createdAt: this.clock.now() })
      .orIgnore()
      .execute();
    const stored = await this.registered(user.username);
    if (stored.fullName === user.fullName && stored.position === user.position) return stored;
    const before = `${stored.fullName}, ${stored.position}`;
    throw new DomainError('conflict', 'user.exists-differently', { username: user.username, before });
  }

  /** Somebody who may act here. @throws DomainError `user.unknown`, `user.inactive` */
  async require(username: string): Promise<User> {
    const user = await this.registered(username);
    const isActive = await this.rows
      .createQueryBuilder('person')
      .where('person.id = :id', { id: user.id })
      .andWhere(isActiveSql('person.id'))
      .getExists();
    if (!isActive) throw new DomainError('forbidden', 'user.inactive', { username });
    return user;
  }

  /** The same person, as somebody who acts from the command line. @throws DomainError `user.unknown`, `user.inactive` */
  async atCommandLine(username: string): Promise<{ userId: number; address: string; agent: string }> {
    const { id } = await this.require(username);
    return { userId: id, address: COMMAND_LINE, agent: 'honor' };
  }

  /** Somebody a question or a decision is about, who may no longer act. @throws DomainError `user.unknown` */
  async registered(username: string): Promise<User> {
    const user = await this.rows.findOneBy({ username });
    if (user === null) throw new DomainError('missing', 'user.unknown', { username });
    return user;
  }

  /** The persons with these ids, by id. */
  async byIds(ids: readonly number[]): Promise<ReadonlyMap<number, User>> {
    const users = await this.rows.findBy({ id: In([...ids]) });
    return new Map(users.map((user) => [user.id, user]));
  }

  /** Users by their user names, as many as are asked for; `name` is a part of a user name or a full name. */
  async page(filter: {
    name?: string | undefined;
    after?: string | undefined;
    limit: number;
  }): Promise<User[]> {
    this.access.requireReading('user.read');
    const { name, after, limit } = filter;
    const wanted = this.rows.createQueryBuilder('person');
    if (name !== undefined) {
      wanted.andWhere(`strpos(lower(concat_ws(' ', person.username, person.full_name)), lower(:name)) > 0`, {
        name,
      });
    }
    if (after !== undefined) wanted.andWhere('person.username > :after', { after });
    return wanted.orderBy('person.username').limit(limit).getMany();
  }

  async list(): Promise<User[]> {
    this.access.requireReading('user.read');
    return this.rows.find({ order: { username: 'ASC' } });
  }
}
