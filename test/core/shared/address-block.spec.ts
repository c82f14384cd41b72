import fc from 'fast-check';
import { addressBlock } from '../../../src/core/shared/address-block.js';

describe('addressBlock', () => {
  it.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['::FFFF:c000:207', '192.0.2.7'],
    ['0:0:0:0:0:ffff:192.0.2.7', '192.0.2.7'],
    ['2001:db8:1:2::1', '2001:db8:1:2::/64'],
    ['2001:0DB8:0001:0002:ffff:ffff:ffff:ffff', '2001:db8:1:2::/64'],
    ['2001:db8::', '2001:db8:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['', ''],
    ['baris perintah', 'baris perintah'],
    ['1:2:3', '1:2:3'],
    ['1::2::3', '1::2::3'],
    ['::ffff:1.2.3.999', '::ffff:1.2.3.999'],
    ['2001:db8:1:2:3:4:5:6:7', '2001:db8:1:2:3:4:5:6:7'],
  ])('%s stands for %s', (address, block) => {
    expect(addressBlock(address)).toBe(block);
  });

  it('gives all of a /64 one name, and another /64 another', () => {
    const group = fc.integer({ min: 0, max: 0xffff });
    const half = fc.tuple(group, group, group, group);
    const written = (groups: readonly number[]) => groups.map((number) => number.toString(16)).join(':');
    fc.assert(
      fc.property(half, half, half, half, (network, host, other, host2) => {
        fc.pre(network.some((number) => number !== 0) && other.some((number) => number !== 0));
        const block = addressBlock(written([...network, ...host]));
        expect(addressBlock(written([...network, ...host2]))).toBe(block);
        expect(addressBlock(written([...other, ...host])) === block).toBe(
          written(other) === written(network),
        );
      }),
    );
  });
});
