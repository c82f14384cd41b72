import { Injectable } from '@nestjs/common';
import { maskLongNumbers } from '../../core/formats/mask-long-numbers.js';
import { Clock } from '../../platform/clock.js';
import type { Queryable } from '../../platform/database/query-rows.js';

/** Where a request came from, as far as the network says. */
export interface Origin {
  readonly address: string;
  readonly agent: string;
}

/** Who acts, and from where. */
export interface Actor extends Origin {
  readonly userId: number;
}

/** Something that happened to somebody's access. Never holds a secret or what was typed in its place. */
export interface IdentityEvent extends Origin {
  /** In English, small letters and strips: `sign-in`, `sessions-ended`. */
  readonly what: string;
  /** Whose access it is about; undefined when a name was typed that nobody has. */
  readonly userId: number | undefined;
  /** Who did it; undefined when nobody had signed in. */
  readonly actorId: number | undefined;
  readonly detail?: string;
}

const AGENT_LENGTH_MAX = 300;

/** What a browser says of itself, as much of it as is kept. */
export function keptAgent(agent: string): string {
  return agent.slice(0, AGENT_LENGTH_MAX);
}

/** Records, for ever, everything that changes who may enter. */
@Injectable()
export class IdentityLogService {
  constructor(private readonly clock: Clock) {}

  async record(database: Queryable, event: IdentityEvent): Promise<void> {
    await database.query(
      `insert into identity_event (what, user_id, actor_id, detail, address, agent, at) values ($1, $2, $3, $4, $5, $6, $7)`,
      [
        event.what,
        event.userId ?? null,
        event.actorId ?? null,
        maskLongNumbers(event.detail ?? ''),
        event.address,
        keptAgent(event.agent),
        this.clock.now(),
      ],
    );
  }
}
