import { ownPath, signInPath } from '../../../src/web/pages/own-path.js';

describe('where to go on after signing in', () => {
  it.each(['/', '/spp', '/spp/12', '/kader/7/penjelasan/2026-07'])('is a page of ours: %s', (path) => {
    expect(ownPath(path)).toBe(path);
  });

  it.each([
    undefined,
    '',
    'spp',
    '//penipu.test',
    '///penipu.test',
    '/\\penipu.test',
    '/%5cpenipu.test',
    '/%2f%2fpenipu.test',
    'https://penipu.test',
    'javascript:alert(1)',
    '/spp/../../x',
    '/spp?lanjut=//penipu.test',
    '/spp#x',
    '/spp\r\nLocation: https://penipu.test',
    '/api/v1/users',
    '/api',
    `/${'a'.repeat(200)}`,
  ])('is the first page instead of %j', (path) => {
    expect(ownPath(path)).toBe('/');
  });

  it('stands in the address of the sign-in page only when it is not the first page', () => {
    expect(signInPath('/spp/12')).toBe('/masuk?lanjut=%2Fspp%2F12');
    expect(signInPath('//penipu.test')).toBe('/masuk');
  });
});
