import type {
  PaymentRequest,
  RequestDetails,
} from '../../modules/payment-requests/payment-requests.service.js';
import type { RequestDetailsAnswer } from './request-details.dto.js';
import type { MandateAnswer } from './request-evidence.dto.js';
import type { RequestAnswer } from './request.dto.js';

/** A request as it is told to the outside. */
export function requestAnswer(request: PaymentRequest): RequestAnswer {
  const { id, number, state, months, kaderCount, gross, deductions, net, submission, kind } = request;
  const { createdAt } = request;
  return {
    ...{ id, number, state, months, kaderCount, gross, deductions, net, submission, kind },
    ...basisOf(request),
    createdAt,
  };
}

function basisOf({ basisNumber, basisDate, basisTitle }: PaymentRequest): Pick<RequestAnswer, 'basis'> {
  if (basisNumber === null || basisDate === null || basisTitle === null) return {};
  return { basis: { number: basisNumber, date: basisDate, title: basisTitle } };
}

/** Without the mandate where somebody acted in the own name. */
export function withMandate<Signed extends { readonly mandate: MandateAnswer | null }>(
  signed: Signed,
): Omit<Signed, 'mandate'> & { mandate?: MandateAnswer } {
  const { mandate, ...own } = signed;
  return mandate === null ? own : { ...own, mandate };
}

export function detailsAnswer({ request, steps, ...details }: RequestDetails): RequestDetailsAnswer {
  const { preparer, members, deductions } = details;
  return { request: requestAnswer(request), preparer, steps: steps.map(withMandate), members, deductions };
}
