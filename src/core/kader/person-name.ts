import { wordsOf } from '../formats/sheet/words.js';

const TITLES_BEFORE = /^(?:(?:HJ|H|NY|NN|IBU|BU|BAPAK|BPK|IR|DR|DRA|DRS|PROF|ALMH|ALM) )+(?=[A-Z])/;
const TITLES_BEHIND =
  /(?: (?:S ?[A-Z]{1,4}(?: I)?|A ?MD(?: [A-Z]{1,4})*|M ?(?:PD|SI|KES|KM|M|AG|H)|S ST|STR KEB|BD|NERS|NS|SE|SH|ALMH|ALM))+$/;

/** A person's name for comparing: capitals, without titles, spaces single. "Hj. Siti, S.Pd." is "SITI". */
export function personKey(name: string): string {
  const [withoutDegrees = ''] = name.split(',');
  const words = wordsOf(withoutDegrees).replace(TITLES_BEFORE, '');
  const shorter = /[.]/.test(withoutDegrees) ? words.replace(TITLES_BEHIND, '') : words;
  return shorter === '' ? wordsOf(name) : shorter;
}
