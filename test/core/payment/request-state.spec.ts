import {
  assertTransition,
  requestTransitions,
  type RequestState,
} from '../../../src/core/payment/request-state.js';
import { refusalCodes } from '../../support/refusal.js';

const states = Object.keys(requestTransitions) as RequestState[];
const allowed = new Set([
  'draft > submitted',
  'draft > cancelled',
  'submitted > verified',
  'submitted > draft',
  'verified > approved',
  'verified > draft',
  'approved > disbursing',
  'approved > draft',
  'disbursing > settled',
]);
const steps = states.flatMap((from) => states.map((to): [RequestState, RequestState] => [from, to]));

describe('assertTransition', () => {
  it.each(steps)('%s > %s', async (from, to) => {
    const codes = await refusalCodes(() => {
      assertTransition('SPP-1', from, to);
    });
    expect(codes).toEqual(allowed.has(`${from} > ${to}`) ? [] : ['payment.wrong-state']);
  });
});
