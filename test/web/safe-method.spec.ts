import { isSafe } from '../../src/web/safe-method.js';

it('takes a method for safe that changes nothing by RFC 9110, and no other', () => {
  const methods = ['GET', 'HEAD', 'OPTIONS', 'POST', 'PUT', 'PATCH', 'DELETE', 'get', ''];
  expect(methods.filter((method) => isSafe({ method }))).toEqual(['GET', 'HEAD', 'OPTIONS']);
});
