/** An element as a page writes it. */
interface HtmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** What a browser would make of a page. */
export interface HtmlParts {
  readonly elements: readonly HtmlElement[];
  /** What stands between elements, as people read it. */
  readonly text: string;
}

const DOCTYPE = '<!doctype html>';
const TAG = /<(\/?)([a-z][a-z0-9]*)((?:\s+[A-Za-z:-]+(?:="[^"<]*")?)*)\s*\/?>/y;
const ATTRIBUTE = /([A-Za-z:-]+)(?:="([^"<]*)")?/g;

/**
 * Reads a page strictly: every `<` of it begins a tag whose attributes stand in double quotes, so that no browser can
 * read it otherwise.
 *
 * @throws when anything else stands there
 */
export function htmlParts(html: string): HtmlParts {
  if (!html.startsWith(DOCTYPE)) throw new Error(`No page: ${html.slice(0, 80)}`);
  const elements: HtmlElement[] = [];
  let text = '';
  for (let at = DOCTYPE.length; at < html.length;) {
    const next = html.indexOf('<', at);
    text += html.slice(at, next < 0 ? html.length : next);
    if (next < 0) break;
    TAG.lastIndex = next;
    const [whole, slash, name = '', attributes = ''] = TAG.exec(html) ?? [];
    if (whole === undefined) throw new Error(`No tag of ours: ${html.slice(next, next + 80)}`);
    if (slash === '') elements.push({ name, attributes: attributesOf(attributes) });
    at = next + whole.length;
  }
  return { elements, text: unescaped(text) };
}

function attributesOf(written: string): Record<string, string> {
  const pairs = [...written.matchAll(ATTRIBUTE)];
  return Object.fromEntries(pairs.map(([, name = '', value = '']) => [name, unescaped(value)]));
}

function unescaped(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}
