import { AsyncLocalStorage } from 'node:async_hooks';
import { askingFor } from '../../core/access/mandate.js';
import type { ReadingName } from '../../core/access/operations.js';
import { readingScope, type ReadingScope } from '../../core/access/reading-scope.js';
import type { Actor } from '../../core/access/actor.js';
import { statedAct, type Circumstances, type StatedAct } from '../../core/audit/stated-act.js';
import { DomainError } from '../../core/shared/domain-error.js';

interface Standing {
  readonly actor: Actor | undefined;
  /** True: what is asked now only reads, and the database shows the actor's rows only. */
  readonly isReading: boolean;
  /** The door said where the wish came from, so it also knows the operation. */
  readonly isFromDoor: boolean;
  circumstances: Circumstances;
}

/** Who asks what is being done now, through every await of it. Nobody, unless a door said so. */
export class CurrentActor {
  private readonly standing = new AsyncLocalStorage<Standing>();
  private readonly outside: Standing;

  /**
   * @param standIn who acts where no door said so: the system on the command line, nobody behind HTTP
   * @param here where this process stands, for what it does of itself
   */
  constructor(
    private readonly standIn: Actor | undefined,
    here: Pick<Circumstances, 'address' | 'agent'>,
  ) {
    // Behind HTTP the process itself acts too, as when it makes the link of the first administrator.
    const circumstances = { operation: '', reason: '', ...here };
    this.outside = {
      actor: standIn ?? { kind: 'system' },
      isReading: false,
      isFromDoor: false,
      circumstances,
    };
  }

  /** Does everything in `act` as this actor, under the circumstances that are known to differ. */
  run<Result>(actor: Actor | undefined, act: () => Result, circumstances?: Partial<Circumstances>): Result {
    return this.standing.run(this.standingOf(actor, false, circumstances), act);
  }

  /** Does everything in `act` as this actor, who only reads: row-level security limits it to her or his scope. */
  read<Result>(actor: Actor, act: () => Result): Result {
    return this.standing.run(this.standingOf(actor, true), act);
  }

  /**
   * Looks something up in the middle of an act, with the eyes with which whoever acts was shown it: what this reading
   * does not show her is not there.
   */
  look<Result>(reading: ReadingName, act: () => Result): Result {
    const actor = this.get();
    return this.read(actor.kind === 'person' ? askingFor(actor, reading) : actor, act);
  }

  /** @throws DomainError `access.not-signed-in` when nobody is */
  get(): Actor {
    const actor = this.standing.getStore()?.actor ?? this.standIn;
    if (actor === undefined) throw new DomainError('unauthenticated', 'access.not-signed-in', {});
    return actor;
  }

  /** Notes what is asked for, where no door has: the one table of operations knows it before anything changes. */
  asks(operation: string): void {
    const now = this.standing.getStore() ?? this.outside;
    if (!now.isFromDoor) now.circumstances = { ...now.circumstances, operation };
  }

  /** What the database may show now; undefined: everything, because the system asks or a rule must see all rows. */
  readingScope(): ReadingScope | undefined {
    const now = this.standing.getStore();
    return now?.isReading === true && now.actor !== undefined ? readingScope(now.actor) : undefined;
  }

  /** Who changes something now and how, for the audit trail. */
  statedAct(): StatedAct {
    const { actor, circumstances } = this.standing.getStore() ?? this.outside;
    return statedAct(actor, circumstances);
  }

  private standingOf(
    actor: Actor | undefined,
    isReading: boolean,
    circumstances: Partial<Circumstances> = {},
  ): Standing {
    const around = this.standing.getStore() ?? this.outside;
    const isFromDoor = around.isFromDoor || circumstances.operation !== undefined;
    return { actor, isReading, isFromDoor, circumstances: { ...around.circumstances, ...circumstances } };
  }
}
