import { AsyncLocalStorage } from 'node:async_hooks';
import { readingScope, type ReadingScope } from '../../core/access/reading-scope.js';
import type { Actor } from '../../core/access/actor.js';
import { DomainError } from '../../core/shared/domain-error.js';

interface Standing {
  readonly actor: Actor;
  /** True: what is asked now only reads, and the database shows the actor's rows only. */
  readonly isReading: boolean;
}

/** Who asks what is being done now, through every await of it. Nobody, unless a door said so. */
export class CurrentActor {
  private readonly standing = new AsyncLocalStorage<Standing>();

  /** @param standIn who acts where no door said so: the system on the command line, nobody behind HTTP */
  constructor(private readonly standIn: Actor | undefined) {}

  /** Does everything in `act` as this actor. */
  run<Result>(actor: Actor, act: () => Result): Result {
    return this.standing.run({ actor, isReading: false }, act);
  }

  /** Does everything in `act` as this actor, who only reads: row-level security limits it to her or his scope. */
  read<Result>(actor: Actor, act: () => Result): Result {
    return this.standing.run({ actor, isReading: true }, act);
  }

  /** @throws DomainError `access.not-signed-in` when nobody is */
  get(): Actor {
    const actor = this.standing.getStore()?.actor ?? this.standIn;
    if (actor === undefined) throw new DomainError('unauthenticated', 'access.not-signed-in', {});
    return actor;
  }

  /** What the database may show now; undefined: everything, because the system asks or a rule must see all rows. */
  readingScope(): ReadingScope | undefined {
    const now = this.standing.getStore();
    return now?.isReading === true ? readingScope(now.actor) : undefined;
  }
}
