import { randomOf } from '../../../../src/modules/demo/sheets/random.js';

const drawn = (seed: number, name: string) => {
  const random = randomOf(seed, name);
  return Array.from({ length: 500 }, () => random.between(1, 6));
};

describe('randomOf', () => {
  it('repeats for a seed and a name, and differs for others', () => {
    expect(drawn(1, 'a')).toEqual(drawn(1, 'a'));
    expect(drawn(1, 'a')).not.toEqual(drawn(2, 'a'));
    expect(drawn(1, 'a')).not.toEqual(drawn(1, 'b'));
  });

  it('draws every number of the range and no other', () => {
    expect([...new Set(drawn(1, 'dice'))].sort()).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('shuffles without losing anything', () => {
    const items = Array.from({ length: 40 }, (_, index) => index);
    const shuffled = randomOf(1, 'cards').shuffled(items);
    expect(shuffled).not.toEqual(items);
    expect(shuffled.toSorted((one, other) => one - other)).toEqual(items);
  });
});
