import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity/identity.module.js';
import { DataPackRepository } from './data-pack.repository.js';
import { DataPackService } from './data-pack.service.js';
import { DisclosuresRepository } from './disclosures.repository.js';
import { DisclosuresService } from './disclosures.service.js';
import { KeptAnswersRepository } from './kept-answers.repository.js';
import { KeyRotationService } from './key-rotation.service.js';
import { NumberExportsRepository } from './number-exports.repository.js';
import { NumberExportsService } from './number-exports.service.js';
import { PseudonymisationRepository } from './pseudonymisation.repository.js';
import { PseudonymisationService } from './pseudonymisation.service.js';
import { RetentionFactsRepository } from './retention-facts.repository.js';
import { RetentionRulesRepository } from './retention-rules.repository.js';
import { RetentionRulesService } from './retention-rules.service.js';
import { RetentionService } from './retention.service.js';
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
    RetentionRulesRepository,
    RetentionRulesService,
    RetentionFactsRepository,
    RetentionService,
    KeptAnswersRepository,
    PseudonymisationRepository,
    PseudonymisationService,
  ],
  exports: [
    KeyRotationService,
    DisclosuresService,
    RevealService,
    DataPackService,
    NumberExportsService,
    RetentionRulesService,
    RetentionService,
    PseudonymisationService,
  ],
})
export class PrivacyModule {}
