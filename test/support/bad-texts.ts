import type { Sent } from './caller.js';
import type { DocumentedRoute, RouteField } from './route-wishes.js';

/** What no field of text is made for, and what a check of the database could trip over. */
export const BAD_TEXTS: Readonly<Record<string, string>> = {
  'ten thousand letters': 'a'.repeat(10_000),
  nothing: '',
  blanks: ' \u00a0\u3000 ',
  'a control character': 'a\u0007b',
  'a line break': 'a\nb',
  NUL: 'a\u0000b',
  'half a character': 'a\ud800b',
  'what nobody sees': '\u200b\u3164\u202e\ufeff',
  'one letter': 'z',
  'two hundred letters': 'Z'.repeat(200),
  'as long as a hash': 'z'.repeat(64),
  'sixteen digits': '1310044501850001',
  'twenty-two digits': '1'.repeat(22),
  punctuation: `'";:/%_\\`,
};

/** Those that a field must refuse wherever it stands: nobody can read them, or keep them as they were sent. */
export const NEVER_KEPT: readonly string[] = [
  'ten thousand letters',
  'a control character',
  'NUL',
  'half a character',
  'what nobody sees',
];

/** One field of a request, and the request with another text in it. */
export interface TextField {
  readonly name: string;
  readonly with: (text: string) => { readonly path: string; readonly sent: Sent };
}

type Wish = ReturnType<TextField['with']>;
type Values = Readonly<Record<string, unknown>>;

/** Every field of a route that takes text: in its address, its query and its body, also within parts and lists. */
export function textFields(route: DocumentedRoute, wish: Wish): TextField[] {
  return route.fields.flatMap((field) => {
    if (field.place === 'path')
      return field.schema.type === 'string' ? [inPath(route, field.name, wish)] : [];
    const { place } = field;
    const given = (wish.sent[place] ?? {}) as Values;
    return textsOf(field.name, field.schema, given[field.name]).map(({ name, value }) => ({
      name: `${place} ${name}`,
      with: (text) => ({ ...wish, sent: { ...wish.sent, [place]: { ...given, [field.name]: value(text) } } }),
    }));
  });
}

interface Place {
  readonly name: string;
  readonly value: (text: string) => unknown;
}

type Schema = RouteField['schema'];

function textsOf(name: string, schema: Schema, given: unknown): Place[] {
  if (schema.properties !== undefined) {
    const parts = (given ?? {}) as Values;
    return Object.entries(schema.properties).flatMap(([part, one]) =>
      textsOf(`${name}.${part}`, one, parts[part]).map((place) => ({
        ...place,
        value: (text) => ({ ...parts, [part]: place.value(text) }),
      })),
    );
  }
  if (schema.type === 'array') return [{ name: `${name}[]`, value: (text) => [text] }];
  return schema.type === 'string' ? [{ name, value: (text) => text }] : [];
}

function inPath({ path: template }: DocumentedRoute, name: string, wish: Wish): TextField {
  const place = template.split('/').indexOf(`{${name}}`);
  return {
    name: `path ${name}`,
    with: (text) => ({
      ...wish,
      path: wish.path
        .split('/')
        .map((part, index) =>
          index === place ? encodeURIComponent(text.replace(/\p{Cs}/gu, '\ufffd') || ' ') : part,
        )
        .join('/'),
    }),
  };
}
