import type { Command } from 'commander';
import type { RunCommand } from '../../platform/command-line/command-runner.js';
import { byOption } from '../../platform/command-line/options.js';
import { UsersService } from '../users/users.service.js';
import type { RecordedType } from './activity-types.repository.js';
import { ActivityTypesService } from './activity-types.service.js';

export function registerActivityTypeCommands(program: Command, run: RunCommand): void {
  const type = program.command('activity-type').description('jenis kegiatan posyandu');
  byOption(type.command('import <file>').description('memberlakukan jenis kegiatan dari berkas YAML')).action(
    (file: string, options: { by: string }) =>
      run(async (app) => {
        const by = await app.get(UsersService).require(options.by);
        const plan = await app.get(ActivityTypesService).importFile(file, by.id);
        const { added, changed, removed, unchanged } = plan;
        const counts = [`Baru: ${String(added.length)}`, `berubah: ${String(changed.length)}`];
        const others = [`dihapus: ${String(removed.length)}`, `tidak berubah: ${String(unchanged)}.`];
        return { json: plan, lines: [[...counts, ...others].join(', '), 'Tersimpan.'] };
      }),
  );
  type
    .command('list')
    .description('jenis kegiatan, bidangnya, satuannya, dan apakah menghitung sasaran')
    .action(() =>
      run(async (app) => {
        const types = await app.get(ActivityTypesService).types();
        return { json: types, lines: types.map(typeLine) };
      }),
    );
}

function typeLine({ code, name, bidang, countsTargets, unit, elsewhere, isUsed }: RecordedType): string {
  const marks = [
    bidang === null ? 'semua bidang' : `bidang ${bidang.join(', ')}`,
    `satuan ${unit}`,
    countsTargets ? 'menghitung sasaran' : 'tanpa sasaran',
    ...(elsewhere ? ['boleh di tempat lain'] : []),
    ...(isUsed ? ['dipakai'] : []),
  ];
  return `${code} (${name}): ${marks.join('; ')}`;
}
