import { Injectable } from '@nestjs/common';
import type { Person } from '../../core/access/actor.js';
import { liesIn, parentRegionCode, regionLevel, type Region } from '../../core/region/region.js';
import { RegionsService } from '../../modules/regions/regions.service.js';
import { RosterListService, type RosterReport } from '../../modules/reports/roster-list.service.js';
import type { RosterWish } from './kader.form.js';
import { ownRegions } from './own-regions.js';

type Line = RosterReport['kader'][number];

export interface RosterView {
  /** Undefined while several are to be chosen from. */
  readonly region: Region | undefined;
  readonly parent: Region | undefined;
  /** Where one can go on to from here. */
  readonly regions: readonly Region[];
  readonly name: string;
  readonly page: number;
  readonly pages: number;
  readonly found: number;
  readonly lines: readonly Line[];
}

const PAGE = 30;

/** Finds the part of the roster that somebody looks for, from the regions of her roles downwards. */
@Injectable()
export class RosterViews {
  constructor(
    private readonly regions: RegionsService,
    private readonly rosters: RosterListService,
  ) {}

  /** Asked by somebody who reads: of a region outside her scopes the list is empty. */
  async of(person: Person, { wilayah = '', nama = '', halaman = 1 }: RosterWish): Promise<RosterView> {
    const own = ownRegions(person);
    const code = wilayah.trim() === '' && own.length === 1 ? own[0] : wilayah.trim();
    if (code === undefined || code === '') {
      const regions = await Promise.all(own.map((one) => this.regions.require(one)));
      return { ...NOTHING, region: undefined, parent: undefined, regions, name: nama };
    }
    const under = await this.regions.under(code);
    const region = await this.regions.require(code);
    const isListed = regionLevel(code) === 'nagari' || nama.trim() !== '';
    const lines = isListed ? await this.lines(code, nama) : [];
    const pages = Math.max(1, Math.ceil(lines.length / PAGE));
    const page = Math.min(halaman, pages);
    return {
      region,
      parent: await this.parentOf(code, own),
      regions: under.filter((one) => parentRegionCode(one.code) === code),
      name: nama,
      page,
      pages,
      found: lines.length,
      lines: lines.slice((page - 1) * PAGE, page * PAGE),
    };
  }

  private async lines(regionCode: string, name: string): Promise<readonly Line[]> {
    return (await this.rosters.list({ regionCode, name })).data.kader;
  }

  private parentOf(code: string, own: readonly string[]): Promise<Region | undefined> {
    const parent = parentRegionCode(code);
    const isOwn = parent !== undefined && own.some((one) => liesIn(parent, one));
    return isOwn ? this.regions.require(parent) : Promise.resolve(undefined);
  }
}

const NOTHING = { page: 1, pages: 1, found: 0, lines: [] } as const;
