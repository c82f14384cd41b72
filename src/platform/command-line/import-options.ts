import type { Command } from 'commander';

/** What a person can say of an import on the command line. */
export interface ImportFlags {
  readonly dryRun?: boolean;
  readonly acceptChanges?: boolean;
  readonly region?: string;
}

/** The same as services take it: a flag that is not given is not there. */
interface ImportWish {
  readonly dryRun?: boolean;
  readonly acceptChanges?: boolean;
  readonly regionCode?: string;
}

/** Adds the options that every import of a sheet has. */
export function importOptions(command: Command): Command {
  return command
    .option('--dry-run', 'hanya memeriksa dan memperlihatkan perubahan')
    .option('--accept-changes', 'menerima perubahan pada yang sudah tercatat')
    .option('--region <code>', 'hanya nagari di wilayah ini');
}

export function importWish({ dryRun, acceptChanges, region }: ImportFlags): ImportWish {
  return {
    ...(dryRun !== undefined && { dryRun }),
    ...(acceptChanges !== undefined && { acceptChanges }),
    ...(region !== undefined && { regionCode: region }),
  };
}
