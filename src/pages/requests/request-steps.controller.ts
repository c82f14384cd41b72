import { Body, Post, Req } from '@nestjs/common';
import type { Visitor, VisitorRequest } from '../../api/security/visitor.js';
import { By } from '../../api/security/visitor.decorator.js';
import { ControlsService } from '../../modules/controls/controls.service.js';
import { CountersignService } from '../../modules/payment-requests/countersign.service.js';
import { PaymentRequestStepsService } from '../../modules/payment-requests/payment-request-steps.service.js';
import { PaymentRequestsService } from '../../modules/payment-requests/payment-requests.service.js';
import { UsersService, type User } from '../../modules/users/users.service.js';
import { CurrentActor } from '../../platform/session/current-actor.js';
import { Acts } from '../../web/operation.decorator.js';
import { LeadsTo } from '../../web/pages/page.js';
import { NumberInPath } from '../../web/path-fields.js';
import { seenVersions } from '../../web/version.js';
import { PageController } from '../security/page-controller.decorator.js';
import { ReasonForm, ReplyForm, SignatureForm, type DoneStep } from './requests.form.js';

type Step = (number: string, by: User, seen: readonly string[]) => Promise<unknown>;

/** The steps of four people and the signatures of others, each on what its person saw. */
@PageController('spp')
export class RequestStepPages {
  constructor(
    private readonly requests: PaymentRequestsService,
    private readonly steps: PaymentRequestStepsService,
    private readonly countersigning: CountersignService,
    private readonly controls: ControlsService,
    private readonly users: UsersService,
    private readonly current: CurrentActor,
  ) {}

  @Post(':id/pengajuan')
  @Acts('request.submit')
  submit(
    @NumberInPath('id') id: number,
    @Req() request: VisitorRequest,
    @By() by: Visitor,
  ): Promise<LeadsTo> {
    return this.take({ id, request, by, done: 'submit' }, (number, user, seen) =>
      this.steps.submit(number, user, undefined, { seen }),
    );
  }

  @Post(':id/verifikasi')
  @Acts('request.verify')
  verify(
    @NumberInPath('id') id: number,
    @Req() request: VisitorRequest,
    @By() by: Visitor,
  ): Promise<LeadsTo> {
    return this.take({ id, request, by, done: 'verify' }, (number, user, seen) =>
      this.steps.verify(number, user, { seen }),
    );
  }

  @Post(':id/persetujuan')
  @Acts('request.approve')
  approve(
    @NumberInPath('id') id: number,
    @Req() request: VisitorRequest,
    @By() by: Visitor,
  ): Promise<LeadsTo> {
    return this.take({ id, request, by, done: 'approve' }, (number, user, seen) =>
      this.steps.approve(number, user, { seen }),
    );
  }

  @Post(':id/pencairan')
  @Acts('request.release')
  release(
    @NumberInPath('id') id: number,
    @Req() request: VisitorRequest,
    @By() by: Visitor,
  ): Promise<LeadsTo> {
    return this.take({ id, request, by, done: 'release' }, (number, user, seen) =>
      this.steps.release(number, user, { seen }),
    );
  }

  @Post(':id/penolakan')
  @Acts('request.reject')
  reject(
    @NumberInPath('id') id: number,
    @Body() { reason }: ReasonForm,
    @Req() request: VisitorRequest,
    @By() by: Visitor,
  ): Promise<LeadsTo> {
    return this.take({ id, request, by, done: 'reject' }, (number, user, seen) =>
      this.steps.reject(number, user, reason, { seen }),
    );
  }

  @Post(':id/tanda-tangan')
  @Acts('request.countersign')
  countersign(
    @NumberInPath('id') id: number,
    @Body() { jabatan }: SignatureForm,
    @Req() request: VisitorRequest,
    @By() by: Visitor,
  ): Promise<LeadsTo> {
    return this.take({ id, request, by, done: 'countersign' }, (number, user, seen) =>
      this.countersigning.countersign({ number, as: jabatan, by: user, seen }),
    );
  }

  @Post(':id/temuan/:finding')
  @Acts('control.answer')
  async answer(
    @NumberInPath('id') id: number,
    @NumberInPath('finding') finding: number,
    @Body() { text }: ReplyForm,
    @By() { person }: Visitor,
  ): Promise<LeadsTo> {
    const { number } = await this.current.look('request.read', () => this.requests.byId(id));
    await this.controls.answer(number, finding, text, person.userId);
    return pageOf(id, 'answer');
  }

  private async take(
    { id, request, by, done }: { id: number; request: VisitorRequest; by: Visitor; done: DoneStep },
    step: Step,
  ): Promise<LeadsTo> {
    const seen = seenVersions(request);
    // With the eyes with which she was shown it: what is outside her scopes is not there for her.
    const { number } = await this.current.look('request.read', () => this.requests.byId(id));
    const user = await this.users.require(by.person.username);
    await step(number, user, seen);
    return pageOf(id, done);
  }
}

function pageOf(id: number, done: DoneStep): LeadsTo {
  return new LeadsTo(`/spp/${String(id)}?selesai=${done}`);
}
