import { makeFieldKeys, parseFieldKeys } from '../../../src/platform/secrets/field-keys.js';
import { refusalsOf } from '../../support/refusal.js';

const KEY = Buffer.alloc(32, 7).toString('base64');
const INDEX = Buffer.alloc(32, 8).toString('base64');

describe('parseFieldKeys', () => {
  it('takes the first key as the current one and keeps the others', () => {
    const keys = parseFieldKeys(`k2:${KEY}, k1:${INDEX.replace('C', 'D')}`, INDEX);
    expect(keys.currentId).toBe('k2');
    expect([...keys.byId.keys()]).toEqual(['k2', 'k1']);
  });

  it('reads the keys it makes, each time others', () => {
    const made = makeFieldKeys();
    expect(parseFieldKeys(made.fields, made.index).byId.size).toBe(1);
    expect(makeFieldKeys()).not.toEqual(made);
  });

  it.each([
    ['a short key', `k1:${Buffer.alloc(16).toString('base64')}`, INDEX],
    ['a key that is no base64', `k1:${'!'.repeat(44)}`, INDEX],
    ['bits after the last byte', `k1:${KEY.slice(0, 42)}B=`, INDEX],
    ['no id', KEY, INDEX],
    ['an id in capitals', `K1:${KEY}`, INDEX],
    ['an id twice', `k1:${KEY},k1:${KEY}`, INDEX],
    ['nothing after a comma', `k1:${KEY},`, INDEX],
    ['a short index key', `k1:${KEY}`, 'YWJj'],
    ['one key for both', `k1:${KEY}`, KEY],
  ])('refuses %s without repeating it', async (_, fields, index) => {
    const [problem] = await refusalsOf(() => parseFieldKeys(fields, index));
    expect(problem?.code).toBe('configuration.invalid');
    expect(problem?.message).not.toContain(KEY);
  });
});
