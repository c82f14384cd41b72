import { Injectable } from '@nestjs/common';
import { checkReason } from '../../core/privacy/check-reason.js';
import { plainDate } from '../../core/shared/plain-date.js';
import { PseudonymisationService } from '../../modules/privacy/pseudonymisation.service.js';
import { LongWork, type WorkAnswer, type Workplace } from '../jobs/long-work.js';
import type { PseudonymisationWish } from './retention.dto.js';

/** Takes names away. Whoever was done is not found again, so it may be begun again after a process died. */
@Injectable()
export class PseudonymisationWork extends LongWork<PseudonymisationWish> {
  readonly kind = 'pseudonymisation';
  readonly attempts = 3;

  constructor(private readonly pseudonymisation: PseudonymisationService) {
    super();
  }

  operation() {
    return 'kader.pseudonymise' as const;
  }

  /** Everybody is looked at, however many there are: always. */
  isLong(): boolean {
    return true;
  }

  admit({ before, reason }: PseudonymisationWish): void {
    this.pseudonymisation.admit(plainDate(before));
    checkReason(reason);
  }

  async run({ before, reason }: PseudonymisationWish, { by }: Workplace): Promise<WorkAnswer> {
    const wish = { before: plainDate(before), reason, by: by.userId };
    return { answer: await this.pseudonymisation.pseudonymise(wish) };
  }
}
