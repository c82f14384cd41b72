import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity/identity.module.js';
import { DataPackRepository } from './data-pack.repository.js';
import { DataPackService } from './data-pack.service.js';
import { DisclosuresRepository } from './disclosures.repository.js';
import { DisclosuresService } from './disclosures.service.js';
import { KeyRotationService } from './key-rotation.service.js';
import { NumberExportsRepository } from './number-exports.repository.js';
import { NumberExportsService } from './number-exports.service.js';
import { RevealService } from './reveal.service.js';
import { RevealedRepository } from './revealed.repository.js';
import { SealedValuesRepository } from './sealed-values.repository.js';

@Module({
  imports: [IdentityModule],
  providers: [
    KeyRotationService,
    SealedValuesRepository,
    DisclosuresRepository,
    DisclosuresService,
    RevealedRepository,
    RevealService,
    DataPackRepository,
    DataPackService,
    NumberExportsRepository,
    NumberExportsService,
  ],
  exports: [KeyRotationService, DisclosuresService, RevealService, DataPackService, NumberExportsService],
})
export class PrivacyModule {}
