import { findTerm, readHeirTerms } from '../../../../src/core/kader/heir/heir-terms.js';
import { shippedHeirTerms } from '../../../support/heirs.js';

const term = { code: 'anak', name: 'Anak', spellings: ['Putri'] };

describe('readHeirTerms', () => {
  it('finds a term by its code, its name or another spelling', () => {
    const { relations, proofs } = shippedHeirTerms();
    expect(['anak', 'ANAK', 'putri'].map((typed) => findTerm(relations, typed)?.code)).toEqual(
      Array(3).fill('anak'),
    );
    expect(findTerm(proofs, 'SKAW')?.code).toBe('surat-keterangan-ahli-waris');
    expect(findTerm(relations, 'tetangga')).toBeUndefined();
  });

  it.each([
    [undefined, 'harus memuat relations dan proofs'],
    [{ relations: [term] }, 'proofs harus berupa daftar yang tidak kosong'],
    [{ relations: [], proofs: [term] }, 'relations harus berupa daftar yang tidak kosong'],
    [{ relations: [{ ...term, code: 'Anak Kandung' }], proofs: [term] }, 'relations ke-1 tidak lengkap'],
    [{ relations: [{ ...term, spellings: [1] }], proofs: [term] }, 'relations ke-1 tidak lengkap'],
    [{ relations: [term], proofs: [term, 'x'] }, 'proofs ke-2 tidak lengkap'],
    [
      { relations: [term, { ...term, code: 'putri', name: 'P' }], proofs: [term] },
      'relations: putri dua kali',
    ],
  ])('says where %j is not as it must be', (source, fault) => {
    expect(readHeirTerms(source)).toEqual({ fault });
  });
});
