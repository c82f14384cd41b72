import { randomUUID } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { Injectable } from '@nestjs/common';
import { invariant } from '../../core/shared/invariant.js';
import type { Request } from 'express';
import { JobsService } from '../../modules/jobs/jobs.service.js';
import type { Asked } from '../idempotency/idempotent-requests.service.js';
import { originOf } from '../security/visitor.js';
import type { Asking } from './asking.decorator.js';
import { jobAnswer } from './job-answer.js';
import type { LongWork } from './long-work.js';

/**
 * Decides who waits for an answer: work that is short is done at once (200); work that is long, or that whoever asks
 * does not want to wait for (`Prefer: respond-async`, RFC 7240), becomes a job (202).
 */
@Injectable()
export class JobDesk {
  constructor(private readonly jobs: JobsService) {}

  /** Does it now, or takes it in as a job; the status of the answer says which. */
  async answer<Wish extends object>(
    work: LongWork<Wish>,
    wish: Wish,
    { request, response, visitor }: Asking,
    given?: string,
  ): Promise<object> {
    const isWanted = prefersAsync(request);
    const bytes = given === undefined ? 0 : (await stat(given)).size;
    if (!isWanted && !work.isLong(wish, bytes)) {
      const done = await work.run(wish, { by: visitor.person, given, folder: undefined });
      invariant('answer' in done, 'short work answers at once');
      response.status(200);
      return done.answer;
    }
    work.admit(wish);
    const askedAs = nameOf(request.asked);
    const job = await this.jobs.ask({
      kind: work.kind,
      by: visitor.person,
      tokenId: visitor.tokenId,
      signedInAt: visitor.session?.session.signedInAt,
      from: originOf(request),
      askedAs,
      wish,
      path: given,
    });
    const told = jobAnswer(job);
    response.status(202).setHeader('Location', told.self);
    if (isWanted) response.setHeader('Preference-Applied', 'respond-async');
    return told;
  }
}

/** Whether somebody does not want to wait for the answer. */
export function prefersAsync(request: Request): boolean {
  return (request.get('prefer') ?? '')
    .split(',')
    .some((preference) => preference.trim().toLowerCase() === 'respond-async');
}

// What only reads comes without a key: asked twice it is made twice.
function nameOf(asked: Asked | undefined): string {
  if (asked === undefined) return randomUUID();
  const { userId, key, hash } = asked;
  return JSON.stringify([userId, key, hash.toString('hex')]);
}
