import { shownText } from '../formats/sheet/cell.js';
import type { CellParser } from '../formats/sheet/layout.js';
import { choiceParser } from '../formats/sheet/parse-choice.js';
import { readAs, refuse } from '../formats/sheet/reading.js';
import { wordsOf } from '../formats/sheet/words.js';
import type { Role } from './role.js';
import { bidangWords, type Bidang } from './vocabulary.js';

/** A role as written under JABATAN, with the bidang when it is named there ("Ketua Bidang Kesehatan"). */
export interface StatedRole {
  readonly role: Role;
  readonly bidang: Bidang | undefined;
}

const ROLES: Readonly<Record<string, Role>> = {
  KETUA: 'ketua',
  SEKRETARIS: 'sekretaris',
  BENDAHARA: 'bendahara',
  'KETUA BIDANG': 'ketua-bidang',
  KADER: 'kader',
  ANGGOTA: 'kader',
  'KADER BIDANG': 'kader',
  'ANGGOTA BIDANG': 'kader',
};

const parseBidang = choiceParser(bidangWords);

export const parseRole: CellParser<StatedRole> = (cell) => {
  const words = wordsOf(shownText(cell))
    .replace(/ POSYANDU( |$)/, '$1')
    .trim();
  const plain = ROLES[words];
  if (plain !== undefined) return readAs({ role: plain, bidang: undefined });
  const [, stated = '', bidangText = ''] = /^((?:KETUA|KADER|ANGGOTA) BID(?:ANG)?) (.+)$/.exec(words) ?? [];
  const role = ROLES[stated.replace(/ BID$/, ' BIDANG')];
  const bidang = parseBidang({ kind: 'text', text: bidangText });
  if (role === undefined || 'refusal' in bidang) {
    return refuse('sheet.choice-unknown', { choices: 'KETUA, SEKRETARIS, BENDAHARA, KETUA BIDANG, KADER' });
  }
  return readAs({ role, bidang: bidang.value });
};
