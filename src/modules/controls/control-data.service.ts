import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { maskNik } from '../../core/formats/mask.js';
import { completeStoredSettings } from '../../core/control/complete-settings.js';
import { readCeilings } from '../../core/control/read-ceilings.js';
import { readControlSettings } from '../../core/control/read-settings.js';
import type { Ceiling, Declaration } from '../../core/control/request-under-control.js';
import { initialSettings, type ControlSettings } from '../../core/control/settings.js';
import type { RequestState } from '../../core/payment/request-state.js';
import { DomainError } from '../../core/shared/domain-error.js';
import { refuseAny } from '../../core/shared/refusals.js';
import { Clock } from '../../platform/clock.js';
import type { Queryable } from '../../platform/database/query-rows.js';
import { lockFor } from '../../platform/database/lock-for.js';
import { AccessService } from '../access/access.service.js';
import { ControlDataRepository } from './control-data.repository.js';
import type { ControlledRequest } from './control-facts.repository.js';
import { parseControlFile } from './parse-control-file.js';

/** Honor from the state that somebody declares for a kader. */
export interface DeclarationCommand extends Omit<Declaration, 'kaderId'> {
  readonly nik: string;
}

/** The data that controls run by: settings, limits, declarations. */
@Injectable()
export class ControlDataService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly repository: ControlDataRepository,
    private readonly clock: Clock,
    private readonly access: AccessService,
  ) {}

  /** What is in force: the last imported document, or what the program itself says while there is none. */
  async settings(database: Queryable): Promise<ControlSettings> {
    const document = await this.repository.lastSettings(database);
    return document === null ? initialSettings : readControlSettings(completeStoredSettings(document));
  }

  /** @throws Refusals with every problem of the file */
  async importSettings(path: string, by: number): Promise<ControlSettings> {
    this.access.requireInstallation('control.settings');
    const document = parseControlFile(await readFile(path, 'utf8'), basename(path));
    const settings = readControlSettings(document);
    await this.repository.insertSettings(this.dataSource, document, by, this.clock.now());
    return settings;
  }

  /** Adds the limits of a file, all or none. @throws Refusals when one is unreadable, unknown or overlaps */
  async importCeilings(path: string, by: number): Promise<readonly Ceiling[]> {
    this.access.requireInstallation('control.settings');
    const ceilings = readCeilings(parseControlFile(await readFile(path, 'utf8'), basename(path)));
    await this.dataSource.transaction(async (tx) => {
      await lockFor(tx, 'control-ceilings');
      const unknown = await this.repository.unknownScopes(tx, ceilings);
      refuseAny(unknown.map((scope) => new DomainError('missing', 'control.scope-unknown', { scope })));
      for (const ceiling of ceilings) {
        refuseAny((await this.repository.overlapping(tx, ceiling)).map(overlapOf));
        await this.repository.insertCeiling(tx, ceiling, by, this.clock.now());
      }
    });
    return ceilings;
  }

  /** Records that a kader gets honor from the state elsewhere. @throws DomainError */
  async declare(command: DeclarationCommand, by: number): Promise<void> {
    await this.access.requireKader('control.declare', [command.nik]);
    const { nik, body, what, from, to } = command;
    for (const [field, text] of Object.entries({ '--body': body, '--what': what })) {
      if (text.trim() === '') throw new DomainError('invalid', 'control.declaration-blank', { field });
    }
    if (to !== null && to < from) {
      throw new DomainError('invalid', 'control.declaration-dates-reversed', { from, to });
    }
    const kaderId = await this.repository.kaderByNik(this.dataSource, nik);
    if (kaderId === null) throw new DomainError('missing', 'control.kader-unknown', { nik: maskNik(nik) });
    const declaration = { kaderId, body: body.trim(), what: what.trim(), from, to };
    await this.repository.insertDeclaration(this.dataSource, declaration, by, this.clock.now());
  }

  /** @throws DomainError `payment.request-unknown` */
  async requestByNumber(
    database: Queryable,
    number: string,
  ): Promise<ControlledRequest & { readonly state: RequestState; readonly submission: number }> {
    const request = await this.repository.requestByNumber(database, number);
    if (request === null) throw new DomainError('missing', 'payment.request-unknown', { request: number });
    return request;
  }
}

function overlapOf({ kind, scope, component, unit, activity, from, to, basis }: Ceiling): DomainError {
  const per = unit === 'month' ? '' : ` per kegiatan${activity === null ? '' : ` ${activity}`}`;
  const what = kind === 'rate' ? `tarif ${component ?? ''}${per} ${scope}` : `jumlah orang ${scope}`;
  return new DomainError('conflict', 'control.ceiling-overlaps', {
    what,
    from,
    to: to ?? 'seterusnya',
    basis,
  });
}
