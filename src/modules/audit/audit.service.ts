import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { RecordedAct } from '../../core/audit/recorded-act.js';
import { DomainError } from '../../core/shared/domain-error.js';
import { CurrentActor } from '../../platform/session/current-actor.js';
import { AccessService } from '../access/access.service.js';
import { AuditRepository, type ActFilter } from './audit.repository.js';

/** Who changed what, for auditors within their scopes; for administrators what concerns the installation itself. */
@Injectable()
export class AuditService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly repository: AuditRepository,
    private readonly access: AccessService,
    private readonly current: CurrentActor,
  ) {}

  /** At most so many of the acts that are wanted, the newest first. @throws DomainError `audit.object-unreadable` */
  async list(filter: ActFilter, limit: number): Promise<RecordedAct[]> {
    this.access.requireReading('audit.read');
    if (filter.object !== undefined && !/^[a-z_.]+:./.test(filter.object)) {
      throw new DomainError('invalid', 'audit.object-unreadable', {});
    }
    return this.current.look('audit.read', () =>
      this.dataSource.transaction('REPEATABLE READ', (tx) => this.repository.acts(tx, filter, limit)),
    );
  }
}
