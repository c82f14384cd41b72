import { parsePhone } from '../../../src/core/kader/parse-phone.js';
import { parseRole } from '../../../src/core/kader/parse-role.js';

describe('parseRole', () => {
  it.each([
    ['KETUA', 'ketua', undefined],
    ['Ketua Posyandu', 'ketua', undefined],
    ['Sekretaris', 'sekretaris', undefined],
    ['anggota', 'kader', undefined],
    ['Kader Posyandu', 'kader', undefined],
    ['Ketua Bidang', 'ketua-bidang', undefined],
    ['KETUA BIDANG PEKERJAAN UMUM', 'ketua-bidang', 'pekerjaan-umum'],
    ['Kader Bid. Sosial', 'kader', 'sosial'],
  ])('%s', (text, role, bidang) => {
    expect(parseRole({ kind: 'text', text })).toEqual({ value: { role, bidang } });
  });

  it.each(['Juru Tulis', 'Ketua Bidang Pertanian', 'Kader Kesehatan Hewan'])('refuses %s', (text) => {
    expect(parseRole({ kind: 'text', text })).toMatchObject({ refusal: { code: 'sheet.choice-unknown' } });
  });
});

describe('parsePhone', () => {
  it.each(['0812-3456-7890', '+62 812 3456 7890', '6281234567890', '(0812) 34567890', "'081234567890"])(
    '%s',
    (text) => {
      expect(parsePhone({ kind: 'text', text })).toEqual({ value: '081234567890' });
    },
  );

  it('writes the 0 again that a number lost', () => {
    expect(parsePhone({ kind: 'number', number: 81234567890, format: 'General' })).toEqual({
      value: '081234567890',
    });
    expect(parsePhone({ kind: 'text', text: 'tidak ada' })).toMatchObject({
      refusal: { code: 'roster.phone-invalid' },
    });
  });
});
