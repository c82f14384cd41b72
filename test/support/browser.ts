/** A browser as far as redirects and cookies go: it keeps the cookies of each origin and shows them nowhere else. */
export class Browser {
  private readonly jars = new Map<string, Map<string, string>>();

  /** `hosts`: where a public origin is really served, as a proxy would know. */
  constructor(private readonly hosts: Readonly<Record<string, string>> = {}) {}

  /** One answer; its redirect is not followed. */
  async get(address: string): Promise<Response> {
    const { origin, pathname, search } = new URL(address);
    const served = `${this.hosts[origin] ?? origin}${pathname}${search}`;
    const answer = await fetch(served, { redirect: 'manual', headers: { cookie: this.cookiesOf(origin) } });
    for (const line of answer.headers.getSetCookie()) this.keep(origin, line);
    return answer;
  }

  /** Follows redirects until one would lead to an address that begins so, and gives that address. */
  async follow(address: string, until: string): Promise<string> {
    if (address.startsWith(until)) return address;
    const next = locationOf(await this.get(address), address);
    return this.follow(next, until);
  }

  cookie(origin: string, name: string): string | undefined {
    return this.jars.get(origin)?.get(name);
  }

  /** Puts another value, or none, in the place of a cookie. */
  setCookie(origin: string, name: string, value: string | undefined): void {
    if (value === undefined) this.jars.get(origin)?.delete(name);
    else this.jarOf(origin).set(name, value);
  }

  private keep(origin: string, line: string): void {
    const [pair = ''] = line.split(';');
    const [name = '', value = ''] = pair.split('=');
    this.setCookie(origin, name, value === '' ? undefined : value);
  }

  private cookiesOf(origin: string): string {
    return [...this.jarOf(origin)].map((pair) => pair.join('=')).join('; ');
  }

  private jarOf(origin: string): Map<string, string> {
    const jar = this.jars.get(origin) ?? new Map<string, string>();
    this.jars.set(origin, jar);
    return jar;
  }
}

/** Where an answer redirects to. */
export function locationOf(answer: Response, from: string): string {
  const location = answer.headers.get('location');
  if (location === null) throw new Error(`${from} answered ${String(answer.status)}, no redirect.`);
  return new URL(location, from).href;
}
