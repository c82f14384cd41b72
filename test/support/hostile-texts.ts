/** What somebody types to be run, looked up or drawn as something else, and what is kept of it. */
export interface HostileText {
  readonly typed: string;
  /** As `shownText` documents: what nobody sees is gone, single-spaced, compatible letters are one. */
  readonly kept: string;
}

const asTyped = [
  `'); drop table kader; --`,
  `' or 1=1 --`,
  `$1 $$ %s :name ?`,
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  `' onmouseover='alert(1)`,
  'javascript:alert(1)',
  '{{7*7}} ${7*7} <%= 7*7 %>',
  '</textarea></title><svg onload=alert(1)>',
  '<!-- ]]> --!><b>',
  '&lt;b&gt; &amp;amp; &#60;i&#62;',
  String.raw`C:\kader\n \' \" \x3cscript\x3e`,
  '%00 %3Cscript%3E',
  '🤰🏽 Siti',
  '../../etc/passwd',
];

const cleaned: readonly HostileText[] = [
  { typed: '\u{1F469}\u200D\u2695\uFE0F bidan', kept: '\u{1F469}\u2695 bidan' },
  { typed: 'Sri\u202Elah\u202C\u200F Wati', kept: 'Srilah Wati' },
  { typed: '\uFF1Cscript\uFF1Ealert(1)\uFF1C/script\uFF1E', kept: '<script>alert(1)</script>' },
  { typed: 'a\u0001b\u200B <b>\u00A0 c</b>', kept: 'ab <b> c</b>' },
];

export const HOSTILE_TEXTS: readonly HostileText[] = [
  ...asTyped.map((typed) => ({ typed, kept: typed })),
  ...cleaned,
];

/** Nothing but letters, told apart from every other by its number. */
export function letters(serial: number): string {
  return Array.from(String(serial), (digit) => String.fromCharCode(97 + Number(digit))).join('');
}

/** The same text once more, found nowhere else. */
export function marked({ typed, kept }: HostileText, serial: number): HostileText {
  const mark = ` Z${letters(serial)}`;
  return { typed: `${typed}${mark}`, kept: `${kept}${mark}` };
}
