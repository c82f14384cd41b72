import fc from 'fast-check';
import { SYSTEM } from '../../../src/core/access/actor.js';
import { statedAct } from '../../../src/core/audit/stated-act.js';

const nowhere = { address: '', agent: '', operation: '', reason: '' };

describe('statedAct', () => {
  it('names the person for whom the command line acts', () => {
    expect(statedAct(SYSTEM, { ...nowhere, by: 'ani' })).toEqual({
      ...nowhere,
      kind: 'person',
      actor: 'ani',
    });
    expect(statedAct(SYSTEM, nowhere)).toEqual({ ...nowhere, kind: 'system', actor: '' });
    expect(statedAct(undefined, nowhere)).toEqual({ ...nowhere, kind: 'visitor', actor: '' });
  });

  it('keeps whatever is sent as words that a database takes, whoever wrote them', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 900 }), (text) => {
        const { agent, reason } = statedAct(undefined, { ...nowhere, agent: text, reason: text });
        expect(agent).toBe(reason);
        expect(agent.length).toBeLessThanOrEqual(500);
        expect(agent).not.toMatch(/\p{Cc}/u);
      }),
    );
  });
});
