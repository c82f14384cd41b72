import { hostname, userInfo } from 'node:os';

/** Where the command line stands, in the place of a network address. */
export const COMMAND_LINE = 'baris perintah';

/** Where the service stands for what it does of itself, asked by nobody. */
export const SERVICE = 'layanan';

/** Who started this process on which machine: whoever has its command line may act as anybody. */
export function whereWeStand(): string {
  return `${accountName()}@${hostname()}`;
}

// A container may run under a number that has no name.
function accountName(): string {
  try {
    return userInfo().username;
  } catch {
    return `uid ${String(process.getuid?.() ?? '?')}`;
  }
}
