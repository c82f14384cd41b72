import { Injectable } from '@nestjs/common';
import { generateSecret, verifySync } from 'otplib';
import { readRecoveryCode } from '../../core/identity/recovery-code.js';
import { purposes } from '../../core/privacy/purposes.js';
import { Clock } from '../../platform/clock.js';
import type { Tx } from '../../platform/database/transaction.js';
import { FieldVault } from '../../platform/secrets/field-vault.js';
import { SecondFactorsRepository, type SealedSecret } from './second-factors.repository.js';

/** `absent`: the user has none; `needed`: she has one and gave no code. */
export type CodeVerdict = 'absent' | 'needed' | 'right' | 'wrong';

// RFC 6238, 5.2: one step of 30 seconds to either side, for slow hands and slow clocks.
const TOLERANCE_SECONDS = 30;

/** Checks the codes that people give, and uses them up. */
@Injectable()
export class SecondFactorCheckService {
  constructor(
    private readonly repository: SecondFactorsRepository,
    private readonly vault: FieldVault,
    private readonly clock: Clock,
  ) {}

  /** A code is right once: that of the authenticator, and each recovery code. */
  async use(tx: Tx, userId: number, code: string | undefined): Promise<CodeVerdict> {
    const secret = await this.repository.secretOf(tx, userId, 'confirmed');
    if (secret === undefined) return 'absent';
    const typed = (code ?? '').trim();
    if (typed === '') return 'needed';
    const isRight = await this.take(tx, userId, secret, typed);
    return isRight ? 'right' : 'wrong';
  }

  /** The step of 30 seconds that a code of this secret belongs to; undefined when it belongs to none about now. */
  stepOf({ sealedSecret }: SealedSecret, code: string): number | undefined {
    if (!/^\d{6}$/.test(code)) return undefined;
    const secret = this.vault.open(purposes.secondFactor, sealedSecret);
    const epoch = Math.floor(this.clock.now().getTime() / 1000);
    const result = verifySync({ secret, token: code, epoch, epochTolerance: TOLERANCE_SECONDS });
    return result.valid && 'timeStep' in result ? result.timeStep : undefined;
  }

  /** A new secret, and how it is stored. */
  newSecret(): { readonly secret: string; readonly sealed: Buffer } {
    const secret = generateSecret();
    return { secret, sealed: this.vault.seal(purposes.secondFactor, secret) };
  }

  /** What is stored of a recovery code; keyed, so that it cannot be guessed from the database alone. */
  digestOf(userId: number, code: string): Buffer {
    return this.vault.digest(purposes.recoveryCode, `${String(userId)} ${code}`);
  }

  private async take(tx: Tx, userId: number, secret: SealedSecret, typed: string): Promise<boolean> {
    const recovery = readRecoveryCode(typed);
    if (recovery !== undefined) {
      return this.repository.takeCode(tx, userId, this.digestOf(userId, recovery), this.clock.now());
    }
    const step = this.stepOf(secret, typed.replace(/\s/g, ''));
    return step !== undefined && this.repository.takeStep(tx, secret.id, step);
  }
}
