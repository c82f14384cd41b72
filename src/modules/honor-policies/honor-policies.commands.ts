import type { Command } from 'commander';
import {
  componentLine,
  describeComponent,
  type DescribedComponent,
} from '../../core/policy/describe-component.js';
import { differenceLine, diffPolicies } from '../../core/policy/diff-policies.js';
import type { HonorPolicy } from '../../core/policy/honor-policy.js';
import type { PolicyVersion } from '../../core/policy/select-policy.js';
import { byOption } from '../../platform/command-line/options.js';
import type { RunCommand } from '../../platform/command-line/command-runner.js';
import { UsersService } from '../users/users.service.js';
import { HonorPoliciesService } from './honor-policies.service.js';

export function registerPolicyCommands(program: Command, run: RunCommand): void {
  const policy = program.command('policy').description('kebijakan honor beserta dasar hukumnya');
  byOption(policy.command('import <file>').description('mengimpor kebijakan dari berkas YAML')).action(
    (file: string, options: { by: string }) =>
      run(async (app) => {
        const by = await app.get(UsersService).require(options.by);
        const imported = await app.get(HonorPoliciesService).importFile(file, by.id);
        const what = `${imported.code} versi ${String(imported.version)} untuk ${scopeWords(imported.policy)}`;
        const { policy: understood, ...outcome } = imported;
        const components = understood.components.map(describeComponent);
        return {
          json: { ...outcome, components },
          lines: [
            imported.isNew ? `Tersimpan: ${what}` : `Sudah ada, tidak berubah: ${what}`,
            ...componentLines(components),
          ],
        };
      }),
  );
  policy
    .command('list')
    .description('semua versi kebijakan')
    .action(() =>
      run(async (app) => {
        const versions = await app.get(HonorPoliciesService).versions();
        const rows = versions.map(describeVersion);
        const lines = rows.flatMap((row) => [
          `${row.code} v${String(row.version)} ${scopeWords(row)} ${row.validFrom}..${row.validTo ?? ''} ${row.legalBasis}`,
          ...componentLines(row.components),
        ]);
        return { json: rows, lines };
      }),
    );
  registerDiff(policy, run);
}

function registerDiff(policy: Command, run: RunCommand): void {
  policy
    .command('diff <code> <before> <after>')
    .description('apa yang berubah antara dua versi sebuah kebijakan')
    .action((code: string, before: string, after: string) =>
      run(async (app) => {
        const policies = app.get(HonorPoliciesService);
        const [one, other] = [await policies.version(code, before), await policies.version(code, after)];
        const differences = diffPolicies(one.policy, other.policy);
        const what = `${code} versi ${String(one.version)} dan versi ${String(other.version)}`;
        return {
          json: { code, before: one.version, after: other.version, differences },
          lines:
            differences.length === 0
              ? [`${what} tidak berbeda.`]
              : [`${what}:`, ...differences.map((difference) => `  ${differenceLine(difference)}`)],
        };
      }),
    );
}

function describeVersion({ id, version, policy }: PolicyVersion) {
  const { code, scope, opd, topsUp, validFrom, validTo, legalBasis } = policy;
  const components = policy.components.map(describeComponent);
  return {
    id,
    code,
    version,
    scope,
    opd,
    topsUp,
    validFrom,
    validTo,
    legalBasis: legalBasis.number,
    components,
  };
}

function scopeWords({ scope, opd, topsUp }: Pick<HonorPolicy, 'scope' | 'opd' | 'topsUp'>): string {
  const ofOpd = opd === null ? [] : [`${opd.code} (${opd.bidang.join(', ')})`];
  const adds = topsUp === null ? [] : [`menambah ${topsUp}`];
  return [scope, ...ofOpd, ...adds].join(' ');
}

function componentLines(components: readonly DescribedComponent[]): string[] {
  return components.map((component) => `  ${componentLine(component)}`);
}
