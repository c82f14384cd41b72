import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { isProof, readProofShapes, tidyProof } from '../../../src/core/deduction/proof-shapes.js';
import { refusalCodes } from '../../support/refusal.js';

const read = (text: string) => readProofShapes(parse(text, { schema: 'failsafe' }));
const shape = (pattern: string, example: string) =>
  `{ pattern: '${pattern}', words: 'nomor bukti', example: '${example}' }`;

describe('readProofShapes', () => {
  it('takes the shipped patterns', () => {
    const { pph21, bpjs } = read(readFileSync('config/proofs.yaml', 'utf8'));
    const judge = (proof: string) => [isProof(pph21, proof), isProof(bpjs, proof)];
    expect(judge('ABCDEF0123456789')).toEqual([true, true]);
    expect(judge('ABCDEF012345678')).toEqual([false, true]);
    expect(judge('ABCDEF0123456789X')).toEqual([false, true]);
    expect(judge('BPU/2026-07/000123')).toEqual([false, true]);
    expect(judge('')).toEqual([false, false]);
    expect(pph21.words).toBe('NTPN 16 huruf besar dan angka');
  });

  it('takes what an office writes instead, and the whole number must fit', () => {
    const { pph21 } = read(`{ pph21: ${shape('N[0-9]{3}|X', 'N123')}, bpjs: ${shape('B', 'B')} }`);
    expect(['N123', 'X', 'N1234', 'XN123'].map((proof) => isProof(pph21, proof))).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  it('never takes small letters, spaces or more than the database does', () => {
    const { bpjs } = read(`{ pph21: ${shape('A', 'A')}, bpjs: ${shape('.*', 'B')} }`);
    const proofs = ['b', 'B B', 'É', 'B'.repeat(60), 'B'.repeat(61)];
    expect(proofs.map((proof) => isProof(bpjs, proof))).toEqual([false, false, false, true, false]);
    expect(tidyProof(' b b ')).toBe('BB');
  });

  it.each([
    ['a kind is missing', `{ pph21: ${shape('A', 'A')} }`, 'document.field-missing'],
    [
      'a pattern cannot be read',
      `{ pph21: ${shape('[', 'A')}, bpjs: ${shape('B', 'B')} }`,
      'document.field-wrong',
    ],
    [
      'its example does not fit',
      `{ pph21: ${shape('A', 'B')}, bpjs: ${shape('B', 'B')} }`,
      'document.field-wrong',
    ],
    [
      'a field is unknown',
      `{ pph21: ${shape('A', 'A')}, bpjs: ${shape('B', 'B')}, lain: x }`,
      'document.field-unknown',
    ],
  ])('refuses when %s', async (_, text, code) => {
    expect(await refusalCodes(() => Promise.resolve().then(() => read(text)))).toEqual([code]);
  });
});
