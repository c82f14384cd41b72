import { DomainError } from '../../shared/domain-error.js';
import type { PlainDate } from '../../shared/plain-date.js';
import { refuseAny } from '../../shared/refusals.js';

/** Whom the tax office knows a paying body as, from a day on until the next. */
export interface Withholder {
  /** 16 digits. */
  readonly npwp: string;
  /** 22 digits: the NPWP and six digits of the place of business. */
  readonly nitku: string;
  readonly name: string;
  readonly from: PlainDate;
}

/**
 * Takes numbers as people copy them, with dots, dashes and spaces.
 *
 * @throws Refusals for each number that cannot be one, and a name that is blank
 */
export function readWithholder(written: Withholder): Withholder {
  const npwp = digitsOf(written.npwp);
  const nitku = digitsOf(written.nitku);
  const name = written.name.trim().replace(/\s+/g, ' ');
  const problems: DomainError[] = [];
  if (!/^\d{16}$/.test(npwp)) problems.push(new DomainError('invalid', 'withholder.npwp', { npwp }));
  if (!/^\d{22}$/.test(nitku)) problems.push(new DomainError('invalid', 'withholder.nitku', { nitku }));
  else if (!nitku.startsWith(npwp)) {
    problems.push(new DomainError('invalid', 'withholder.nitku-of-another', { nitku, npwp }));
  }
  if (name === '') problems.push(new DomainError('invalid', 'withholder.name-needed', {}));
  refuseAny(problems);
  return { npwp, nitku, name, from: written.from };
}

/** What holds on a day; of two from the same day the later recorded counts. @param history as it was recorded */
export function withholderOn(history: readonly Withholder[], day: PlainDate): Withholder | undefined {
  return history
    .filter(({ from }) => from <= day)
    .reduce<Withholder | undefined>(
      (best, one) => (best === undefined || one.from >= best.from ? one : best),
      undefined,
    );
}

function digitsOf(text: string): string {
  return text.replace(/[\s.-]/g, '');
}
