/** A form of a page, with what its fields hold already. */
interface ShownForm {
  readonly action: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** What a browser shows in the end. */
export interface Shown {
  readonly status: number;
  /** Where redirects led. */
  readonly path: string;
  readonly html: string;
  /** What people read. */
  readonly text: string;
  readonly headers: Headers;
  readonly forms: readonly ShownForm[];
}

interface Wish extends Pick<RequestInit, 'method' | 'body'> {
  readonly headers: Readonly<Record<string, string>>;
}

/** A browser without scripts, as far as pages go: keeps cookies, follows redirects, fills in and sends forms. */
export class PageVisitor {
  readonly cookies = new Map<string, string>();

  constructor(readonly url: string) {}

  get(path: string, headers: Readonly<Record<string, string>> = {}): Promise<Shown> {
    return this.ask(path, { headers });
  }

  /** Sends the form of a page that leads to this address, with these fields filled in. */
  send(shown: Shown, action: string, fields: Readonly<Record<string, string>> = {}): Promise<Shown> {
    const form = shown.forms.find((one) => one.action === action);
    if (form === undefined) throw new Error(`${shown.path} has no form to ${action}: ${shown.text}`);
    return this.post(action, { ...form.fields, ...fields });
  }

  post(
    path: string,
    fields: Readonly<Record<string, string>>,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Shown> {
    return this.ask(path, { method: 'POST', body: new URLSearchParams(fields), headers });
  }

  /** Another browser that shows the same cookies. */
  copy(): PageVisitor {
    const other = new PageVisitor(this.url);
    for (const [name, value] of this.cookies) other.cookies.set(name, value);
    return other;
  }

  private async ask(path: string, wish: Wish): Promise<Shown> {
    const cookie = [...this.cookies].map((pair) => pair.join('=')).join('; ');
    const headers = { accept: 'text/html', cookie, ...wish.headers };
    const answer = await fetch(`${this.url}${path}`, { ...wish, redirect: 'manual', headers });
    for (const line of answer.headers.getSetCookie()) this.keep(line);
    const next = answer.headers.get('location');
    if (next !== null && answer.status === 303) return this.get(next);
    return shownOf(path, answer, await answer.text());
  }

  private keep(line: string): void {
    const [pair = '', ...attributes] = line.split('; ');
    const [name = '', value = ''] = pair.split('=');
    const expires = attributes.find((one) => one.startsWith('Expires='))?.slice(8);
    // Tests live on a day of their own; only a cookie that is taken away expires in 1970.
    if (expires?.includes('1970') === true) this.cookies.delete(name);
    else this.cookies.set(name, value);
  }
}

function shownOf(path: string, { status, headers }: Response, html: string): Shown {
  const forms = [...html.matchAll(/<form method="post" action="([^"]*)".*?<\/form>/gs)].map(
    ([form, action]) => ({
      action: unescaped(action ?? ''),
      fields: fieldsOf(form),
    }),
  );
  const body = html.replace(/<(head|svg)>?.*?<\/\1>/gs, ' ');
  const text = unescaped(body.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')).trim();
  return { status, path, html, text, headers, forms };
}

function fieldsOf(form: string): Record<string, string> {
  const hidden = [...form.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)];
  return Object.fromEntries(hidden.map(([, name = '', value = '']) => [name, unescaped(value)]));
}

function unescaped(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}
