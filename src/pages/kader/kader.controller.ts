import { Get, Query } from '@nestjs/common';
import type { Visitor } from '../../api/security/visitor.js';
import { By } from '../../api/security/visitor.decorator.js';
import { DomainError } from '../../core/shared/domain-error.js';
import { monthOf, parseServiceMonth } from '../../core/shared/service-month.js';
import { ExplanationService } from '../../modules/reports/explanation.service.js';
import { Clock } from '../../platform/clock.js';
import { today } from '../../platform/today.js';
import { Reads } from '../../web/operation.decorator.js';
import type { Page } from '../../web/pages/page.js';
import { NumberInPath, WordInPath } from '../../web/path-fields.js';
import { PageController } from '../security/page-controller.decorator.js';
import { explanationPage } from './explanation.page.js';
import { RosterWish } from './kader.form.js';
import { kaderPage } from './kader.page.js';
import { RosterViews } from './roster-view.service.js';
import { rosterPage } from './roster.page.js';

/** The roster, and what each kader earned and why. */
@PageController('kader')
export class KaderPages {
  constructor(
    private readonly rosters: RosterViews,
    private readonly explanations: ExplanationService,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Reads('roster.read')
  async roster(@Query() wish: RosterWish, @By() { person }: Visitor): Promise<Page> {
    return rosterPage(await this.rosters.of(person, wish));
  }

  @Get(':kader')
  @Reads('honor.explain')
  async show(@NumberInPath('kader') kader: number): Promise<Page> {
    const month = monthOf(today(this.clock));
    const now = await this.explanations.explain({ kader: String(kader), month });
    return kaderPage({ now, months: await this.explanations.months(kader) });
  }

  @Get(':kader/penjelasan/:month')
  @Reads('honor.explain')
  async explain(@NumberInPath('kader') kader: number, @WordInPath('month') asked: string): Promise<Page> {
    const month = parseServiceMonth(asked);
    if (month === undefined) throw new DomainError('missing', 'http.no-route', {});
    return explanationPage(await this.explanations.explain({ kader: String(kader), month }));
  }
}
