import { httpNagari } from '../support/http-nagari.js';
import { SIGUNTUR } from '../support/nagari.js';
import { aDraft, aPayingNagari, takeSteps } from '../support/payments.js';
import { checkProofAlone } from '../support/proof-checker.js';
import { nikMark } from '../support/sealed.js';
import { ask } from '../support/session.js';

const NIK = '1310044101800001';

interface Proof {
  readonly text: string;
  readonly batch: number;
  readonly sequence: number;
  readonly batchHash: string;
  readonly reaches: { readonly position: string; readonly hash: string };
}

const nagari = await httpNagari(async (app) => {
  const office = await aPayingNagari(app);
  const number = await aDraft(app, office);
  await takeSteps(app, office, number, 'release');
  return office;
});
const { client, treasurer, databaseUrl: url } = nagari;
const auditor = await nagari.member('rani', 'auditor', '13.10');
const [kader] = (await ask(url, `select id from kader where nik_digest = '\\x${nikMark(NIK)}'`)) as [number];

const ofEntry = (batch: number, sequence: number) =>
  client.call<Proof>(auditor, 'Proofs.ofEntry', { path: { batch, sequence } });
const ofPayment = (query: object = {}) =>
  client.call<Proof>(treasurer, 'Proofs.ofPayment', { query: { kader, request: 1, ...query } });

describe('the proof of an entry, fetched over HTTP', () => {
  it('convinces a checker that has nothing but the proof and the hash that the ledger keeps', async () => {
    const { batch, sequence } = await ofPayment();
    const proof = await ofEntry(batch, sequence);
    expect(proof).toMatchObject({ batch, sequence });
    const kept = await ask(url, `select encode(hash, 'hex') from ledger.batch where id = ${String(batch)}`);
    expect(kept).toEqual([proof.batchHash]);
    const { status, stdout, stderr } = await checkProofAlone(proof.text, '--anchor', proof.batchHash);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toContain(`Kader nomor ${String(kader)}, wilayah ${SIGUNTUR}\n`);
    expect(stdout).toContain('Kredit Rp75.000, ');
    expect(stdout + proof.text).not.toContain(NIK);
  });

  it('is of every entry of every batch, whoever it is about', async () => {
    const places = await ask(url, 'select batch_id, sequence from ledger.entry order by 1, 2');
    expect(places.length).toBeGreaterThanOrEqual(4 * 2);
    for (let index = 0; index < places.length; index += 2) {
      const proof = await ofEntry(Number(places[index]), Number(places[index + 1]));
      expect(await checkProofAlone(proof.text, '--anchor', proof.batchHash)).toMatchObject({ status: 0 });
    }
  });

  it('is the same that is given for the payment, which reaches the anchor of today when that is asked for', async () => {
    const payment = await ofPayment();
    expect(await ofEntry(payment.batch, payment.sequence)).toEqual(payment);
    const { data } = await client.call<{ data: { head: string } }>(auditor, 'Ledger.anchor');
    const long = await ofPayment({ untilHead: true });
    expect(data.head).toContain(long.reaches.hash);
    expect(await checkProofAlone(long.text, '--anchor', long.reaches.hash)).toMatchObject({ status: 0 });
  });

  it('convinces nobody when a letter of it is changed, or of another hash', async () => {
    const [one, other] = [await ofEntry(1, 1), await ofPayment()];
    expect(one.batchHash).not.toBe(other.batchHash);
    expect(await checkProofAlone(one.text, '--anchor', other.batchHash)).toMatchObject({ status: 1 });
    const last = one.text.at(-2) === 'A' ? 'B' : 'A';
    const changed = `${one.text.slice(0, -2)}${last}${one.text.slice(-1)}`;
    const { status } = await checkProofAlone(changed, '--anchor', one.batchHash);
    expect(status).not.toBe(0);
  });

  it('is of entries that are there, for those who may export the ledger', async () => {
    const refusal = async (caller: typeof auditor, batch: number, sequence: number) => {
      const answer = await client.send(caller, 'Proofs.ofEntry', { path: { batch, sequence } });
      return [answer.status, (answer.body as { code: string }).code];
    };
    expect(await refusal(auditor, 1, 99)).toEqual([404, 'proof.entry-unknown']);
    expect(await refusal(auditor, 99, 1)).toEqual([404, 'proof.batch-unsealed']);
    expect(await refusal(treasurer, 1, 1)).toEqual([403, 'access.no-role']);
  });
});
