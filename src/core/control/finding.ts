import type { Fact, FactsOf } from '../messages/catalog.js';
import { maskNik } from '../formats/mask.js';
import type { ControlCode } from './registry.js';
import type { Member, RequestUnderControl } from './request-under-control.js';

/** `block`: nobody may take the next step; `warn`: it needs a written answer that another person accepts. */
export type Severity = 'block' | 'warn';

/** The kader a finding is about, and the line of the request if it is about one. NIK masked. */
export interface FindingSubject {
  readonly kaderId: number;
  readonly name: string;
  readonly nik: string;
  readonly line: string | null;
}

/** What a control found: what it says is its wording filled in with the evidence. */
export interface Finding {
  readonly code: ControlCode;
  readonly severity: Severity;
  /** Null when it is about the request as a whole. */
  readonly subject: FindingSubject | null;
  /** The numbers and references it rests on. */
  readonly evidence: Readonly<Record<string, Fact>>;
  /** Evidence that changes from day to day, so that an answer to the finding does not lapse with it. */
  readonly volatile: readonly string[];
}

interface Raised<Code extends ControlCode> {
  readonly subject?: FindingSubject;
  readonly evidence: FactsOf<Code>;
  readonly volatile?: readonly (keyof FactsOf<Code> & string)[];
}

/** The finding with the severity that the settings give it; none when they switch it off. */
export function raise<Code extends ControlCode>(
  request: RequestUnderControl,
  code: Code,
  { subject, evidence, volatile = [] }: Raised<Code>,
): Finding[] {
  const severity = request.settings.severities[code];
  return severity === 'off' ? [] : [{ code, severity, subject: subject ?? null, evidence, volatile }];
}

/** A kader as the subject of a finding. */
export function subjectOf({ kaderId, name, nik }: Member, line: string | null = null): FindingSubject {
  return { kaderId, name, nik: maskNik(nik), line };
}

/** What every sentence about a kader names her by. */
export function personOf({ name, nik }: Pick<Member, 'name' | 'nik'>): { kader: string; nik: string } {
  return { kader: name, nik: maskNik(nik) };
}
