import { Get, Query } from '@nestjs/common';
import type { Visitor } from '../../api/security/visitor.js';
import { By } from '../../api/security/visitor.decorator.js';
import { RequestListService } from '../../modules/payment-requests/request-list.service.js';
import { Reads } from '../../web/operation.decorator.js';
import type { Page } from '../../web/pages/page.js';
import { NumberInPath } from '../../web/path-fields.js';
import { PageController } from '../security/page-controller.decorator.js';
import { requestPage } from './request.page.js';
import { RequestViews } from './request-view.service.js';
import { RequestsWish, RequestWish } from './requests.form.js';
import { requestsPage } from './requests.page.js';

const PAGE = 30;

/** Payment requests to look at, each with the step that is for whoever looks. */
@PageController('spp')
export class RequestPages {
  constructor(
    private readonly list: RequestListService,
    private readonly views: RequestViews,
  ) {}

  @Get()
  @Reads('request.read')
  async all(@Query() { sebelum }: RequestsWish): Promise<Page> {
    const found = await this.list.newest({ before: sebelum, limit: PAGE + 1 });
    const requests = found.slice(0, PAGE);
    return requestsPage({ requests, before: found.length > PAGE ? requests.at(-1)?.request.id : undefined });
  }

  @Get(':id')
  @Reads('request.read')
  async show(
    @NumberInPath('id') id: number,
    @Query() { selesai, orang }: RequestWish,
    @By() { person }: Visitor,
  ): Promise<Page> {
    const view = await this.views.of(person, id);
    return requestPage(view, { done: selesai, isWithEverybody: orang === 'semua' });
  }
}
