import { Injectable } from '@nestjs/common';
import { findingKinds } from '../../core/control/registry.js';
import type { Finding, Severity } from '../../core/control/finding.js';
import { findingKey } from '../../core/control/run-controls.js';
import { maskLongNumbers } from '../../core/formats/mask-long-numbers.js';
import { describe } from '../../core/messages/describe.js';
import type { RequestState } from '../../core/payment/request-state.js';
import { purposes } from '../../core/privacy/purposes.js';
import { toJson } from '../../core/shared/to-json.js';
import type { Part } from '../../platform/database/part.js';
import { queryRow, queryRows, type Queryable } from '../../platform/database/query-rows.js';
import type { Tx } from '../../platform/database/transaction.js';
import { FieldVault } from '../../platform/secrets/field-vault.js';
import { sha256 } from '../../platform/sha256.js';

export interface ControlRun {
  readonly requestId: number;
  readonly submission: number;
  readonly step: RequestState;
  readonly findings: readonly Finding[];
  readonly ranAt: Date;
}

/** A finding of the last run, with the last answer to it. */
export interface StoredFinding {
  readonly findingId: number;
  /** Within its request. */
  readonly finding: number;
  readonly requestId: number;
  readonly request: string;
  readonly control: string;
  readonly code: string;
  readonly severity: Severity;
  readonly sentence: string;
  readonly evidence: Readonly<Record<string, unknown>>;
  readonly answerId: number | null;
  readonly answer: string | null;
  readonly answeredById: number | null;
  readonly answeredBy: string | null;
  readonly answeredAt: Date | null;
  readonly acceptedBy: string | null;
  readonly acceptedAt: Date | null;
}

type GivenAnswer = Omit<
  StoredFinding,
  | 'findingId'
  | 'finding'
  | 'requestId'
  | 'request'
  | 'control'
  | 'code'
  | 'severity'
  | 'sentence'
  | 'evidence'
>;

const LAST_FINDINGS = `
  select finding.id as "findingId", finding.number as finding, request.id as "requestId", request.number as request, finding.control, finding.code,
         found.severity, finding.sentence, finding.evidence, answer.id as "answerId", answer.answer,
         answer.answered_by as "answeredById", author.full_name as "answeredBy", answered_at as "answeredAt",
         accepter.full_name as "acceptedBy", accepted_at as "acceptedAt"
  from payment_request request
  join lateral (select id, submission from control_run where request_id = request.id order by id desc limit 1) run on true
  join control_run_finding found on found.run_id = run.id
  join control_finding finding on finding.id = found.finding_id
  left join lateral (select * from control_answer where finding_id = finding.id order by id desc limit 1) answer on true
  left join app_user author on author.id = answer.answered_by
  left join control_acceptance acceptance on acceptance.answer_id = answer.id and acceptance.submission = run.submission
  left join app_user accepter on accepter.id = accepted_by`;

/** Which findings somebody looks for. */
export interface FindingFilter extends Part<FindingKey> {
  /** Of one request; undefined = of all of them. */
  readonly request?: string | undefined;
  readonly control?: string | undefined;
  readonly severity?: string | undefined;
}

/** By what findings are ordered. */
export type FindingKey = readonly [requestId: number, finding: number];

@Injectable()
export class ControlFindingsRepository {
  constructor(private readonly vault: FieldVault) {}

  /** Stores a run with what it found, in a few statements however much that is. */
  async store(tx: Tx, run: ControlRun): Promise<void> {
    const { requestId, submission, step, findings, ranAt } = run;
    const blocks = findings.filter(({ severity }) => severity === 'block').length;
    const { id: runId } = await queryRow<{ id: number }>(
      tx,
      `insert into control_run (request_id, submission, step, blocks, warnings, ran_at)
       values ($1, $2, $3, $4, $5, $6) returning id`,
      [requestId, submission, step, blocks, findings.length - blocks, ranAt],
    );
    if (findings.length === 0) return;
    const rows = toJson(findings.map((finding, place) => rowOf(finding, place, this.fingerprintOf(finding))));
    // Whoever stores a run of the request waits here for another, so numbers are given once.
    await tx.query(`select pg_advisory_xact_lock(hashtextextended($1, 0))`, [
      `control-run/${String(requestId)}`,
    ]);
    await tx.query(INSERT_FINDINGS, [requestId, rows]);
    await tx.query(
      `insert into control_run_finding (run_id, finding_id, severity)
       select $1, finding.id, found.severity
       from json_to_recordset($3) as found (fingerprint text, severity text)
       join control_finding finding on finding.request_id = $2 and finding.fingerprint = found.fingerprint`,
      [runId, requestId, rows],
    );
  }

