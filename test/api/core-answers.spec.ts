import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { ApiDocument } from '../support/api-client.js';
import { projectFolder } from '../../src/platform/configuration.js';
import { httpOffice } from '../support/http-app.js';
import { addKader, SIGUNTUR } from '../support/nagari.js';
import { aPaidQuarter, lowerTheRate } from '../support/overpayments.js';
import { calculate } from '../support/payments.js';

const office = await httpOffice();
const { app } = office;
await office.asSystem(async () => {
  const { office: people, quarter } = await aPaidQuarter(app);
  await lowerTheRate(app, people, 50_000);
  await addKader(app, people, {
    nik: '1310044101800003',
    name: 'Asmanidar',
    nagari: SIGUNTUR,
    account: null,
  });
  await calculate(app, people, quarter);
});
await office.people('pita', 'siti');
await office.grant('pita', 'auditor', { kind: 'region', code: '13.10' });
const auditor = await office.signedIn('pita', { secondFactor: true });
const document = (await office.caller().get('/api/openapi.json')).body as ApiDocument;

/** What is asked of each; the caller holds the answer against the document. */
const asked: Readonly<Record<string, object>> = {
  'reports/arrears': { by: 'kader' },
  'reports/forecast': { year: 2026 },
  'reports/validation': { region: '13.10' },
  'reports/roster': { region: '13.10' },
  'reports/activity-recap': { region: '13.10', months: '2026-07,2026-08' },
  'reports/unfunded': {},
  'reports/year-end': { year: 2026 },
  'books/general': { payer: SIGUNTUR, month: '2026-10' },
  'books/bank': { payer: SIGUNTUR, month: '2026-10' },
  'books/tax': { payer: SIGUNTUR, month: '2026-10' },
  'books/activity': { payer: SIGUNTUR, month: '2026-10' },
  'books/closing': { payer: SIGUNTUR, month: '2026-10' },
  'books/kader/1': {},
  'books/trial-balance': {},
  'books/realisation': { year: 2026, payer: SIGUNTUR },
  'budget-proof': {},
  'ledger/balances': {},
  'ledger/anchor': {},
  'ledger/verification': {},
  'audit/verification': {},
  'kader/1/explanation': { month: '2026-07' },
  'kader/3/explanation': { month: '2026-07' },
  'deduction-policies': {},
};

describe('what the core makes', () => {
  it.each(Object.entries(asked))('is answered as the document tells: %s', async (path, query) => {
    const answer = await auditor.get(`/api/v1/${path}`, query);
    expect([path, answer.status]).toEqual([path, 200]);
  });

  it('is told of problems in words, also of those of the chain', async () => {
    const answer = await auditor.get('/api/v1/ledger/verification', { anchor: '0'.repeat(64) });
    const { data } = answer.body as { data: { verified: boolean; problems: object[] } };
    expect(data.verified).toBe(false);
    expect(data.problems.map((problem) => Object.keys(problem).sort())).toEqual([
      ['code', 'facts', 'message'],
    ]);
  });

  it('is told as its types say: after a change, npm run openapi writes them', async () => {
    const check = promisify(execFile)('node', ['config/write-answer-schemas.mjs', '--check'], {
      cwd: projectFolder(),
    });
    expect((await check).stderr).toBe('');
  });

  it('is nowhere told as just an object, but for rows of any table', () => {
    expect(freeParts(document.components.schemas)).toEqual(['AuditRowAnswer.after', 'AuditRowAnswer.before']);
  });
});

/** Where the document says object, and neither which fields nor of what kind they are. */
function freeParts(schema: unknown, path = ''): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const { type, properties, additionalProperties } = schema as Readonly<Record<string, unknown>>;
  const isFree = type === 'object' && properties === undefined && typeof additionalProperties !== 'object';
  const place = path.replace(/\.properties\b/g, '').replace(/^\./, '');
  const parts = Object.entries(schema).flatMap(([name, part]) => freeParts(part, `${path}.${name}`));
  return [...(isFree ? [place] : []), ...parts].sort();
}
