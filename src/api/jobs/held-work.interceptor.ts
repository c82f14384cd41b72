import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { Response } from 'express';
import { from, mergeMap, of, type Observable } from 'rxjs';
import { invariant } from '../../core/shared/invariant.js';
import { CurrentActor } from '../../platform/session/current-actor.js';
import type { VisitorRequest } from '../security/visitor.js';
import { JobDesk, prefersAsync } from './job-desk.service.js';
import { LongWorks } from './long-works.js';
import { HeldWork } from './may-become-job.decorator.js';

/** The innermost door: does what a handler holds, or makes it a job where whoever asks does not want to wait. */
@Injectable()
export class HeldWorkInterceptor implements NestInterceptor {
  constructor(
    private readonly desk: JobDesk,
    private readonly works: LongWorks,
    private readonly current: CurrentActor,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    const request = http.getRequest<VisitorRequest>();
    const done = (made: unknown) =>
      made instanceof HeldWork ? from(this.answered(made, request, http.getResponse<Response>())) : of(made);
    return next.handle().pipe(mergeMap(done));
  }

  private async answered(held: HeldWork, request: VisitorRequest, response: Response): Promise<unknown> {
    if (!prefersAsync(request)) return held.answer();
    const { visitor } = request;
    invariant(visitor !== undefined, 'the guard identified the visitor');
    // To keep a job is no reading, whatever the job will be.
    return this.current.run(visitor.person, () => {
      const work = this.works.ofRoute(held.route.kind);
      const asking = { request, response, visitor };
      return this.desk.answer(work, work.wishOf(held, request), asking, request.file?.path);
    });
  }
}
