import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Region } from '../../core/region/region.js';
import { regionLevel } from '../../core/region/region.js';
import { DomainError } from '../../core/shared/domain-error.js';
import { RegionsRepository, type Asks, type Part, type Posyandu } from './regions.repository.js';

/** What is where: the regions by Kemendagri code and the posyandu in them. */
@Injectable()
export class RegionsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly repository: RegionsRepository,
  ) {}

  all(tx: Asks = this.dataSource): Promise<Region[]> {
    return this.repository.regionsUnder(tx, '');
  }

  /** The region and everything in it, or all regions when the code is left out. @throws `region.missing` */
  async under(code?: string, tx: Asks = this.dataSource): Promise<Region[]> {
    const regions = await this.repository.regionsUnder(tx, code ?? '');
    if (code !== undefined && regions.length === 0) {
      throw new DomainError('missing', 'region.missing', { code });
    }
    return regions;
  }

  /** @throws `region.missing` */
  async require(code: string, tx: Asks = this.dataSource): Promise<Region> {
    const region = await this.repository.region(tx, code);
    if (region === undefined) throw new DomainError('missing', 'region.missing', { code });
    return region;
  }

  async nagariUnder(code: string, tx: Asks = this.dataSource): Promise<Region[]> {
    return (await this.under(code, tx)).filter((region) => regionLevel(region.code) === 'nagari');
  }

  /** Part of the regions at or under a code, or of all. @throws `region.missing` */
  async part(code: string | undefined, part: Part): Promise<Region[]> {
    if (code !== undefined) await this.require(code);
    return this.repository.regionsUnder(this.dataSource, code ?? '', part);
  }

  /** Part of the posyandu in a region, or of all. @throws `region.missing`: it must not look like one without any */
  async posyanduPart(code: string | undefined, part: Part): Promise<Posyandu[]> {
    if (code !== undefined) await this.require(code);
    return this.repository.posyanduUnder(this.dataSource, code ?? '', part);
  }

  /** The posyandu in a region, or everywhere, in the order of their registration numbers. */
  posyanduUnder(code?: string, tx: Asks = this.dataSource): Promise<Posyandu[]> {
    return this.repository.posyanduUnder(tx, code ?? '');
  }
}
