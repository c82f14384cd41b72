import { Injectable } from '@nestjs/common';
import { maskNik } from '../../core/formats/mask.js';
import { describe } from '../../core/messages/describe.js';
import { regionLevel } from '../../core/region/region.js';
import { serviceMonth } from '../../core/shared/service-month.js';
import { AccessService } from '../../modules/access/access.service.js';
import { EntitlementsService } from '../../modules/entitlements/entitlements.service.js';
import { LongWork, type WorkAnswer, type Workplace } from '../jobs/long-work.js';
import type { CalculationAnswer, CalculationWish } from './honor.dto.js';

/** Calculates honor. Done again it finds nothing to change, so it may be begun again after a process died. */
@Injectable()
export class CalculationWork extends LongWork<CalculationWish> {
  readonly kind = 'honor-calculation';
  readonly attempts = 3;

  constructor(
    private readonly entitlements: EntitlementsService,
    private readonly access: AccessService,
  ) {
    super();
  }

  operation() {
    return 'honor.calculate' as const;
  }

  /** A nagari has a few dozen kader and waits a second; what is wider may have thousands. */
  isLong({ region }: CalculationWish): boolean {
    const level = regionLevel(region);
    return level !== undefined && level !== 'nagari';
  }

  admit({ region }: CalculationWish): void {
    this.access.requireRegion('honor.calculate', region);
  }

  async run(wish: CalculationWish, { by }: Workplace): Promise<WorkAnswer> {
    const months = wish.months.map(serviceMonth);
    const person = { id: by.userId, username: by.username };
    const report = await this.entitlements.calculate({ regionCode: wish.region, months, by: person });
    const { calculationId, kader, changedLines, changedGross, gross, bySource } = report;
    const exclusions = report.exclusions.map((one) => ({
      kader: one.kaderName,
      nik: maskNik(one.nik),
      nagari: one.nagariCode,
      month: one.month,
      component: one.component,
      code: one.code,
      message: describe(one.code, one.facts),
    }));
    const counts = { calculationId, kader, changedLines, changedGross, gross };
    const answer: CalculationAnswer = { ...counts, bySource, exclusions };
    return { answer };
  }
}
