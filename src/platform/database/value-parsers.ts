import pg from 'pg';

type ParseText = (text: string) => unknown;
type NestedTexts = (string | null | NestedTexts)[];
type NestedAmounts = (bigint | null | NestedAmounts)[];

const INT8 = 20;
const INT8_ARRAY = 1016;
const TEXT_ARRAY = 1009;
const DATE = 1082;
const DATE_ARRAY = 1182;

// The typings list only the scalar types.
const usualParser = pg.types.getTypeParser as (oid: number, format?: string) => ParseText;
const parseTexts = usualParser(TEXT_ARRAY) as (text: string) => NestedTexts;

/** int8 is money and comes back as bigint; a date has no hour, so it stays the text 'YYYY-MM-DD'. */
const ownParsers: ReadonlyMap<number, ParseText> = new Map<number, ParseText>([
  [INT8, BigInt],
  [INT8_ARRAY, (text) => toAmounts(parseTexts(text))],
  [DATE, (text) => text],
  [DATE_ARRAY, parseTexts],
]);

/** How a connection reads column values; given to each pool, so that nobody else's connections change. */
export const valueParsers = {
  getTypeParser(oid: number, format?: string): ParseText {
    const own = format === 'binary' ? undefined : ownParsers.get(oid);
    return own ?? usualParser(oid, format);
  },
};

function toAmounts(texts: NestedTexts): NestedAmounts {
  return texts.map((item) => {
    if (item === null) return null;
    return typeof item === 'string' ? BigInt(item) : toAmounts(item);
  });
}
