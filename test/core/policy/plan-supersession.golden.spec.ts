import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { describe as wording } from '../../../src/core/messages/describe.js';
import { daysInForce, daysWords } from '../../../src/core/policy/days-in-force.js';
import type { PlacedVersion } from '../../../src/core/policy/plan-supersession.js';
import { readPolicy } from '../../../src/core/policy/read-policy.js';
import { versionWords } from '../../../src/core/policy/supersession.js';
import { DomainError } from '../../../src/core/shared/domain-error.js';
import { Refusals } from '../../../src/core/shared/refusals.js';
import { vocabulary } from '../../support/honor-case.js';
import { policyDocument } from '../../support/payments.js';
import { recorded } from '../../support/recorded-policies.js';

interface CaseFile {
  kebijakan: {
    kode: string;
    wilayah?: string;
    dasar: string;
    mulai: string;
    sampai: string | null;
    menggantikan?: string[];
    karena?: string;
    'bunyi surut'?: string;
    ditarik?: boolean;
  }[];
}

const root = 'test/golden/policy/pergantian';

describe('planSupersession, golden', () => {
  it.each(readdirSync(root))('%s', (name) => {
    const { kebijakan } = parse(readFileSync(join(root, name, 'kasus.yaml'), 'utf8')) as CaseFile;
    const expected: unknown = parse(readFileSync(join(root, name, 'expected.yaml'), 'utf8'));
    expect(outcomeOf(kebijakan)).toEqual(expected);
  });
});

function outcomeOf(policies: CaseFile['kebijakan']) {
  const versions: PlacedVersion[] = [];
  const refused: string[] = [];
  for (const one of policies) {
    try {
      const version = recorded(readPolicy(documentOf(one), vocabulary), versions);
      versions.push({ ...version, isWithdrawn: one.ditarik ?? false });
    } catch (error) {
      refused.push(...problemsIn(error).map(({ code, facts }) => wording(code, facts)));
    }
  }
  const inForce = daysInForce(versions);
  const lines = versions.flatMap((version) =>
    (inForce.get(version.id) ?? []).map((days) => `${versionWords(version)}, ${daysWords(days)}`),
  );
  return { berlaku: lines, ditolak: refused };
}

/** A document as a file gives it: every value is text. */
function documentOf(one: CaseFile['kebijakan'][number]): object {
  const document = policyDocument({
    ...{ code: one.kode, scope: one.wilayah ?? '13.10', validFrom: one.mulai, validTo: one.sampai ?? 'null' },
    legalBasis: { number: 'Perbup', date: one.dasar, title: 'Honor' },
    ...(one.menggantikan !== undefined && {
      supersedes: {
        ...{ versions: one.menggantikan, reason: one.karena },
        ...(one['bunyi surut'] !== undefined && { retroactiveClause: one['bunyi surut'] }),
      },
    }),
  });
  return JSON.parse(JSON.stringify(document), (_, value: unknown) =>
    typeof value === 'number' ? String(value) : value,
  ) as object;
}

function problemsIn(error: unknown): readonly DomainError[] {
  if (error instanceof Refusals) return error.problems;
  if (error instanceof DomainError) return [error as DomainError];
  throw error;
}
