import type { PaymentRequest } from '../../modules/payment-requests/payment-requests.service.js';
import type { RequestAnswer } from './request.dto.js';

/** A request as it is told to the outside. */
export function requestAnswer(request: PaymentRequest): RequestAnswer {
  const { id, number, state, months, kaderCount, gross, deductions, net, submission, createdAt } = request;
  return { id, number, state, months, kaderCount, gross, deductions, net, submission, createdAt };
}
