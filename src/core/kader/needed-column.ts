import { refusal, type Problem, type Refusal } from '../formats/sheet/problem.js';
import { rosterLayout, type RosterField, type RosterRow } from './roster-layout.js';

/** A blank cell of a field that another filled field needs; a column that is not there is a problem of the sheet. */
export function neededCell(
  row: RosterRow,
  field: RosterField,
  needing: RosterField,
  whenBlank: Refusal,
): Problem {
  if (row.hasColumn(field)) return row.problemAt(field, whenBlank);
  const [column, by] = [rosterLayout.columns[field].label, rosterLayout.columns[needing].label];
  const facts = { column, row: row.headerRow, needing: by };
  return { sheet: row.sheet, cell: '', column, value: '', ...refusal('roster.column-needed', facts) };
}

/** Each missing column is said once a table, not once a row. */
export function saidOnce(problems: readonly Problem[]): Problem[] {
  const said = new Set<string>();
  return problems.filter(({ sheet, column, code, facts }) => {
    if (code !== 'roster.column-needed') return true;
    const key = JSON.stringify([sheet, column, facts]);
    if (said.has(key)) return false;
    said.add(key);
    return true;
  });
}