  /** What the last run found: of one request, or of all of them. */
  last(database: Queryable, number: string | null): Promise<StoredFinding[]> {
    return queryRows(
      database,
      `${LAST_FINDINGS} where $1::text is null or request.number = $1 order by request.id, finding.number`,
      [number],
    );
  }

  /** Those of the last runs that somebody looks for, by their requests and numbers. */
  page(
    database: Queryable,
    { request, control, severity, after, limit }: FindingFilter,
  ): Promise<StoredFinding[]> {
    return queryRows(
      database,
      `${LAST_FINDINGS} where ($1::text is null or request.number = $1) and ($2::text is null or finding.control = $2)
         and ($3::text is null or found.severity = $3) and request.id >= $4 and (request.id, finding.number) > ($4, $5)
       order by request.id, finding.number limit $6`,
      [request ?? null, control ?? null, severity ?? null, ...(after ?? [0, 0]), limit ?? null],
    );
  }

  /** One finding of the last run of a request, when that run found it. */
  async lastOne(tx: Tx, number: string, finding: number): Promise<StoredFinding | undefined> {
    const [found] = await queryRows<StoredFinding>(
      tx,
      `${LAST_FINDINGS} where request.number = $1 and finding.number = $2`,
      [number, finding],
    );
    return found;
  }

  /** Waits for a step that is being taken, and lets none begin before this ends. */
  async holdRequest(tx: Tx, number: string): Promise<void> {
    await tx.query('select from payment_request where number = $1 for share', [number]);
  }

  /** @returns what a finding shows of its answer from now on; nobody accepted this one yet */
  answer(tx: Tx, answer: { findingId: number; text: string; by: number; at: Date }): Promise<GivenAnswer> {
    const { findingId, text, by, at } = answer;
    return queryRow(
      tx,
      `insert into control_answer (finding_id, answer, answered_by, answered_at) values ($1, $2, $3, $4)
       returning id as "answerId", answer, answered_by as "answeredById",
         (select full_name from app_user where id = answered_by) as "answeredBy", answered_at as "answeredAt",
         null as "acceptedBy", null as "acceptedAt"`,
      [findingId, maskLongNumbers(text), by, at],
    );
  }

  async accept(
    tx: Tx,
    acceptance: { answerIds: readonly number[]; submission: number; by: number; at: Date },
  ): Promise<void> {
    const { answerIds, submission, by, at } = acceptance;
    await tx.query(
      `insert into control_acceptance (answer_id, submission, accepted_by, accepted_at)
       select id, $2, $3, $4 from unnest($1::int[]) as id on conflict do nothing`,
      [answerIds, submission, by, at],
    );
  }

  /** The same for the same finding, whichever run finds it; without the key it tells nobody whom it is about. */
  private fingerprintOf(finding: Finding): string {
    const key = sha256(findingKey(finding)).toString('hex');
    return this.vault.digest(purposes.finding, key).toString('hex');
  }
}

const INSERT_FINDINGS = `
  insert into control_finding (request_id, number, fingerprint, control, code, kader_id, line, evidence, sentence)
  select $1, coalesce((select max(number) from control_finding where request_id = $1), 0) + row_number() over (order by place),
         fingerprint, control, code, "kaderId", line, evidence, sentence
  from json_to_recordset($2) as found (place int, fingerprint text, control text, code text, "kaderId" int, line text,
    evidence jsonb, sentence text)
  where not exists (select 1 from control_finding known
    where known.request_id = $1 and known.fingerprint = found.fingerprint)`;

function rowOf(finding: Finding, place: number, fingerprint: string) {
  const { code, severity, subject, evidence } = finding;
  return {
    place,
    fingerprint,
    severity,
    control: findingKinds[code].control,
    code,
    kaderId: subject?.kaderId ?? null,
    line: subject?.line ?? null,
    evidence,
    sentence: describe(code, evidence),
  };
}
