import { fillOffice, PEOPLE } from '../support/command-office.js';
import { embeddedFolder } from '../support/embedded-folder.js';
import { killInTheMiddle, VICTIMS } from '../support/kill-in-the-middle.js';

const options = await embeddedFolder({ durable: true });
const nagari = await fillOffice(options.dataFolder, ['13.10.04.2001', '13.10.04.2002', '13.10.01.2002']);

describe('kill -9 in the middle of an approval', () => {
  it.each(VICTIMS.map((victim, index) => ({ victim, verified: nagari[index]?.verified ?? '' })))(
    'of the $victim: the request waits for approval as before, without payments, and can be approved again',
    async ({ victim, verified }) => {
      const words = ['--json', 'request', 'approve', verified, '--by', PEOPLE.approves];
      // The step is recorded last: the payments are prepared and the request says approved by then.
      const locks = ['lock table payment_request_step in share mode'];
      const again = await killInTheMiddle(options, { victim, words, locks });

      expect(again).toMatchObject({ status: 0, stderr: '' });
      expect(JSON.parse(again.stdout)).toMatchObject({ state: 'approved', net: 150_000 });
    },
  );
});
