import { fillOffice, PEOPLE } from '../support/command-office.js';
import { embeddedFolder } from '../support/embedded-folder.js';
import { killInTheMiddle, VICTIMS } from '../support/kill-in-the-middle.js';

const options = await embeddedFolder({ durable: true });
const nagari = await fillOffice(options.dataFolder, ['13.10.04.2001', '13.10.04.2002', '13.10.01.2002']);

describe('kill -9 in the middle of a roster import', () => {
  it.each(VICTIMS.map((victim, index) => ({ victim, newcomers: nagari[index]?.newcomers ?? '' })))(
    'of the $victim: nobody of the file is on the roster, and the import can be given again',
    async ({ victim, newcomers }) => {
      const words = ['--json', 'roster', 'import', newcomers, '--by', PEOPLE.prepares];
      // Reading stays possible: it is the accounts that cannot be written, after kader and appointments.
      const locks = ['lock table bank_account in share mode'];
      const again = await killInTheMiddle(options, { victim, words, locks });

      expect(again).toMatchObject({ status: 0, stderr: '' });
      expect(JSON.parse(again.stdout)).toMatchObject({ applied: true, created: 2, unchanged: 0 });
    },
  );
});
