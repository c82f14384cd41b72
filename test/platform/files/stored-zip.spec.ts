import { packStoredZip } from '../../../src/platform/files/stored-zip.js';
import { unpackZip } from '../../../src/platform/files/unpack-zip.js';

const MEMBERS = [
  { name: 'a.txt', content: Buffer.from('isi') },
  { name: 'folder/é.bin', content: Buffer.from([0, 255, 80, 75]) },
  { name: 'kosong', content: Buffer.alloc(0) },
];

describe('packStoredZip', () => {
  it('is unpacked to the same members in the same order', () => {
    expect(unpackZip(packStoredZip(MEMBERS))).toEqual(MEMBERS);
  });

  it('gives bytes that hang on the members alone', () => {
    expect(packStoredZip(MEMBERS.slice(0, 1)).toString('hex')).toBe(
      '504b03041400000800000000210074da3b88030000000300000005000000612e747874697369504b' +
        '010214001400000800000000210074da3b8803000000030000000500000000000000000000000000' +
        '00000000612e747874504b0506000000000100010033000000260000000000',
    );
  });
});
