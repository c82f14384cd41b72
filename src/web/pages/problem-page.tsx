import type { JSX } from 'preact';
import type { ProblemDetails } from '../problem-details.js';
import { drawPage } from './document.js';
import { Notice } from './notice.js';
import { Page } from './page.js';
import { problemWords } from './problem-words.js';

/** A refusal as a page of its own: what is wrong, what to do, and the way back. Nothing of what was sent is on it. */
export function drawProblem(details: ProblemDetails, path: string, back: string): string {
  const frame = { path, person: undefined, formToken: '' };
  return drawPage(new Page(details.title, <Problem details={details} back={back} />), frame);
}

function Problem({ details, back }: { details: ProblemDetails; back: string }): JSX.Element {
  return (
    <>
      <ProblemNotice details={details} />
      <p class="actions">
        <a class="button" href={back}>
          Kembali
        </a>
        <a href="/">Ke beranda</a>
      </p>
    </>
  );
}

/** A refusal within a page, above the form that it is about. */
export function ProblemNotice({ details }: { details: ProblemDetails }): JSX.Element {
  const sentences = problemWords(details);
  const title = details.status >= 500 ? 'Kesalahan sistem' : undefined;
  return (
    <Notice kind="refusal" {...(title !== undefined && { title })}>
      {sentences.length === 1 ? (
        <p>{sentences[0]}</p>
      ) : (
        <ul>
          {sentences.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
    </Notice>
  );
}
