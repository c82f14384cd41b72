import { join } from 'node:path';
import type { Command } from 'commander';
import type { RunCommand } from '../../platform/command-line/command-runner.js';
import { byOption, kaderArgument } from '../../platform/command-line/options.js';
import { writeFileAtomically } from '../../platform/files/write-file-atomically.js';
import { UsersService } from '../users/users.service.js';
import { DataPackService } from './data-pack.service.js';

interface PackFlags {
  readonly out: string;
  readonly reason: string;
  readonly by: string;
}

/** Whole numbers stand in it: nobody but who wrote it reads it. */
const OWNER_ONLY = 0o600;

export function registerDataPackCommand(privacy: Command, run: RunCommand): void {
  const packing = privacy
    .command('data-pack')
    .description(
      'salinan semua data seorang kader, untuk diserahkan kepadanya; JSON dan XLSX; dicatat lebih dulu',
    )
    .argument('<kader>', 'NIK, atau nomor kader', kaderArgument)
    .requiredOption('--out <folder>', 'folder tujuan')
    .requiredOption('--reason <text>', 'alasan: siapa yang meminta dan bagaimana ia dikenali');
  byOption(packing).action((kader: string, { out, reason, by }: PackFlags) =>
    run(async (app) => {
      const wish = { kader, reason, by: await app.get(UsersService).atCommandLine(by) };
      const { pack, json, xlsx } = await app.get(DataPackService).make(wish);
      const name = join(out, `data-pribadi-${String(pack.kader.number)}`);
      const files = [
        await writeFileAtomically(`${name}.json`, [json], OWNER_ONLY),
        await writeFileAtomically(`${name}.xlsx`, [xlsx], OWNER_ONLY),
      ];
      const parts = pack.parts.map(({ name: part, rows }) => ({ part, rows: rows.length }));
      const lines = files.map(({ path, sha256 }) => `${path}: sha256 ${sha256}`);
      return { json: { kader: pack.kader.number, parts, files }, lines };
    }),
  );
}
