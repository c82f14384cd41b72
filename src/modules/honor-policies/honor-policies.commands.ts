import type { Command } from 'commander';
import {
  componentLine,
  describeComponent,
  type DescribedComponent,
} from '../../core/policy/describe-component.js';
import { describeStanding, holdsAsRecorded } from '../../core/policy/describe-standing.js';
import { differenceLine, diffPolicies } from '../../core/policy/diff-policies.js';
import type { HonorPolicy } from '../../core/policy/honor-policy.js';
import { versionWords } from '../../core/policy/supersession.js';
import { byOption } from '../../platform/command-line/options.js';
import type { RunCommand } from '../../platform/command-line/command-runner.js';
import { UsersService } from '../users/users.service.js';
import { HonorPoliciesService, type StoredVersion } from './honor-policies.service.js';
import { PolicyWithdrawalsService } from './policy-withdrawals.service.js';

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
        return { json: versions.map(describeVersion), lines: versions.flatMap(versionLines) };
      }),
    );
  registerShow(policy, run);
  registerDiff(policy, run);
  registerWithdraw(policy, run);
}

function registerShow(policy: Command, run: RunCommand): void {
  policy
    .command('show <code> <version>')
    .description('satu versi: isinya, apa yang digantikannya, dan apa yang menggantikannya')
    .action((code: string, version: string) =>
      run(async (app) => {
        const found = await app.get(HonorPoliciesService).version(code, version);
        const components = found.policy.components.map(describeComponent);
        const standing = describeStanding(found.policy, found).map((line) => `  ${line}`);
        return {
          json: describeVersion(found),
          lines: [headline(found), ...standing, ...componentLines(components)],
        };
      }),
    );
}

function registerWithdraw(policy: Command, run: RunCommand): void {
  byOption(
    policy
      .command('withdraw <code> <version>')
      .description('menarik versi yang belum dipakai menghitung; yang digantikannya berlaku lagi')
      .requiredOption('--reason <text>', 'mengapa ditarik'),
  ).action((code: string, version: string, options: { reason: string; by: string }) =>
    run(async (app) => {
      const by = (await app.get(UsersService).require(options.by)).id;
      const { reason } = options;
      const withdrawn = await app.get(PolicyWithdrawalsService).withdraw({ code, version, reason, by });
      const again = withdrawn.replaces.map((name) => `${versionWords(name)} berlaku lagi pada masanya.`);
      const what = versionWords({ code, version: withdrawn.version });
      return { json: describeVersion(withdrawn), lines: [`Ditarik: ${what}.`, ...again] };
    }),
  );
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
        const standing = [one, other].flatMap((version) => standingLines(version));
        return {
          json: { code, before: one.version, after: other.version, differences },
          lines:
            differences.length === 0
              ? [`${what} tidak berbeda.`]
              : [
                  `${what}:`,
                  ...differences.map((difference) => `  ${differenceLine(difference)}`),
                  ...standing,
                ],
        };
      }),
    );
}

function describeVersion({ id, version, policy, ...standing }: StoredVersion) {
  const { code, scope, opd, topsUp, supersedes, validFrom, validTo, legalBasis } = policy;
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
    fileSha256: legalBasis.fileSha256,
    supersedes,
    ...standing,
    components,
  };
}

function versionLines(version: StoredVersion): string[] {
  const components = version.policy.components.map(describeComponent);
  return [headline(version), ...standingLines(version, '  '), ...componentLines(components)];
}

function headline({ version, policy }: StoredVersion): string {
  const days = `${policy.validFrom}..${policy.validTo ?? ''}`;
  return `${policy.code} v${String(version)} ${scopeWords(policy)} ${days} ${policy.legalBasis.number}`;
}

/** Nothing of a version that neither replaced another nor was replaced. */
function standingLines(version: StoredVersion, indent?: string): string[] {
  const { policy, replaces } = version;
  if (replaces.length === 0 && holdsAsRecorded(policy, version)) return [];
  const lead = indent ?? `  versi ${String(version.version)}: `;
  return describeStanding(policy, version).map((line) => `${lead}${line}`);
}

function scopeWords({ scope, opd, topsUp }: Pick<HonorPolicy, 'scope' | 'opd' | 'topsUp'>): string {
  const ofOpd = opd === null ? [] : [`${opd.code} (${opd.bidang.join(', ')})`];
  const adds = topsUp === null ? [] : [`menambah ${topsUp}`];
  return [scope, ...ofOpd, ...adds].join(' ');
}

function componentLines(components: readonly DescribedComponent[]): string[] {
  return components.map((component) => `  ${componentLine(component)}`);
}
