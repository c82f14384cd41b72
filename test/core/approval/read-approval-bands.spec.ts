import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { diffApprovalBands } from '../../../src/core/approval/diff-approval-bands.js';
import { readApprovalBands } from '../../../src/core/approval/read-approval-bands.js';
import { refusalsOf } from '../../support/refusal.js';

const camat = { function: 'Camat', step: 'release', people: '1' };
const document = {
  scope: '13.10',
  appliesTo: 'nagari',
  name: 'Jenjang',
  legalBasis: { number: '1/2026', date: '2026-01-02', title: 'Keuangan nagari' },
  validFrom: '2026-01-02',
  validTo: 'null',
  bands: [{ from: '15000001', signatures: [camat] }],
};
const messagesOf = async (change: object) =>
  (await refusalsOf(() => readApprovalBands({ ...document, ...change }))).map(({ code, facts }) => [
    code,
    facts.path ?? '',
  ]);

describe('readApprovalBands', () => {
  it.each(readdirSync('config/approvals'))('reads the shipped %s', (file) => {
    const shipped: unknown = parse(readFileSync(join('config/approvals', file), 'utf8'), {
      schema: 'failsafe',
    });
    expect(readApprovalBands(shipped).bands).toEqual([
      { from: 15_000_001n, signatures: [{ function: 'Camat', step: 'release', signers: 1 }] },
    ]);
  });

  it('names every fault by its path, all at once', async () => {
    const faults = {
      appliesTo: 'desa',
      validTo: undefined,
      bands: [
        { from: '15.000.000', signatures: [{ ...camat, people: '0', step: 'pay' }] },
        { from: '20000000', signatures: [], also: 'x' },
      ],
    };
    expect(await messagesOf(faults)).toEqual([
      ['approval.field-wrong', 'appliesTo'],
      ['approval.field-missing', 'validTo'],
      ['approval.field-wrong', 'bands[0].from'],
      ['approval.field-wrong', 'bands[0].signatures[0].step'],
      ['approval.field-wrong', 'bands[0].signatures[0].people'],
      ['approval.field-unknown', 'bands[1].also'],
      ['approval.field-wrong', 'bands[1].signatures'],
    ]);
  });

  it.each([
    [
      'a higher band that forgets a function',
      [camat],
      [{ ...camat, function: 'Kepala DPMD' }],
      'approval.higher-asks-less',
    ],
    ['a higher band with fewer people', [{ ...camat, people: '2' }], [camat], 'approval.higher-asks-less'],
    ['a function twice', [camat], [camat, { ...camat, function: 'CAMAT' }], 'approval.function-twice'],
  ])('refuses %s', async (_, lower, higher, code) => {
    const bands = [
      { from: '10', signatures: lower },
      { from: '20', signatures: higher },
    ];
    expect(await messagesOf({ bands })).toEqual([[code, 'bands[1]']]);
  });

  it('refuses bands out of order, dates reversed, and a beginning before the law', async () => {
    const bands = [
      { from: '20', signatures: [camat] },
      { from: '20', signatures: [camat] },
    ];
    expect(await messagesOf({ bands })).toEqual([['approval.bands-out-of-order', 'bands[1]']]);
    expect(await messagesOf({ validFrom: '2026-01-01', validTo: '2025-12-31' })).toEqual([
      ['approval.dates-reversed', ''],
      ['approval.starts-before-law', ''],
    ]);
  });
});

it('two versions differ in the lines that only one of them has', () => {
  const before = readApprovalBands(document);
  const after = readApprovalBands({
    ...document,
    bands: [{ from: '15000001', signatures: [camat, { ...camat, function: 'Kepala DPMD', people: '2' }] }],
  });
  expect(diffApprovalBands(before, after)).toEqual([
    '+ mulai Rp15.000.001: Kepala DPMD (2 orang) sebelum langkah cairkan',
  ]);
});
