import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity/identity.module.js';
import { KeyRotationService } from './key-rotation.service.js';
import { SealedValuesRepository } from './sealed-values.repository.js';

@Module({
  imports: [IdentityModule],
  providers: [KeyRotationService, SealedValuesRepository],
  exports: [KeyRotationService],
})
export class PrivacyModule {}
