import pg from 'pg';
import { isOperation, operations, readsWhole } from '../../src/core/access/operations.js';
import type { ApiDocument } from '../support/api-client.js';
import type { Sent } from '../support/caller.js';
import { contentsOf, type Contents } from '../support/contents.js';
import { httpOffice } from '../support/http-app.js';
import {
  documentedRoutes,
  isName,
  unclassified,
  wishesFor,
  type DocumentedRoute,
  type Wish,
} from '../support/route-wishes.js';
import { forgedFiles } from '../support/sheets-of-others.js';
import { NOBODY, twoOffices, type AttackedOffice } from '../support/two-offices.js';

/** Who asked, and that a session was used, is written down also when the answer is no. */
const WRITTEN_ALWAYS = [
  'public.user_session',
  'public.idempotent_request',
  'public.sign_in_throttle',
  'public.identity_event',
];

/**
 * What is refused for another reason: a number can be given once in a database, signing in is a guess, one's own kader
 * serves elsewhere, and one's own draft waits for none of these steps.
 */
const OTHER_REFUSALS: Readonly<Record<string, string>> = {
  'Requests.draft number': 'payment.number-exists',
  'Sessions.signIn username': 'identity.sign-in-refused',
  'Referrals.record posyandu': 'activity.other-posyandu',
  'Requests.verify onBehalfOf': 'payment.wrong-state',
  'Requests.approve onBehalfOf': 'payment.wrong-state',
  'Requests.release onBehalfOf': 'payment.wrong-state',
  'Countersignatures.countersign onBehalfOf': 'approval.not-waiting',
};

const office = await httpOffice();
const [own, other] = await twoOffices(office);
const document = (await office.caller().get('/api/openapi.json')).body as ApiDocument;
const routes = documentedRoutes(document);

const named = (some: readonly DocumentedRoute[]) =>
  some.map((route) => [route.operation.operationId, route] as const);
const naming = routes.filter(({ fields, takesFile }) => takesFile || fields.some(isName));
const reads = naming.filter((route) => isReading(route));
const acts = naming.filter((route) => !isReading(route));

describe('every route', () => {
  it('says of each of its fields whether it names something of an office', () => {
    // A new name is told to test/support/route-wishes.ts, so that it is tried with what belongs to others.
    expect(routes.flatMap((route) => unclassified(route).map((field) => `${route.path} ${field}`))).toEqual(
      [],
    );
  });

  it('that takes a file is sent one that reaches for what belongs to others', () => {
    const untried = routes.filter(
      ({ takesFile, operation }) => takesFile && !(operation.operationId in forgedFiles),
    );
    // A new one is told to test/support/sheets-of-others.ts.
    expect(untried.map(({ operation }) => operation.operationId)).toEqual([]);
  });
});

describe('somebody with every role in one office', () => {
  it.each(named(reads))('reads nothing of another by %s', async (_, route) => {
    for (const wish of wishesFor(route, other, own)) {
      const answer = await own.caller.send(route.method, wish.path, wish.sent);
      expect([wish.about, isWhole(route) ? codeOf(answer) : [200, 404].includes(answer.status)]).toEqual([
        wish.about,
        isWhole(route) ? 'access.scope-too-narrow' : true,
      ]);
      expect(told(answer, wish)).toEqual([]);
    }
  });

  it.each(named(routes.filter((route) => route.method === 'get' && !route.fields.some(isName))))(
    'is shown nothing of another by %s',
    async (_, route) => {
      for (const wish of wishesFor(route, other, own)) {
        const answer = await own.caller.send(route.method, wish.path, {
          ...wish.sent,
          headers: { accept: '*/*' },
        });
        expect(told(answer, wish)).toEqual([]);
      }
    },
  );

  it.each(named(acts))('changes nothing of another by %s', async (id, route) => {
    const before = await contents();
    for (const wish of withFiles(route, wishesFor(route, other, own))) {
      const answer = await own.caller.send(route.method, wish.path, {
        ...wish.sent,
        headers: await versions(wish),
      });
      expect([wish.about, outcomeOf(answer)]).toEqual([wish.about, refusalOf(id, wish, answer)]);
      expect(told(answer, wish)).toEqual([]);
    }
    expect(await contents()).toEqual(before);
  });

  it.each(
    named(naming.filter(({ fields }) => fields.some((field) => isName(field) && field.place === 'path'))),
  )('cannot tell by %s what another has from what nobody has', async (_, route) => {
    const codes = async (whose: AttackedOffice) => {
      const answers = [];
      for (const { path, sent } of withFiles(route, wishesFor(route, whose, own))) {
        const answer = await own.caller.send(route.method, path, sent);
        answers.push([answer.status, codeOf(answer)]);
      }
      return new Set(answers.map((answer) => JSON.stringify(answer)));
    };
    expect(await codes(other)).toEqual(await codes(nobody));
  });
});

