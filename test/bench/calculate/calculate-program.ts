import { invariant } from '../../../src/core/shared/invariant.js';
import { calculateShare, type Share } from './calculate-chunks.js';
import { rulesOfCountry } from './country.js';

/** One worker: it is told its share, works it out and answers what came out. */
process.on('message', ({ kader, share }: { kader: number; share: Share }) => {
  const rules = rulesOfCountry(kader);
  invariant(process.send !== undefined, 'a worker has somebody to answer');
  process.send(calculateShare(share, rules), () => {
    process.disconnect();
  });
});
