import { DataSource } from 'typeorm';
import {
  AuditVerificationService,
  type TrailVerification,
} from '../../../src/modules/audit/audit-verification.service.js';
import { testApp } from '../../support/app.js';
import { auditAttacks } from '../../support/audit-attacks.js';
import { whileTampered } from '../../support/ledger-superuser.js';
import { sqlVerdict, sqlVerdictForApplication } from '../../support/payments.js';
import { addUsers } from '../../support/users.js';

const { app } = await testApp();
const audit = app.get(AuditVerificationService);
const database = app.get(DataSource);

// The trail that `auditAttacks` describes; the keys were noted when the app was opened.
await addUsers(app, 'ani');
await database.query(`insert into region (code, name) values ('13', 'Koto')`);
await database.query(`insert into region (code, name) values ('14', 'Riau')`);
await sqlVerdict(app, `update region set name = 'Koto Baru' where code = '13'`);
await sqlVerdict(app, `update region set name = name || ' Baru'`);
const { head: anchor, problems: atFirst, acts } = await audit.verify();

const NOT_ALLOWED = '42501';

/** `act-differs 5`: the code and the position, or the object, it names. */
function namesOf({ problems }: TrailVerification): string[] {
  return problems.map(({ code, facts }) => {
    const place = facts.position ?? facts.object ?? facts.last;
    return `${code.replace('audit.', '')}${place === undefined ? '' : ` ${String(place)}`}`;
  });
}

describe.each(auditAttacks)('$what', ({ statements, named, needsAnchor }) => {
  it('is refused for the application', async () => {
    expect(await sqlVerdictForApplication(app, ...statements)).toBe(NOT_ALLOWED);
  });

  it('by a superuser is named', async () => {
    const withoutAnchor = await whileTampered(app, statements, () => audit.verify(), 'audit');
    const withAnchor = await whileTampered(app, statements, () => audit.verify(anchor), 'audit');
    expect(namesOf(needsAnchor === undefined ? withoutAnchor : withAnchor)).toEqual(named);
    expect(withoutAnchor.verified).toBe(needsAnchor !== undefined);
    expect(withAnchor.verified).toBe(false);
  });
});

describe('audit verify', () => {
  it('names nothing when nothing was changed, also with an earlier head as the anchor', async () => {
    expect(atFirst).toEqual([]);
    expect(acts).toBe(6);
    await database.query(`insert into region (code, name) values ('15', 'Jambi')`);
    expect(await audit.verify(anchor)).toMatchObject({ verified: true, acts: 7, problems: [] });
    expect(await audit.anchor()).toMatchObject({ position: 7n });
  });

  it('is tried against at least 30 attacks', () => {
    expect(auditAttacks.length).toBeGreaterThanOrEqual(30);
  });
});
