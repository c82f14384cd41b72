import { Injectable } from '@nestjs/common';
import { checkReason } from '../../core/privacy/check-reason.js';
import { dataPackSheet, type DataPack } from '../../core/privacy/data-pack.js';
import { toJson } from '../../core/shared/to-json.js';
import { Clock } from '../../platform/clock.js';
import { printSheetBytes } from '../../platform/files/print-sheet-bytes.js';
import { DataPackRepository } from './data-pack.repository.js';
import { DisclosuresService, type DisclosureWish } from './disclosures.service.js';

/** A pack as the two files that are handed over. */
export interface DataPackFiles {
  readonly pack: DataPack;
  readonly json: Buffer;
  readonly xlsx: Buffer;
}

/** Gives a person everything that is kept of her, with her numbers whole: UU 27/2022, article 7. */
@Injectable()
export class DataPackService {
  constructor(
    private readonly disclosures: DisclosuresService,
    private readonly repository: DataPackRepository,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError as `DisclosuresService.disclose` */
  async make(wish: DisclosureWish): Promise<DataPackFiles> {
    const pack = await this.disclosures.disclose(
      wish,
      { what: 'data-pack', operation: 'kader.data-pack' },
      async (tx, { id, name }): Promise<DataPack> => ({
        kader: { number: id, name },
        madeAt: this.clock.now().toISOString(),
        reason: checkReason(wish.reason),
        parts: await this.repository.parts(tx, id),
      }),
    );
    const json = Buffer.from(`${toJson(pack, 2)}\n`);
    return { pack, json, xlsx: await printSheetBytes(dataPackSheet(pack)) };
  }
}
