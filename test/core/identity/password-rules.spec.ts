import fc from 'fast-check';
import {
  normalizePassword,
  PASSWORD_LENGTH_MAX,
  PASSWORD_LENGTH_MIN,
  requireGoodPassword,
} from '../../../src/core/identity/password-rules.js';
import { refusalCodes } from '../../support/refusal.js';

const context = {
  username: 'ani.marlina',
  fullName: 'Ani Marlina',
  common: new Set([
    ...['bismillah', 'password', 'sayang', 'indonesia', 'qwerty', 'kopi', 'pagi'],
    ...['bismillahirrahmanirrahim', 'assalamualaikum', 'iloveyousomuch'],
  ]),
  places: ['Koto Baru', 'Sitiung'],
};

const refusal = (password: string) =>
  refusalCodes(() => {
    requireGoodPassword(password, context);
  });

describe('requireGoodPassword', () => {
  it.each([
    'kopi pagi di surau gadang',
    'tiga ekor kerbau menyeberang',
    'v8Q!xk2#pLm9$zR',
    'desa sawah dan pagar bambu',
    '739201847562019',
    '}:[~|_/?=^>{;)"',
    'ありがとうございますみなさん長い',
  ])('takes %s', async (password) => {
    expect(await refusal(password)).toEqual([]);
  });

  it.each([
    'bismillah123456',
    'passwordpassword',
    'Password Password',
    'animarlina201088',
    'AniMarlina2026Posyandu',
    'honorkader.ani.marlina',
    'aaaaaaaaaaaaaaaaaaaa',
    '123456789012345678',
    'sayangindonesia2026',
    'abcabcabcabcabcabc',
    '1qaz2wsx3edc4rfv',
    '1q2w3e4r5t6y7u8i',
    '!Q@W#E$R%T^Y&U*I',
    'qazwsxedcrfvtgb',
    'zaq12wsxcde34rfv',
    'poiuytrewqlkjhgfdsa',
    'mnbvcxzlkjhgfdsa',
    'qwertyuiopasdfgh',
    'a1b2c3d4e5f6g7h8',
    'a1s2d3f4g5h6j7k8',
    'assalamualaikum7421',
    'Assalamualaikum17081945',
    'B1sm1ll4h1rr4hm4n1rr4h1m',
    'ILoveYouSoMuch123',
    'miharrinamharrihallimsib',
    'kotobarusitiung77',
    'Sitiung_Koto.Baru 2026',
    'ani.marlina.sitiung.2026',
  ])('refuses %s, which is quickly guessed', async (password) => {
    expect(await refusal(password)).toEqual(['identity.password-guessable']);
  });

  it('counts characters, not bytes or halves of them', async () => {
    expect(await refusal('🙂🐐🌾🏔🎋🥥🚲🍚🦆🐠🌶🪁🎣')).toEqual(['identity.password-too-short']);
    expect(await refusal('x'.repeat(PASSWORD_LENGTH_MIN - 1))).toEqual(['identity.password-too-short']);
    expect(await refusal('x'.repeat(PASSWORD_LENGTH_MAX + 1))).toEqual(['identity.password-too-long']);
  });

  it('asks for no kind of character: random letters of any alphabet are taken', async () => {
    const letters = fc.constantFrom(...Array.from('qzjxwvkyfbghñŋπж'));
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(letters, { minLength: 15, maxLength: 15 }), async (picked) => {
        expect(await refusal(picked.join(''))).toEqual([]);
      }),
    );
  });

  it('reads one password from two ways of writing it', () => {
    expect(normalizePassword('cafe\u0301')).toBe(normalizePassword('caf\u00e9'));
  });
});
