import { fillOffice, PEOPLE } from '../support/command-office.js';
import { embeddedFolder } from '../support/embedded-folder.js';
import { killInTheMiddle, VICTIMS } from '../support/kill-in-the-middle.js';

const options = await embeddedFolder({ durable: true });
const nagari = await fillOffice(options.dataFolder, ['13.10.04.2001', '13.10.04.2002', '13.10.01.2002']);

describe('kill -9 in the middle of a release', () => {
  it.each(VICTIMS.map((victim, index) => ({ victim, approved: nagari[index]?.approved ?? '' })))(
    'of the $victim: no money has gone, in budget and ledger, and it can be released again',
    async ({ victim, approved }) => {
      const words = ['--json', 'request', 'release', approved, '--by', PEOPLE.releases];
      // The budget is spent and the payment journal written by then, but not sealed.
      const locks = ['select * from ledger.chain_head for update'];
      const again = await killInTheMiddle(options, { victim, words, locks });

      expect(again).toMatchObject({ status: 0, stderr: '' });
      expect(JSON.parse(again.stdout)).toMatchObject({ state: 'disbursing', net: 150_000 });
    },
  );
});
