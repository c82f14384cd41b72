import { DomainError } from '../shared/domain-error.js';

/** The life of a payment request (SPP). Rejection returns it to draft; a settled one stays settled. */
export const requestTransitions = {
  draft: ['submitted', 'cancelled'],
  submitted: ['verified', 'draft'],
  verified: ['approved', 'draft'],
  approved: ['disbursing', 'draft'],
  disbursing: ['settled'],
  settled: [],
  cancelled: [],
} as const satisfies Record<string, readonly string[]>;

export type RequestState = keyof typeof requestTransitions;

/** The Indonesian name of each step, by the state it leads to. */
export const stepNames = {
  draft: 'tolak',
  submitted: 'ajukan',
  verified: 'verifikasi',
  approved: 'setujui',
  disbursing: 'cairkan',
  settled: 'selesaikan',
  cancelled: 'batalkan',
} as const satisfies Record<RequestState, string>;

/** How people call each state. */
export const stateNames = {
  draft: 'draf',
  submitted: 'diajukan',
  verified: 'diverifikasi',
  approved: 'disetujui',
  disbursing: 'dicairkan',
  settled: 'lunas',
  cancelled: 'dibatalkan',
} as const satisfies Record<RequestState, string>;

/** @throws DomainError `payment.wrong-state` when the table has no such step */
export function assertTransition(number: string, from: RequestState, to: RequestState): void {
  const allowed: readonly RequestState[] = requestTransitions[from];
  if (allowed.includes(to)) return;
  throw new DomainError('conflict', 'payment.wrong-state', {
    number,
    state: stateNames[from],
    step: stepNames[to],
    next: allowed.map((state) => stepNames[state]).join(' atau ') || 'tidak ada lagi',
  });
}
