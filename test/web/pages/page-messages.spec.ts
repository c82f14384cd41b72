import { messages, type ErrorCode } from '../../../src/core/messages/catalog.js';
import { pageMessages, sayOnPage } from '../../../src/web/pages/page-messages.js';
import { commandRoutes } from '../../support/command-routes.js';

/**
 * What no page can answer, by how its code begins: no page imports a sheet, keeps books, draws reports, runs jobs or
 * sets up the service. A page that does takes its line out of here.
 */
const ELSEWHERE: Readonly<Record<string, string>> = {
  'approval.delegation-': 'delegations are recorded elsewhere',
  'approval.scope-unknown': 'bands are imported from files',
  'approval.version-unknown': 'bands are listed elsewhere',
  'audit.': 'the trail is read elsewhere',
  'access.one-scope': 'roles are granted elsewhere',
  'bidang.': 'imported from files',
  'book.': 'books are drawn elsewhere',
  'bp21.': 'slips are drawn elsewhere',
  'deduction.note-needed': 'policies are chosen elsewhere',
  'demo.': 'a command of its own',
  'funding.closing-': 'years are closed elsewhere',
  'funding.re': 'budgets are revised, and money received, elsewhere',
  'funding.source-': 'imported from files',
  'heir.': 'heirs are recorded elsewhere',
  'import.': 'imported from files',
  'ledger.': 'the ledger is checked elsewhere',
  'overpayment.': 'cases are opened elsewhere',
  'payment.debt-': 'requests are drafted elsewhere',
  'payment.number-blank': 'requests are drafted elsewhere',
  'policy.': 'imported from files',
  'privacy.': 'retention is set elsewhere',
  'proof.': 'proofs are drawn elsewhere',
  'referral.': 'referrals are recorded elsewhere',
  'region.': 'imported from files',
  'remittance.': 'remittances are recorded elsewhere',
  'report.check-': 'reports are drawn elsewhere',
  'report.no-': 'reports are drawn elsewhere',
  'vault.': 'said to who keeps the keys',
  'withholder.': 'slips are drawn elsewhere',
};

const codes = Object.keys(messages) as ErrorCode[];
const isElsewhere = (code: string) => Object.keys(ELSEWHERE).some((start) => code.startsWith(start));
const commands = Object.keys(commandRoutes).filter((name) => name.includes(' '));
const COMMAND = new RegExp(
  `\\b(${[...commands, 'honor calculate', 'honor explain'].join('|')})\\b|(^|\\s)--[a-z]`,
  'i',
);
const onPage = (code: ErrorCode) => sayOnPage(code, {});
const namesIn = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);

describe('what pages say', () => {
  it('names no command to type, whatever the code', () => {
    const commanding = codes.filter((code) => !isElsewhere(code) && COMMAND.test(onPage(code)));
    expect(commanding.map((code) => `${code}: ${onPage(code)}`)).toEqual([]);
  });

  it('is not left out of that without need', () => {
    const needed = Object.keys(ELSEWHERE).filter((start) =>
      codes.some((code) => code.startsWith(start) && COMMAND.test(onPage(code))),
    );
    expect(Object.keys(ELSEWHERE)).toEqual(needed);
  });

  it('uses facts that the error brings, and no other', () => {
    for (const [code, text] of Object.entries(pageMessages)) {
      const brought = namesIn(messages[code as ErrorCode]);
      expect([code, namesIn(text).filter((name) => !brought.includes(name))]).toEqual([code, []]);
    }
  });

  it('is recognised as a command when it is one', () => {
    for (const text of ['Jalankan honor request release 1.', 'lewat roster import', 'isi --basis'])
      expect(text).toMatch(COMMAND);
    expect('honor menurut tingkatan').not.toMatch(COMMAND);
  });
});
