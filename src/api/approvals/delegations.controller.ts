import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { plainDate } from '../../core/shared/plain-date.js';
import { DelegationsService, type DelegationRecord } from '../../modules/approvals/delegations.service.js';
import { UsersService } from '../../modules/users/users.service.js';
import type { Part } from '../../platform/database/part.js';
import { CurrentActor } from '../../platform/session/current-actor.js';
import { Acts, Reads } from '../../web/operation.decorator.js';
import { onePage } from '../../web/page-of.js';
import { NumberInPath } from '../../web/path-fields.js';
import { ReasonWish } from '../requests/request.dto.js';
import type { Visitor } from '../security/visitor.js';
import { By } from '../security/visitor.decorator.js';
import { DelegationAnswer, DelegationsAnswer, DelegationWish, OfPayerWish } from './approval.dto.js';

/** Who takes a step for whom while somebody is away. */
@ApiTags('Pelimpahan')
@Controller('delegations')
export class DelegationsController {
  constructor(
    private readonly delegations: DelegationsService,
    private readonly users: UsersService,
    private readonly current: CurrentActor,
  ) {}

  @Get()
  @Reads('approval.read')
  @ApiOperation({ summary: 'Pelimpahan, juga yang sudah berakhir atau dicabut' })
  @ApiOkResponse({ type: DelegationsAnswer })
  async list(@Query() { payer, ...wish }: OfPayerWish): Promise<DelegationsAnswer> {
    const read = (part: Part) => this.delegations.list(payer ?? null, part);
    const { items, ...next } = await onePage(wish, ['number'], read, ({ id }) => [id]);
    return { items: items.map(delegationAnswer), ...next };
  }

  @Post()
  @Acts('delegation.record')
  @ApiOperation({ summary: 'Mencatat pelimpahan menurut surat tugasnya' })
  @ApiCreatedResponse({ type: DelegationAnswer })
  async add(@Body() wish: DelegationWish, @By() { person }: Visitor): Promise<DelegationAnswer> {
    const by = await this.users.require(person.username);
    const { from, to, step, payer, basis, reason, capacity = 'plh' } = wish;
    const days = { validFrom: plainDate(wish.validFrom), validTo: plainDate(wish.validTo) };
    return delegationAnswer(
      await this.delegations.add({ ...days, from, to, step, payer, basis, reason, capacity, by }),
    );
  }

  @Post(':id/revocation')
  @HttpCode(200)
  @Acts('delegation.record')
  @ApiOperation({ summary: 'Mencabut pelimpahan; yang sudah dilakukan tetap berlaku' })
  @ApiOkResponse({ type: DelegationAnswer })
  async revoke(
    @NumberInPath('id') id: number,
    @Body() { reason }: ReasonWish,
    @By() { person }: Visitor,
  ): Promise<DelegationAnswer> {
    const by = await this.users.require(person.username);
    await this.current.look('approval.read', () => this.delegations.show(id));
    return delegationAnswer(await this.delegations.revoke(id, reason, by));
  }
}

function delegationAnswer({ from, to, ...delegation }: DelegationRecord): DelegationAnswer {
  const { id, step, payer, capacity, validFrom, validTo, basis, reason } = delegation;
  const { recordedBy, recordedAt, revokedBy, revokedAt, revokedReason } = delegation;
  return {
    ...{ id, from: from.name, to: to.name, step, payer, capacity, validFrom, validTo, basis, reason },
    ...{ recordedBy, recordedAt, revokedBy, revokedAt, revokedReason },
  };
}
