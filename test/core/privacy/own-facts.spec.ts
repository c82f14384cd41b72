import { findingKinds } from '../../../src/core/control/registry.js';
import { controlMessages } from '../../../src/core/messages/control.js';
import { ownFacts } from '../../../src/core/privacy/own-facts.js';

/** Evidence of a finding about a kader that tells of somebody else, or of a comparison with others. */
const OF_OTHERS = ['holder', 'middle', 'other', 'otherNik', 'part', 'people', 'person', 'place', 'score'];

const wordings: Readonly<Record<string, string>> = controlMessages;
const evidence = Object.keys(findingKinds)
  .map((code) => wordings[code] ?? '')
  .filter((wording) => wording.includes('{kader}'))
  .flatMap((wording) => [...wording.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name));

it('everything that a finding about a kader may say is hers to be handed, or of others', () => {
  expect([...new Set(evidence)].sort()).toEqual([...Object.keys(ownFacts), ...OF_OTHERS].sort());
});