describe('the same from somebody of that office', () => {
  // Otherwise what was refused above could have been refused for its form.
  it.each(named(acts.filter(isForOffices)))('is hers to ask by %s', async (_, route) => {
    const codes = [];
    for (const wish of wishesFor(route, other, other)) {
      const answer = await other.caller.send(route.method, wish.path, {
        ...wish.sent,
        headers: await versions(wish),
      });
      codes.push(codeOf(answer) ?? '');
    }
    expect(codes.filter((code) => code.startsWith('access.') || code === 'payment.request-unknown')).toEqual(
      [],
    );
  });
});

const nobody: AttackedOffice = { ...other, ...NOBODY };

async function contents(): Promise<Contents> {
  const watcher = new pg.Client({ connectionString: office.databaseUrl });
  await watcher.connect();
  try {
    return await contentsOf(watcher, WRITTEN_ALWAYS);
  } finally {
    await watcher.end();
  }
}

// A NIK is looked for by POST: it must not stand in an address.
function isReading({ method, operation }: DocumentedRoute): boolean {
  const name = operation['x-operation'] ?? '';
  return method === 'get' || (isOperation(name) && operations[name].kind === 'read');
}

function isWhole({ operation }: DocumentedRoute): boolean {
  const name = operation['x-operation'] ?? '';
  return isOperation(name) && readsWhole(name);
}

function isForOffices({ operation }: DocumentedRoute): boolean {
  const name = operation['x-operation'] ?? '';
  return isOperation(name) && operations[name].roles.some((role) => role !== 'administrator');
}

/** What an answer tells of the other office that was not asked with. */
function told({ body }: Answer, { path, sent }: Wish): string[] {
  const [text, asked] = [JSON.stringify(body), `${path} ${JSON.stringify(sent)}`];
  return other.marks.filter((mark) => text.includes(mark) && !asked.includes(mark));
}

function withFiles({ operation, takesFile }: DocumentedRoute, wishes: readonly Wish[]): readonly Wish[] {
  if (!takesFile) return wishes;
  const files = (forgedFiles[operation.operationId] ?? []).map((forge) => forge(other, own));
  return wishes.flatMap((wish) =>
    files.map((file, index) => ({
      ...wish,
      about: `${wish.about} file ${String(index)}`,
      sent: { ...wish.sent, file },
    })),
  );
}

/** The version that somebody of the other office was shown. */
async function versions({ path }: Wish): Promise<NonNullable<Sent['headers']>> {
  const [seen] = /^.*\/((requests|overpayments)\/\d+|kader\/\d+\/heirs(?=\/))/.exec(path) ?? [];
  if (seen === undefined) return {};
  const answers = [await own.caller.get(seen), await other.caller.get(seen)];
  const headers = answers.find(({ status }) => status === 200)?.headers ?? {};
  return { 'If-Match': String((headers as { etag?: string }).etag) };
}

interface Answer {
  readonly status: number;
  readonly body: unknown;
}

function codeOf({ body }: Answer): string | undefined {
  return (body as { code?: string }).code;
}

function outcomeOf({ status, body }: Answer): string {
  const { code, applied } = body as { code?: string; applied?: boolean };
  return `${String(status)} ${code ?? `applied ${String(applied)}`}`;
}

function refusalOf(id: string, { about }: Wish, answer: Answer): string {
  const {
    code = '',
    applied,
    problems,
  } = answer.body as { code?: string; applied?: boolean; problems?: unknown[] };
  const outcome = outcomeOf(answer);
  if (OTHER_REFUSALS[`${id} ${about.split(' ')[0] ?? ''}`] === code) return outcome;
  if ([403, 404].includes(answer.status)) return outcome;
  // A sheet is answered with its problems.
  if (answer.status < 300 && applied === false && (problems ?? []).length > 0) return outcome;
  return 'refused';
}
