import { problemDetails, type ProblemDetails } from '../web/problem-details.js';

/** The refusal behind an error, to be shown above its form. @throws what is nobody's refusal but our fault */
export function refusalOf(error: unknown): ProblemDetails {
  const details = problemDetails(error);
  if (details === undefined) throw error;
  return details;
}
