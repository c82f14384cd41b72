import {
  bankResultLines,
  bankResultStatuses,
} from '../../../../src/core/formats/bank-transfer/bank-result.js';

describe('bankResultLines', () => {
  it('writes what the bank says of each transfer', () => {
    const lines = bankResultLines([
      { reference: 'HK-45-1', amount: 225_000n, status: 'paid', remark: '' },
      {
        reference: 'HK-45-2',
        amount: 225_000n,
        status: 'returned',
        remark: 'Rekening tutup, hubungi nasabah',
      },
    ]);
    expect([...lines].join('')).toBe(
      'NO_REFERENSI,NOMINAL,STATUS,KETERANGAN\r\n' +
        'HK-45-1,225000,BERHASIL,\r\n' +
        'HK-45-2,225000,GAGAL,REKENING TUTUP HUBUNGI NASABAH\r\n',
    );
  });

  it('spells no outcome two ways', () => {
    const words = [...bankResultStatuses.paid, ...bankResultStatuses.returned];
    expect(new Set(words).size).toBe(words.length);
  });
});
