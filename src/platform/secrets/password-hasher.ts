import { randomBytes } from 'node:crypto';
import { hash, parseOptions, verify, type Options } from '@node-rs/argon2';

/** What one guess at a password costs whoever guesses. */
export interface PasswordCost {
  readonly memoryKibibytes: number;
  readonly passes: number;
  readonly lanes: number;
}

/** OWASP Password Storage Cheat Sheet (2024): argon2id with 19 MiB, 2 passes, 1 lane. */
export const OWASP_PASSWORD_COST: PasswordCost = { memoryKibibytes: 19_456, passes: 2, lanes: 1 };

const SALT_BYTES = 16;
const HASH_BYTES = 32;

/** Hashes passwords with argon2id. */
export class PasswordHasher {
  private readonly options: Options;
  private readonly decoy: string;

  constructor(cost: PasswordCost) {
    const { memoryKibibytes: memoryCost, passes: timeCost, lanes: parallelism } = cost;
    // Without an algorithm the library takes argon2id.
    this.options = { memoryCost, timeCost, parallelism, outputLen: HASH_BYTES };
    this.decoy = decoyOf(cost);
  }

  /** The hash with its parameters and salt, in PHC text form. */
  hash(password: string): Promise<string> {
    return hash(password, this.options);
  }

  /** Whether the password made this hash. Without a hash the same work is done, and the answer is no. */
  async verify(stored: string | undefined, password: string): Promise<boolean> {
    const isRight = await verify(stored ?? this.decoy, password);
    return isRight && stored !== undefined;
  }

  /** True when the hash was made with other parameters than those of today. */
  isOutdated(stored: string): boolean {
    if (!stored.startsWith('$argon2id$')) return true;
    const made = parseOptions(stored);
    return (['memoryCost', 'timeCost', 'parallelism', 'outputLen'] as const).some(
      (name) => made[name] !== this.options[name],
    );
  }
}

// A hash that no known password makes, for names that nobody has: it costs as much to try as a real one.
function decoyOf({ memoryKibibytes, passes, lanes }: PasswordCost): string {
  const parameters = `m=${String(memoryKibibytes)},t=${String(passes)},p=${String(lanes)}`;
  const [salt, output] = [SALT_BYTES, HASH_BYTES].map((bytes) => unpadded(randomBytes(bytes)));
  return `$argon2id$v=19$${parameters}$${String(salt)}$${String(output)}`;
}

function unpadded(bytes: Buffer): string {
  return bytes.toString('base64').replace(/=+$/, '');
}
