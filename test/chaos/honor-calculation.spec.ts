import { fillOffice, PEOPLE } from '../support/command-office.js';
import { embeddedFolder } from '../support/embedded-folder.js';
import { killInTheMiddle, VICTIMS } from '../support/kill-in-the-middle.js';

const options = await embeddedFolder({ durable: true });
const nagari = await fillOffice(options.dataFolder, ['13.10.04.2001', '13.10.04.2002', '13.10.01.2002']);

describe('kill -9 in the middle of a calculation', () => {
  it.each(VICTIMS.map((victim, index) => ({ victim, ready: nagari[index] })))(
    'of the $victim: no honor, no debt in the ledger, and it can be calculated again',
    async ({ victim, ready }) => {
      const { code = '', month = '' } = ready ?? {};
      const words = ['--json', 'honor', 'calculate', '--region', code, '--months', month];
      words.push('--by', PEOPLE.prepares);
      // The head of the chain comes last: honor, shares and journal entries are written by then.
      const locks = ['select * from ledger.chain_head for update'];
      const again = await killInTheMiddle(options, { victim, words, locks });

      expect(again).toMatchObject({ status: 0, stderr: '' });
      expect(JSON.parse(again.stdout)).toMatchObject({ kader: 2, changedLines: 2, changedGross: 150_000 });
    },
  );
});
