import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { StreamableFile } from '@nestjs/common';
import type { OperationName } from '../../core/access/operations.js';
import { DomainError } from '../../core/shared/domain-error.js';
import { invariant } from '../../core/shared/invariant.js';
import type { AccessService } from '../../modules/access/access.service.js';
import type { MadeFile } from '../../modules/jobs/jobs.service.js';
import type { Visitor, VisitorRequest } from '../security/visitor.js';
import type { HeldRoutes } from './held-routes.service.js';
import { LongWork, type RouteKind, type WorkAnswer, type Workplace } from './long-work.js';
import type { HeldWork } from './may-become-job.decorator.js';
import { standingFor } from './standing-for.js';

/** One input of a handler: as it was checked, or what is put in its place again. */
type KeptInput =
  | { readonly is: 'value'; readonly value: unknown }
  | { readonly is: 'visitor' }
  | { readonly is: 'file'; readonly name: string };

export interface RouteWish {
  readonly route: string;
  readonly inputs: readonly KeptInput[];
  /** For what the asker held her roles, as `standingFor` says. */
  readonly standing: string;
}

const OWNER_ONLY = 0o600;

/** Whatever a route does that `MayBecomeJob`: all of it may be begun again after a process died. */
export class RouteWork extends LongWork<RouteWish> {
  readonly attempts = 3;

  constructor(
    readonly kind: RouteKind,
    private readonly routes: HeldRoutes,
    private readonly access: AccessService,
  ) {
    super();
  }

  /** What is kept of work that becomes a job. */
  wishOf({ route, inputs }: HeldWork, { visitor, file }: VisitorRequest): RouteWish {
    const kept = inputs.map((input): KeptInput => {
      if (input === visitor) return { is: 'visitor' };
      if (file !== undefined && input === file) return { is: 'file', name: file.originalname };
      return { is: 'value', value: input };
    });
    const standing = standingFor(this.access.actor(), this.routes.operationOf(route.id));
    return { route: route.id, inputs: kept, standing };
  }

  operation({ route }: RouteWish): OperationName {
    return this.routes.operationOf(route);
  }

  /** Only where somebody wants it: programs that never heard of jobs wait as ever. */
  isLong(): boolean {
    return false;
  }

  /** What was made shows what she saw then, so it is hers as long as she sees the same. */
  admit({ route, standing }: RouteWish): void {
    if (standing === standingFor(this.access.actor(), this.routes.operationOf(route))) return;
    throw new DomainError('forbidden', 'job.rights-changed', {});
  }

  async run(wish: RouteWish, workplace: Workplace): Promise<WorkAnswer> {
    this.admit(wish);
    const inputs = wish.inputs.map((input) => inputOf(input, workplace));
    const answer = await this.routes.hold(wish.route, inputs).answer();
    if (answer instanceof StreamableFile) return { file: await fileOf(answer, workplace) };
    invariant(typeof answer === 'object' && answer !== null, 'such a route answers something');
    return { answer };
  }
}

function inputOf(input: KeptInput, { by, given }: Workplace): unknown {
  if (input.is === 'value') return input.value;
  if (input.is === 'visitor') return { person: by } satisfies Visitor;
  invariant(given !== undefined, 'the file came with the wish');
  return { path: given, originalname: input.name };
}

async function fileOf(made: StreamableFile, { folder }: Workplace): Promise<MadeFile> {
  invariant(folder !== undefined, 'a job has a folder');
  const path = join(folder, 'answer');
  await pipeline(made.getStream(), createWriteStream(path, { mode: OWNER_ONLY }));
  const { type, disposition } = made.getHeaders();
  const name = /filename="([^"]+)"/.exec(String(disposition))?.[1];
  invariant(name !== undefined, 'a file has a name');
  return { path, name, mediaType: type };
}
