import type { Command } from 'commander';
import { heirLines } from '../../core/kader/heir/shown-heir.js';
import { formatDate, type PlainDate } from '../../core/shared/plain-date.js';
import type { RunCommand } from '../../platform/command-line/command-runner.js';
import { byOption, dayArgument } from '../../platform/command-line/options.js';
import type { Outcome } from '../../platform/command-line/outcome.js';
import { fileSha256 } from '../../platform/spreadsheet/file-hash.js';
import { UsersService } from '../users/users.service.js';
import { HeirsService, type HeirsOfKader } from './heirs.service.js';

interface RecordFlags {
  readonly name: string;
  readonly relation: string;
  readonly nik?: string;
  readonly died: PlainDate;
  readonly proofKind: string;
  readonly proofNumber: string;
  readonly proofDate: PlainDate;
  readonly proofIssuer: string;
  readonly proofFile?: string;
  readonly bank: string;
  readonly account: string;
  readonly accountName: string;
  readonly by: string;
}

interface ConfirmFlags {
  readonly name: string;
  readonly relation: string;
  readonly account: string;
  readonly by: string;
}

/** The commands of heirs, under `roster`. */
export function registerHeirCommands(roster: Command, run: RunCommand): void {
  const heir = roster.command('heir').description('ahli waris kader yang meninggal');
  recordCommand(heir).action((kaderNik: string, flags: RecordFlags) =>
    run(async (app) => {
      const by = (await app.get(UsersService).require(flags.by)).id;
      return shown(await app.get(HeirsService).record(kaderNik, await statedHeir(flags), by));
    }),
  );
  byOption(
    heir
      .command('confirm <nik>')
      .description('mengonfirmasi ahli waris kader ini (orang kedua, sesudah melihat bukti aslinya)')
      .requiredOption('--name <name>', 'nama ahli waris menurut bukti aslinya')
      .requiredOption('--relation <word>', 'hubungannya menurut bukti aslinya, misalnya suami atau anak')
      .requiredOption('--account <digits>', 'empat angka terakhir, atau seluruh, rekening ahli warisnya'),
  ).action((kaderNik: string, { account, by: username, ...named }: ConfirmFlags) =>
    run(async (app) => {
      const by = (await app.get(UsersService).require(username)).id;
      return shown(await app.get(HeirsService).confirm(kaderNik, account, by, { named }));
    }),
  );
  heir
    .command('show <nik>')
    .description('menampilkan ahli waris kader ini, yang berlaku lebih dahulu')
    .action((kaderNik: string) => run(async (app) => shown(await app.get(HeirsService).show(kaderNik))));
}

function recordCommand(heir: Command): Command {
  return byOption(
    heir
      .command('record <nik>')
      .description('mencatat ahli waris kader dengan NIK ini, menggantikan catatan sebelumnya')
      .requiredOption('--name <name>', 'nama ahli waris')
      .requiredOption('--relation <word>', 'hubungan, misalnya suami atau anak')
      .option('--nik <nik>', 'NIK ahli waris')
      .requiredOption('--died <date>', 'tanggal meninggal menurut buktinya', dayArgument)
      .requiredOption('--proof-kind <words>', 'jenis bukti, misalnya "surat keterangan ahli waris"')
      .requiredOption('--proof-number <number>', 'nomor surat bukti')
      .requiredOption('--proof-date <date>', 'tanggal surat bukti', dayArgument)
      .requiredOption('--proof-issuer <name>', 'yang menerbitkan, misalnya "Wali Nagari Siguntur"')
      .option('--proof-file <file>', 'pindaian bukti; yang disimpan hanya sidik SHA-256-nya')
      .requiredOption('--bank <bank>', 'bank rekening ahli waris, nama atau kodenya')
      .requiredOption('--account <number>', 'nomor rekening ahli waris')
      .requiredOption('--account-name <name>', 'nama pada buku tabungannya'),
  );
}

async function statedHeir(flags: RecordFlags) {
  const { name, relation, nik, died, bank, account, accountName } = flags;
  const sha256 = flags.proofFile === undefined ? undefined : await fileSha256(flags.proofFile);
  return {
    name,
    relation,
    nik,
    diedOn: died,
    proof: {
      ...{ kind: flags.proofKind, number: flags.proofNumber, date: flags.proofDate },
      ...{ issuer: flags.proofIssuer, sha256 },
    },
    account: { bank, number: account, name: accountName },
  };
}

function shown(found: HeirsOfKader): Outcome {
  const { name, nik, deceasedOn } = found.kader;
  const died = deceasedOn === null ? 'tidak tercatat meninggal' : `meninggal ${formatDate(deceasedOn)}`;
  return {
    json: found,
    lines: [`${name} (${nik}), ${died}`, ...found.heirs.flatMap((one) => heirLines(one, formatDate))],
  };
}
