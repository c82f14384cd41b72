import { maskAccount, maskNik } from '../formats/mask.js';
import { shownText } from '../formats/sheet/cell.js';
import {
  blankAllowedColumn,
  defineLayout,
  filledColumn,
  type CellParser,
  type ValuesOf,
} from '../formats/sheet/layout.js';
import { choiceParser } from '../formats/sheet/parse-choice.js';
import { parseDate } from '../formats/sheet/parse-date.js';
import { digitsParser } from '../formats/sheet/parse-digits.js';
import { parseText } from '../formats/sheet/parse-text.js';
import { readAs, refuse } from '../formats/sheet/reading.js';
import { gradeOf } from './grade.js';

/** What people write where somebody is no civil servant any more. */
const NO_GRADE = ['BUKAN', 'BUKAN PNS', '-'];

const parseGrade: CellParser<{ readonly grade: string | null }> = (cell) => {
  const text = shownText(cell);
  if (NO_GRADE.includes(text.toUpperCase())) return readAs({ grade: null });
  const grade = gradeOf(text);
  return grade === undefined ? refuse('deduction.grade-unreadable', {}) : readAs({ grade });
};

/** As tax papers write it: `TK/0`, `K/2`, `K/I/1`. */
const parsePtkp: CellParser<string> = (cell) => {
  const parts = /^(TK|K)(\/?I)?[/-]?([0-3])$/.exec(shownText(cell).toUpperCase().replace(/\s/g, ''));
  const [, state, joint, dependants] = parts ?? [];
  if (state === undefined || dependants === undefined || (state === 'TK' && joint !== undefined)) {
    return refuse('deduction.ptkp-unreadable', {});
  }
  return readAs(`${state}${joint === undefined ? '' : '/I'}/${dependants}`);
};

/** What is known of kader for their deductions: one row a kader and day; a blank cell says nothing. */
export const taxFactsLayout = defineLayout(
  {
    nik: filledColumn('NIK', digitsParser(16, 16), { headers: ['NO NIK', 'NO. NIK'], mask: maskNik }),
    name: blankAllowedColumn('NAMA', parseText, { headers: ['NAMA KADER', 'NAMA LENGKAP'] }),
    from: filledColumn('BERLAKU SEJAK', parseDate, { headers: ['TMT', 'TANGGAL', 'SEJAK'] }),
    npwp: blankAllowedColumn(
      'NPWP',
      choiceParser({
        padan: ['PADAN', 'NIK PADAN', 'VALID'],
        ada: ['ADA', 'YA'],
        tidak: ['TIDAK', 'TIDAK ADA', 'BELUM'],
      }),
      { headers: ['STATUS NPWP'] },
    ),
    grade: blankAllowedColumn('GOLONGAN', parseGrade, { headers: ['GOL', 'GOL.', 'PANGKAT'] }),
    participant: blankAllowedColumn('KPJ', digitsParser(8, 16), {
      headers: ['NO KPJ', 'NOMOR KPJ', 'NO PESERTA', 'NOMOR PESERTA BPJS'],
      mask: maskAccount,
    }),
    ptkp: blankAllowedColumn('PTKP', parsePtkp, { headers: ['STATUS PTKP'] }),
  },
  'name',
);

export type TaxFactsRow = ValuesOf<typeof taxFactsLayout.columns>;
