import type { JSX } from 'preact';
import type { ShownFinding } from '../../modules/payment-requests/request-evidence.service.js';
import { Form, Send, Words } from '../../web/pages/form.js';

interface FindingsProps {
  readonly findings: readonly ShownFinding[];
  readonly path: string;
  readonly mayAnswer: boolean;
}

/** What the controls found at their last run: what stops the request, what wants an answer, and the answers. */
export function Findings({ findings, path, mayAnswer }: FindingsProps): JSX.Element | null {
  if (findings.length === 0) return null;
  const open = findings.filter(({ acceptedBy }) => acceptedBy === null).length;
  return (
    <section aria-labelledby="temuan">
      <h2 id="temuan">
        Temuan pemeriksaan ({String(findings.length)}
        {open > 0 && `, ${String(open)} belum selesai`})
      </h2>
      <ul class="rows">
        {findings.map((finding) => (
          <li key={finding.finding} class="finding">
            <Finding {...finding} />
            {mayAnswer && finding.severity === 'warn' && finding.answer === null && (
              <Answer path={path} finding={finding.finding} />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Finding({ control, severity, sentence, answer, answeredBy, acceptedBy }: ShownFinding): JSX.Element {
  return (
    <div>
      <strong>
        {control}: {severity === 'block' ? 'menghentikan SPP' : 'perlu dijawab'}
      </strong>
      <p>{sentence}</p>
      {answer !== null && (
        <blockquote>
          <p>{answer}</p>
          <small>
            {answeredBy}
            {acceptedBy !== null && `, diterima oleh ${acceptedBy}`}
          </small>
        </blockquote>
      )}
    </div>
  );
}

function Answer({ path, finding }: { path: string; finding: number }): JSX.Element {
  const number = String(finding);
  return (
    <details>
      <summary>Jawab temuan ini</summary>
      <Form action={`${path}/temuan/${number}`} label={`Jawaban atas temuan ${number}`}>
        <Words
          name="text"
          id={`jawaban-${number}`}
          label="Jawaban"
          hint="Tulis apa yang diperiksa dan buktinya. Orang lain yang menerimanya."
        />
        <Send look="calm">Simpan jawaban</Send>
      </Form>
    </details>
  );
}
