import { shownRefusal } from '../../../src/core/messages/shown-refusal.js';

it('repeats what was typed, but no number of a person whole', () => {
  const facts = { name: 'Yusnidar 1310044101800001', amount: 1_310_044_101_800_001n };
  const shown = shownRefusal({ code: 'roster.no-account-change', facts });
  expect(shown.facts).toEqual({ name: 'Yusnidar ************0001', amount: 1_310_044_101_800_001n });
  expect(shown.message).toContain('Yusnidar ************0001');
});
