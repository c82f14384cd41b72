import { applyDecorators, createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ApiAcceptedResponse, ApiHeader } from '@nestjs/swagger';
import type { Response } from 'express';
import { invariant } from '../../core/shared/invariant.js';
import type { Visitor, VisitorRequest } from '../security/visitor.js';
import { JobAnswer } from './job.dto.js';

/** Who asks for work that may take long, how, and where the answer goes. */
export interface Asking {
  readonly request: VisitorRequest;
  readonly response: Response;
  readonly visitor: Visitor;
}

/** For handlers of such work. They state no status: the desk does. */
export const Asks = createParamDecorator((_: unknown, context: ExecutionContext): Asking => {
  const request = context.switchToHttp().getRequest<VisitorRequest>();
  const { visitor } = request;
  invariant(visitor !== undefined, 'the guard identified the visitor');
  return { request, response: context.switchToHttp().getResponse<Response>(), visitor };
});

/** Says in the OpenAPI document when a route answers with a job to follow. */
export function MayTakeLong(when: string) {
  const headers = {
    Location: { description: 'Alamat pekerjaan itu', schema: { type: 'string' } },
    'Preference-Applied': {
      description: 'respond-async, bila diminta dengan Prefer',
      schema: { type: 'string' },
    },
  } as const;
  return applyDecorators(
    ApiAcceptedResponse({ type: JobAnswer, description: `Menjadi pekerjaan yang diikuti: ${when}`, headers }),
    ApiHeader({
      name: 'Prefer',
      required: false,
      description: 'respond-async: selalu menjadi pekerjaan (RFC 7240)',
    }),
  );
}
