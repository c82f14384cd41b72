import type { Role } from '../../src/core/access/role.js';
import { LinkAcceptanceService } from '../../src/modules/identity/link-acceptance.service.js';
import { LinksService } from '../../src/modules/identity/links.service.js';
import { PaymentRequestsService } from '../../src/modules/payment-requests/payment-requests.service.js';
import { answerFindings } from './findings.js';
import { httpOffice, type HttpOffice } from './http-app.js';
import { actorOf, ORIGIN, PASSWORD } from './identity.js';
import { SIGUNTUR, type Office } from './nagari.js';
import { aDraft, aPayingNagari, takeSteps } from './payments.js';

/** A paying nagari behind its pages: its four people can sign in, and a request waits for one of them. */
export interface PageOffice extends HttpOffice {
  readonly people: HttpOffice['people'];
  readonly staff: Office;
  readonly requestId: number;
  readonly number: string;
}

const roleOf = {
  operator: 'operator',
  verifier: 'verifier',
  wali: 'approver',
  treasurer: 'treasurer',
} as const satisfies Record<keyof Office, Role>;

/** Opens it with a request of Siguntur on which this step was taken last; its findings are answered. */
export async function pageOffice(last?: 'submit' | 'verify' | 'approve'): Promise<PageOffice> {
  const office = await httpOffice();
  const { app } = office;
  return office.asSystem(async () => {
    const staff = await aPayingNagari(app);
    const by = await actorOf(app, staff.operator.username);
    for (const [part, role] of Object.entries(roleOf)) {
      const { id, username } = staff[part as keyof Office];
      const { token } = await app.get(LinksService).invite(id, by);
      await app.get(LinkAcceptanceService).accept(token, { password: PASSWORD, ...ORIGIN });
      await office.grant(username, role, { kind: 'region', code: SIGUNTUR });
    }
    const number = await aDraft(app, staff);
    await answerFindings(app, number, staff.operator.id);
    if (last !== undefined) await takeSteps(app, staff, number, last);
    const { id } = await app.get(PaymentRequestsService).byNumber(number);
    return { ...office, staff, number, requestId: id };
  });
}
