import type { Command } from 'commander';
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
        const what = `${imported.code} versi ${String(imported.version)} untuk ${imported.scope}`;
        return {
          json: imported,
          lines: [imported.isNew ? `Tersimpan: ${what}` : `Sudah ada, tidak berubah: ${what}`],
        };
      }),
  );
  policy
    .command('list')
    .description('semua versi kebijakan')
    .action(() =>
      run(async (app) => {
        const versions = await app.get(HonorPoliciesService).versions();
        const rows = versions.map(
          ({ id, version, policy: { code, scope, validFrom, validTo, legalBasis } }) => ({
            id,
            code,
            version,
            scope,
            validFrom,
            validTo,
            legalBasis: legalBasis.number,
          }),
        );
        const lines = rows.map(
          (row) =>
            `${row.code} v${String(row.version)} ${row.scope} ${row.validFrom}..${row.validTo ?? ''} ${row.legalBasis}`,
        );
        return { json: rows, lines };
      }),
    );
}
