import { Module } from '@nestjs/common';
import { AuditStreamRepository } from './audit-stream.repository.js';
import { AuditVerificationService } from './audit-verification.service.js';
import { AuditRepository } from './audit.repository.js';
import { AuditService } from './audit.service.js';

@Module({
  providers: [AuditRepository, AuditStreamRepository, AuditService, AuditVerificationService],
  exports: [AuditService, AuditVerificationService],
})
export class AuditModule {}
