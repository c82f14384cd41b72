import type { ErrorRequestHandler, RequestHandler } from 'express';
import { DomainError } from '../core/shared/domain-error.js';
import { ProblemDetailsFilter } from './problem-details.filter.js';

/** What is asked outside every route, and what went wrong on the way there, is answered like everything else. */
export function elsewhere(): [RequestHandler, ErrorRequestHandler] {
  const filter = new ProblemDetailsFilter();
  const noRoute: RequestHandler = (_request, _response, next) => {
    next(new DomainError('missing', 'http.no-route', {}));
  };
  // Express knows an error handler by its four parameters.
  const answerError: ErrorRequestHandler = (error: unknown, _request, response, next) => {
    // Who was told already, and hung up on, is not told again.
    if (response.headersSent) next();
    else filter.answer(error, response);
  };
  return [noRoute, answerError];
}
