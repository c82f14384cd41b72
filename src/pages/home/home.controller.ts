import { Get } from '@nestjs/common';
import type { Visitor } from '../../api/security/visitor.js';
import { By } from '../../api/security/visitor.decorator.js';
import type { Person } from '../../core/access/actor.js';
import { operations } from '../../core/access/operations.js';
import { ownSignaturesOf } from '../../core/payment/own-signature.js';
import { ownStepOf } from '../../core/payment/own-step.js';
import {
  RequestListService,
  type ListedRequest,
} from '../../modules/payment-requests/request-list.service.js';
import { SecondFactorService } from '../../modules/identity/second-factor.service.js';
import { UsersService } from '../../modules/users/users.service.js';
import { CurrentActor } from '../../platform/session/current-actor.js';
import { SignedIn } from '../../web/operation.decorator.js';
import type { Page } from '../../web/pages/page.js';
import { GrantWords } from '../grant-words.service.js';
import { PageController } from '../security/page-controller.decorator.js';
import { homePage } from './home.page.js';

/** The first page: who somebody is here, and what waits for her. */
@PageController()
export class HomePages {
  constructor(
    private readonly requests: RequestListService,
    private readonly users: UsersService,
    private readonly factors: SecondFactorService,
    private readonly words: GrantWords,
    private readonly current: CurrentActor,
  ) {}

  @Get()
  @SignedIn()
  async show(@By() { person }: Visitor): Promise<Page> {
    const { position } = await this.users.require(person.username);
    const { isConfirmed } = await this.factors.stateOf(person.userId);
    return homePage({
      fullName: person.fullName,
      position,
      grants: await this.words.of(person.grants),
      kader: person.grants.flatMap(({ scope }) => (scope.kind === 'person' ? [scope.kaderId] : [])),
      waiting: await this.waitingFor(person, position),
      hasAuthenticator: isConfirmed,
    });
  }

  // Read with her own eyes: what is outside her scopes does not wait for her.
  private async waitingFor(person: Person, position: string): Promise<ListedRequest[] | undefined> {
    const readers: readonly string[] = operations['request.read'].roles;
    if (!person.grants.some(({ role }) => readers.includes(role))) return undefined;
    const waiting = await this.current.look('request.read', () => this.requests.waiting());
    return waiting.filter((listed) => {
      const own = ownStepOf(person, listed);
      const isHers = own !== undefined && (own.obstacle === undefined || own.obstacle === 'second-factor');
      return isHers || ownSignaturesOf(person, position, listed).some(({ isByPosition }) => isByPosition);
    });
  }
}
