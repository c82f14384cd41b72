import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import {
  Injectable,
  StreamableFile,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import type { Response } from 'express';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { isOperation } from '../../core/access/operations.js';
import { DomainError } from '../../core/shared/domain-error.js';
import { accessOf } from '../../web/operation.decorator.js';
import type { VisitorRequest } from '../security/visitor.js';
import { IdempotentRequestsService, type Answered, type Asked } from './idempotent-requests.service.js';

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

const KEY = /^[A-Za-z0-9_-]{8,80}$/;

/** Whatever changes something brings a key of its own; asked again with it, the first answer is given again. */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(private readonly requests: IdempotentRequestsService) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const access = accessOf(context.getHandler());
    const request = context.switchToHttp().getRequest<VisitorRequest>();
    const { visitor } = request;
    const isAct = access !== undefined && isOperation(access) && !SAFE_METHODS.has(request.method);
    if (!isAct || visitor === undefined) return next.handle();
    const key = request.get('idempotency-key') ?? '';
    if (!KEY.test(key)) throw new DomainError('invalid', 'http.key-needed', {});
    const response = context.switchToHttp().getResponse<Response>();
    const asked = hashOf(request).then((hash) => {
      request.asked = { userId: visitor.person.userId, key, hash };
      return request.asked;
    });
    return from(asked.then((known) => this.answer(known, response, next)));
  }

  private async answer(asked: Asked, response: Response, next: CallHandler): Promise<unknown> {
    const before = await this.requests.begin(asked);
    if (before !== undefined) {
      return answerAgain(response, before);
    }
    try {
      const answer: unknown = await lastValueFrom(next.handle(), { defaultValue: '' });
      const isFile = answer instanceof StreamableFile;
      // A file can be asked for again; what made it is not done twice.
      if (isFile) await this.requests.forget(asked);
      else
        await this.requests.finish(asked, {
          status: response.statusCode,
          answer: typeof answer === 'string' ? answer : '',
          location: locationOf(response),
        });
      return answer;
    } catch (error) {
      await this.requests.forget(asked);
      throw error;
    }
  }
}

// What a page answers leads on to another page: the answer is where.
function answerAgain(response: Response, { status, answer, location }: Answered): unknown {
  response.status(status).setHeader('Idempotent-Replayed', 'true');
  if (status !== 303) response.type('application/json');
  const where = status === 303 ? answer : location;
  if (where !== null) response.setHeader('Location', where);
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
