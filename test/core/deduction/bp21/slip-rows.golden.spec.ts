import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expectedSlipsOf, slipsOf } from '../../../support/slip-case.js';

const root = 'test/golden/bp21';

describe('slipRows, golden', () => {
  it.each(readdirSync(root))('%s', (name) => {
    expect(slipsOf(join(root, name))).toEqual(expectedSlipsOf(join(root, name)));
  });
});
