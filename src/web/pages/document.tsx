import type { JSX } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { FormToken } from './form-token.js';
import { Form, Send } from './form.js';
import type { Page } from './page.js';
import { STYLESHEET } from './stylesheet.js';

/** What stands around a page: who is signed in, and where else she can go. */
export interface Frame {
  readonly path: string;
  /** Undefined before signing in. */
  readonly person: { readonly fullName: string; readonly links: readonly FrameLink[] } | undefined;
  /** What its forms send back; empty where there are none. */
  readonly formToken: string;
}

export interface FrameLink {
  readonly path: string;
  readonly words: string;
}

/** Draws a whole page as HTML. Every text in it is escaped by the renderer. */
export function drawPage({ title, body }: Page, frame: Frame): string {
  return `<!doctype html>\n${renderToString(
    <FormToken.Provider value={frame.formToken}>
      <html lang="id">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="color-scheme" content="light" />
          <title>{`${title} - Honor Kader`}</title>
          <link rel="icon" href="data:," />
          <link rel="stylesheet" href={STYLESHEET} />
        </head>
        <body>
          <a class="skip" href="#isi">
            Langsung ke isi
          </a>
          <Top {...frame} />
          <main id="isi">
            <h1>{title}</h1>
            {body}
          </main>
        </body>
      </html>
    </FormToken.Provider>,
  )}\n`;
}

function Top({ person, path }: Frame): JSX.Element {
  return (
    <header>
      <div class="bar">
        <a class="brand" href="/">
          Honor Kader
        </a>
        {person !== undefined && (
          <div class="who">
            <span>{person.fullName}</span>
            <Form action="/keluar" label="Keluar">
              <Send look="calm">Keluar</Send>
            </Form>
          </div>
        )}
      </div>
      {person !== undefined && (
        <nav aria-label="Bagian">
          <ul>
            {person.links.map(({ path: to, words }) => (
              <li key={to}>
                <a href={to} {...(isWithin(to, path) && { 'aria-current': 'page' })}>
                  {words}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </header>
  );
}

function isWithin(link: string, path: string): boolean {
  return path === link || (link !== '/' && path.startsWith(`${link}/`));
}
