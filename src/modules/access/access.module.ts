import { Global, Module } from '@nestjs/common';
import { AccessService } from './access.service.js';
import { HeldDelegationsRepository } from './held-delegations.repository.js';
import { RoleGrantsRepository } from './role-grants.repository.js';
import { RoleGrantsService } from './role-grants.service.js';
import { TargetsRepository } from './targets.repository.js';

/** Global: every module asks it before it acts. */
@Global()
@Module({
  providers: [
    AccessService,
    RoleGrantsService,
    RoleGrantsRepository,
    TargetsRepository,
    HeldDelegationsRepository,
  ],
  exports: [AccessService, RoleGrantsService],
})
export class AccessModule {}
