import { roleNames, type Role } from './role.js';
import type { Target } from './scope.js';

/** What may be asked of the service, and by whom; `README.md` here explains the words. */
export type Operation = Reading | Act;

interface Reading {
  readonly kind: 'read';
  readonly roles: readonly Role[];
  readonly shows: Shows;
}

/**
 * How much a reader is shown. `scope`: the rows of her scopes, whatever the statement asks. `whole`: what means nothing
 * in part, so a role counts only where it is held widely (`isWide`). `chosen`: the service picks what is hers.
 */
type Shows = 'scope' | 'whole' | 'chosen';

/** It changes something, and names all it touches; one of the roles must be held for each. */
interface Act {
  readonly kind: 'act';
  readonly target: Target['kind'];
  readonly roles: readonly Role[];
  /** Approving, releasing and administration want a sign-in with a second factor. */
  readonly secondFactor?: true;
  /** A machine may do it with somebody's token: it brings data in. Whatever else changes something, people do. */
  readonly byMachine?: true;
}

const office = ['operator', 'verifier', 'approver', 'treasurer'] as const;
const readers = [...office, 'pokjanal', 'auditor'] as const;

const reading = (shows: Shows) => (roles: readonly Role[]) => ({ kind: 'read', roles, shows }) as const;
const [read, readWhole, readChosen] = [reading('scope'), reading('whole'), reading('chosen')];
const act = (target: Target['kind'], roles: readonly Role[]) => ({ kind: 'act', target, roles }) as const;
const brought = (target: Target['kind'], roles: readonly Role[]) =>
  ({ ...act(target, roles), byMachine: true }) as const;
const guarded = (target: Target['kind'], roles: readonly Role[]) =>
  ({ ...act(target, roles), secondFactor: true }) as const;

/**
 * Everything that can be asked, and which roles may ask it: the one table for command line, API and pages. An
 * operation that is not here cannot be asked at all. Who may not be the same person is in `core/payment`.
 */
export const operations = {
  'user.read': readWhole(['administrator', 'auditor']),
  'user.administer': guarded('installation', ['administrator']),
  'key.read': readWhole(['administrator', 'auditor']),
  'key.rotate': guarded('installation', ['administrator']),
  'region.read': read(roleNames),
  'setting.read': read(roleNames),
  'region.import': guarded('installation', ['administrator']),
  'posyandu.import': brought('region', ['operator', 'pokjanal']),
  'roster.read': read(readers),
  'roster.import': brought('region', ['operator']),
  'roster.confirm-account': guarded('region', ['verifier', 'approver']),
  'kader.reveal': guarded('region', ['operator', 'verifier', 'treasurer']),
  'kader.data-pack': guarded('region', ['operator', 'verifier']),
  'kader.pseudonymise': guarded('installation', ['administrator']),
  'retention.read': readWhole(['administrator', 'auditor']),
  'retention.set': guarded('installation', ['administrator']),
  'disclosure.read': read(['verifier', 'approver', 'treasurer', 'auditor']),
  'heir.record': act('region', ['operator']),
  'heir.confirm': guarded('region', ['verifier', 'approver']),
  'activity-type.import': guarded('installation', ['administrator']),
  'holiday.import': guarded('installation', ['administrator']),
  'bidang.import': guarded('installation', ['administrator']),
  'referral.read': read(readers),
  'referral.record': brought('region', ['operator']),
  'referral.answer': act('payer', ['operator', 'verifier']),
  'activity.read': read(readers),
  'activity.import': brought('region', ['operator']),
  'activity.verify': act('region', ['verifier', 'pokjanal']),
  'policy.read': read([...readers, 'kader']),
  'policy.import': guarded('region', ['pokjanal']),
  'funding.read': read(readers),
  'funding.import': brought('payer', ['treasurer', 'operator']),
  'funding.revise': guarded('payer', ['treasurer']),
  'funding.close-year': guarded('payer', ['treasurer']),
  'funding.receive': act('payer', ['treasurer']),
  'deduction.read': read(readers),
  'deduction.import': guarded('installation', ['administrator']),
  'deduction.choose': guarded('payer', ['treasurer']),
  'deduction.facts-import': brought('region', ['operator', 'treasurer']),
  'honor.read': read(readers),
  'honor.explain': read([...readers, 'kader']),
  'honor.calculate': act('region', ['operator']),
  'request.read': read(readers),
  'request.draft': act('payer', ['operator']),
  'request.submit': act('payer', ['operator']),
  'request.cancel': act('payer', ['operator']),
  'request.verify': act('payer', ['verifier']),
  'request.approve': guarded('payer', ['approver']),
  'request.release': guarded('payer', ['treasurer']),
  'request.countersign': guarded('payer', [...office, 'pokjanal']),
  'request.reject': act('payer', ['verifier', 'approver', 'treasurer']),
  'approval.read': read(readers),
  'approval.import': guarded('region', ['pokjanal']),
  'delegation.record': guarded('payer', office),
  'control.read': read(readers),
  'control.run': act('payer', office),
  'control.answer': act('payer', office),
  'control.settings': guarded('installation', ['administrator']),
  'control.declare': act('region', ['operator', 'verifier']),
  'disbursement.export': guarded('payer', ['treasurer']),
  'disbursement.reconcile': brought('payer', ['treasurer']),
  'tax.read': read(readers),
  'tax.remit': act('payer', ['treasurer']),
  'tax.slips': guarded('payer', ['treasurer']),
  'overpayment.read': read(readers),
  'overpayment.open': act('payer', ['verifier', 'treasurer']),
  'overpayment.agree': act('payer', ['treasurer']),
  'overpayment.confirm': guarded('payer', ['approver']),
  'overpayment.receive': act('payer', ['treasurer']),
  'overpayment.transfer': act('payer', ['treasurer']),
  'ledger.read': read(['auditor', 'pokjanal']),
  'ledger.close': guarded('installation', ['administrator']),
  'ledger.verify': readWhole(['administrator', ...readers]),
  'ledger.export': readChosen(['auditor']),
  'ledger.pack': readWhole(['auditor']),
  'ledger.prove': readChosen(readers),
  'ledger.prove-entry': readChosen(['auditor']),
  'audit.read': read(['auditor', 'administrator']),
  'audit.verify': readWhole(['auditor', 'administrator']),
  'book.read': read(readers),
  'report.read': read(readers),
  'job.read': readChosen(roleNames),
} as const satisfies Record<string, Operation>;

export type OperationName = keyof typeof operations;

export type ActName = {
  [Name in OperationName]: (typeof operations)[Name]['kind'] extends 'act' ? Name : never;
}[OperationName];

export type ReadingName = Exclude<OperationName, ActName>;

export const operationNames = Object.keys(operations) as readonly OperationName[];

/** Whether a machine may ever be let do this with a token: reading, and bringing data in. */
export function isForMachines(name: OperationName): boolean {
  const operation: Operation = operations[name];
  return operation.kind === 'read' || (operation.byMachine === true && operation.secondFactor !== true);
}

/** True for reading that sees the rows of one's scopes only: row-level security holds for it. */
export function readsScopeOnly(name: OperationName): name is ReadingName {
  const operation: Operation = operations[name];
  return operation.kind === 'read' && operation.shows === 'scope';
}

/** True for reading that shows everything or nothing: a role counts for it only where it is held widely. */
export function readsWhole(name: OperationName): boolean {
  const operation: Operation = operations[name];
  return operation.kind === 'read' && operation.shows === 'whole';
}

export function isOperation(text: string): text is OperationName {
  return Object.hasOwn(operations, text);
}
