import {
  Injectable,
  StreamableFile,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import type { Response } from 'express';
import { map, type Observable } from 'rxjs';
import { toJson } from '../core/shared/to-json.js';
import { answersPages } from './pages/page.js';

/**
 * Money leaves as a whole number: answers are written by the same function as the command line's
 * `--json`. Pages are drawn, not written.
 */
@Injectable()
export class JsonAnswerInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    if (answersPages(context.getClass())) return next.handle();
    const response = context.switchToHttp().getResponse<Response>();
    return next.handle().pipe(map((answer: unknown) => this.written(response, answer)));
  }

  private written(response: Response, answer: unknown): unknown {
    if (answer === undefined || answer instanceof StreamableFile) return answer;
    response.type('application/json');
    return toJson(answer);
  }
}
