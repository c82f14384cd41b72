import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { setTimeout } from 'node:timers/promises';
import {
  Injectable,
  Logger,
  StreamableFile,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import type { Response } from 'express';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { isOperation, readsScopeOnly } from '../../core/access/operations.js';
import { maskLongNumbers } from '../../core/formats/mask-long-numbers.js';
import { DomainError } from '../../core/shared/domain-error.js';
import { CommitWatch, type Watched } from '../../platform/database/commit-watch.js';
import { accessOf } from '../../web/operation.decorator.js';
import { answersPages } from '../../web/pages/page.js';
import { problemDetails } from '../../web/problem-details.js';
import { isSafe } from '../../web/safe-method.js';
import type { VisitorRequest } from '../security/visitor.js';
import { standingFor } from '../jobs/standing-for.js';
import { keepsNoAnswer } from './keeps-no-answer.decorator.js';
import { IdempotentRequestsService, type Answered, type Asked } from './idempotent-requests.service.js';

const WAIT_MS = 250;
const WAITS = 60;

const KEY = /^[A-Za-z0-9_-]{8,80}$/;

/** Whatever changes something brings a key of its own; asked again with it, the first answer is given again. */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  private readonly logger = new Logger('Idempotency');

  constructor(
    private readonly requests: IdempotentRequestsService,
    private readonly commits: CommitWatch,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const access = accessOf(context.getHandler());
    const request = context.switchToHttp().getRequest<VisitorRequest>();
    const { visitor } = request;
    // What only reads may be asked by POST too, so that no NIK stands in an address; it changes nothing twice.
    const isAct = access !== undefined && isOperation(access) && !readsScopeOnly(access) && !isSafe(request);
    if (!isAct || visitor === undefined) return next.handle();
    const key = request.get('idempotency-key') ?? '';
    if (!KEY.test(key)) throw new DomainError('invalid', 'http.key-needed', {});
    const response = context.switchToHttp().getResponse<Response>();
    const standing = standingFor(visitor.person, access);
    const asked = hashOf(request).then((hash) => {
      request.asked = { userId: visitor.person.userId, key, hash, standing };
      return request.asked;
    });
    const isPatient = answersPages(context.getClass());
    const isForgetful = keepsNoAnswer(context.getHandler());
    return from(asked.then((known) => this.answer({ ...known, isPatient, isForgetful }, response, next)));
  }

  private async begin(asked: AskedHere): Promise<Answered | undefined> {
    for (let tries = 1; ; tries += 1) {
      try {
        return await this.requests.begin(asked);
      } catch (error) {
        const isInProgress = error instanceof DomainError && error.code === 'http.key-in-progress';
        if (!asked.isPatient || !isInProgress || tries === WAITS) throw error;
        await setTimeout(WAIT_MS);
      }
    }
  }

  private async answer(asked: AskedHere, response: Response, next: CallHandler): Promise<unknown> {
    const before = await this.begin(asked);
    if (before !== undefined) {
      return answerAgain(response, before);
    }
    const answer = await this.act(asked, next);
    await this.unlessLost(asked, () => this.keep(asked, response, answer));
    return answer;
  }

  private async act(asked: Asked, next: CallHandler): Promise<unknown> {
    const watched: Watched = { mayHaveWritten: false };
    try {
      return await this.commits.during(watched, () => lastValueFrom(next.handle(), { defaultValue: '' }));
    } catch (error) {
      const isNothingDone = problemDetails(error) !== undefined && !watched.mayHaveWritten;
      await this.unlessLost(asked, () =>
        isNothingDone ? this.requests.forget(asked) : this.requests.giveUp(asked),
      );
      throw error;
    }
  }

  private async keep(asked: AskedHere, response: Response, answer: unknown): Promise<void> {
    // A file can be asked for again; what made it is not done twice.
    if (asked.isForgetful || answer instanceof StreamableFile) return this.requests.forget(asked);
    await this.requests.finish(asked, {
      status: response.statusCode,
      answer: typeof answer === 'string' ? answer : '',
      location: locationOf(response),
    });
  }

  // Whoever asked is told what came of it also when it cannot be kept: the key then answers that nobody knows.
  private async unlessLost({ userId, key }: Asked, note: () => Promise<void>): Promise<void> {
    try {
      await note();
    } catch (error) {
      const told = error instanceof Error ? (error.stack ?? error.message) : String(error);
      this.logger.error(
        `The outcome of key ${key} of user ${String(userId)} is not kept: ${maskLongNumbers(told)}`,
      );
    }
  }
}

interface AskedHere extends Asked {
  /** True for people: a second tap waits for what the first one does, and then shows its answer. */
  readonly isPatient: boolean;
  readonly isForgetful: boolean;
}

// What a page answers leads on to another page, and is no JSON.
function answerAgain(response: Response, { status, answer, location }: Answered): unknown {
  response.status(status).setHeader('Idempotent-Replayed', 'true');
  if (status !== 303) response.type('application/json');
  if (location !== null) response.setHeader('Location', location);
  return answer;
}

function locationOf(response: Response): string | null {
  const location = response.getHeader('location');
  return typeof location === 'string' ? location : null;
}

// A file counts by its content: two sheets of the same length are not the same request.
async function hashOf(request: VisitorRequest): Promise<Buffer> {
  const { method, originalUrl, file } = request;
  const body: unknown = file === undefined ? (request.body ?? null) : null;
  const content = file === undefined ? '' : await hashOfFile(file.path);
  const parts = [method, originalUrl, content, file?.originalname ?? '', JSON.stringify(body)];
  return createHash('sha256').update(JSON.stringify(parts)).digest();
}

async function hashOfFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}
