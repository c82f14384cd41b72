import type { Request } from 'express';
import type { Person } from '../../core/access/actor.js';
import type { Actor, Session } from '../../modules/identity/identity.service.js';
import type { Asked } from '../idempotency/idempotent-requests.service.js';
import type { RequestWithFile } from '../../web/uploaded-file.js';

/** Who sent a request: set by the guard, before any handler runs. */
export interface Visitor {
  readonly person: Person;
  /** The sign-in, with the token of its cookie; undefined for a machine with an access token. */
  readonly session?: { readonly token: string; readonly session: Session };
  /** The number of that access token. */
  readonly tokenId?: number;
}

export interface VisitorRequest extends RequestWithFile {
  visitor?: Visitor;
  /** What the Idempotency-Key of an act stands for. */
  asked?: Asked;
}

/** Whoever sent a request, as somebody who acts. */
export function actorOf({ person }: Visitor, request: Request): Actor {
  return { userId: person.userId, ...originOf(request) };
}

/** Where a request comes from, for records. */
export function originOf(request: Request): { address: string; agent: string } {
  return { address: request.ip ?? '', agent: request.get('user-agent') ?? '' };
}
