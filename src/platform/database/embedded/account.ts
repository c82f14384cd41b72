import { readFileSync, statSync } from 'node:fs';

/** A system account, by numbers. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

const NOBODY: Account = { uid: 65_534, gid: 65_534 };

/**
 * Who runs the server: ourselves (undefined), or, since PostgreSQL refuses root, an ordinary account: the
 * chosen uid, else whoever owns the data folder already, else nobody.
 */
export function serverAccount(dataFolder: string, chosenUid: number | undefined): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  if (chosenUid !== undefined) return accountOf(chosenUid);
  const owner = statSync(dataFolder, { throwIfNoEntry: false });
  if (owner !== undefined && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  return listedAccounts().find((line) => line.name === 'nobody') ?? NOBODY;
}

/** The number of the account that works on the files: the given one, or ours. */
export function uidOf(runAs: Account | undefined): number {
  return runAs?.uid ?? process.getuid?.() ?? 0;
}

function accountOf(uid: number): Account {
  return { uid, gid: listedAccounts().find((line) => line.uid === uid)?.gid ?? uid };
}

// Directory services are not asked: an account that only they know must be given a gid equal to its uid.
function listedAccounts(): (Account & { name: string })[] {
  return readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .filter((fields) => fields.length >= 4)
    .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid) >>> 0, gid: Number(gid) >>> 0 }));
}
