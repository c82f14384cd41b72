import { requireGoodPassword } from '../../../src/core/identity/password-rules.js';
import { CommonPasswords } from '../../../src/modules/identity/common-passwords.js';
import { PASSWORD } from '../../support/identity.js';
import { refusalCodes } from '../../support/refusal.js';

const common = new CommonPasswords().all();
const context = { username: 'rina', fullName: 'Rina Wahyuni', places: ['Sitiung'], common };

describe('the passwords that many people use', () => {
  it.each([
    'correcthorsebatterystaple',
    'Correct-Horse-Battery-Staple',
    'bismillahirrahmanirrahim',
    'Bismillahirrohmanirrohim 1',
    'Bismillah, hirrahman; nirrahim.',
    'astaghfirullahaladzim',
    'assalamualaikum123',
    'thisismypassword',
    'ThisIsMyPassword2026!',
    'iloveyousomuch123',
    'Indonesia tanah airku, tanah tumpah darahku',
    'bhinneka tunggal ika 1945',
    'kader posyandu sehat 2026',
    'kampuang nan jauah di mato',
    'pulaupunjung2026dharmasraya',
    'maytheforcebewithyou',
    'subhanallah walhamdulillah',
    'katasandirahasia12345',
  ])('are refused: %s', async (password) => {
    const check = () => {
      requireGoodPassword(password, context);
    };
    expect(await refusalCodes(check)).toEqual(['identity.password-guessable']);
  });

  it.each([
    PASSWORD,
    'empat kuda menyeberang jembatan',
    'tujuh kambing makan rumput',
    'payung biru di beranda kantor',
    'gT7pQz2mWx9LrB4',
  ])('leave what somebody thought of herself: %s', async (password) => {
    const check = () => {
      requireGoodPassword(password, context);
    };
    expect(await refusalCodes(check)).toEqual([]);
  });
});
