import { formatMonth } from '../../shared/service-month.js';
import { say } from '../statement.js';
import type { Finding, ValidationFacts } from './facts.js';

/** Nagari without rules or money, and budget lines that do not last the year. */
export function checkFunding(facts: ValidationFacts): Finding[] {
  const { on, regions, forecasts, nagariWithoutBudget, nagariWithoutPolicy } = facts;
  const names = new Map(regions.map(({ code, name }) => [code, name]));
  const nameOf = (code: string): string => `${names.get(code) ?? '?'} (${code})`;
  const finding = (regionCode: string, what: Finding['what'], who: string): Finding => ({
    ...{ area: 'funding', regionCode, posyandu: null, what, since: null, who },
  });
  return [
    ...nagariWithoutPolicy.map((code) =>
      finding(
        code,
        say('report.check-no-policy', { nagari: nameOf(code) }),
        'pembuat kebijakan (Pokjanal atau Tim Pembina)',
      ),
    ),
    ...nagariWithoutBudget.map((code) =>
      finding(
        code,
        say('report.check-no-budget', { nagari: nameOf(code), year: on.slice(0, 4) }),
        'wali nagari dan kaur keuangan',
      ),
    ),
    ...forecasts.flatMap(({ regionCode, source, ceilingLasts: { month, missing } }) => {
      if (month === null) return [];
      const what = say('report.check-ceiling-short', { source, month: formatMonth(month), missing });
      return [finding(regionCode, what, 'wali nagari atau kepala OPD, lewat perubahan anggaran')];
    }),
  ];
}
