import { readFile } from 'node:fs/promises';
import { InvalidArgumentError, type Command } from 'commander';
import { anchorProblem, computeProof, hexOf } from '../../core/ledger/check-proof.js';
import { decodeProof } from '../../core/ledger/decode-proof.js';
import { describeProof } from '../../core/ledger/describe-proof.js';
import { QR_CHARACTERS_MAX, readProofText } from '../../core/ledger/proof-text.js';
import { describe } from '../../core/messages/describe.js';
import { DomainError } from '../../core/shared/domain-error.js';
import type { RunCommand } from '../../platform/command-line/command-runner.js';
import type { Outcome } from '../../platform/command-line/outcome.js';
import { qrCode, qrSvg } from '../../platform/files/qr-code.js';
import { writeFileAtomically } from '../../platform/files/write-file-atomically.js';
import { sha256 } from '../../platform/sha256.js';
import type { EntryPlace } from './payment-proof.repository.js';
import { PaymentProofService, type PaymentProof } from './payment-proof.service.js';

interface ProofOptions {
  readonly kader?: string;
  readonly request?: string;
  readonly entry?: EntryPlace;
  readonly untilHead?: true;
  readonly out?: string;
}

/** `ledger proof` and `ledger check-proof`. */
export function registerProofCommands(ledger: Command, run: RunCommand): void {
  ledger
    .command('proof')
    .description('bukti bahwa satu pembayaran ada dalam buku, untuk QR atau berkas')
    .option('--kader <nik-or-number>', 'NIK atau nomor kader; NIK tidak ikut tertulis')
    .option('--request <number>', 'nomor SPP yang membayarnya')
    .option(
      '--entry <batch:sequence>',
      'jurnal mana saja, sebagai ganti --kader dan --request',
      entryArgument,
    )
    .option(
      '--until-head',
      'menyertakan rantai sampai ujungnya, untuk jangkar mana pun sesudahnya; hanya berkas',
    )
    .option('--out <file>', 'berkas .svg (gambar QR) atau .txt', fileArgument)
    .action((options: ProofOptions, command: Command) => {
      const isPayment = options.kader !== undefined && options.request !== undefined;
      if (isPayment === (options.entry !== undefined)) {
        command.error('error: berikan --kader dan --request, atau --entry', { exitCode: 2 });
      }
      return run(async (app) => {
        const service = app.get(PaymentProofService);
        const { kader = '', request = '', entry } = options;
        const wish = { untilHead: options.untilHead ?? false };
        const proof = await (entry === undefined
          ? service.proveOfPayment({ kader, request }, wish)
          : service.prove(entry, wish));
        return proofOutcome(proof, await writeProof(options.out, proof.text));
      });
    });
  ledger
    .command('check-proof')
    .description('memeriksa bukti pembayaran dengan sidik jari yang dipercaya, tanpa melihat isi basis data')
    .argument('<file-or-text>', 'berkas, atau teks yang dimulai dengan HKP:')
    .option(
      '--anchor <hash>',
      'sidik jari batch atau ujung rantai, dari kertas atau tempat lain',
      hashArgument,
    )
    .action((source: string, options: { anchor?: Uint8Array }) =>
      run(async () => checkOutcome(await textFrom(source), options.anchor)),
    );
}

/** What was written where; undefined when nothing was asked for. */
async function writeProof(path: string | undefined, text: string): Promise<string | undefined> {
  if (path === undefined) return undefined;
  if (!path.toLowerCase().endsWith('.svg')) {
    await writeFileAtomically(path, [`${text}\n`]);
    return path;
  }
  if (text.length > QR_CHARACTERS_MAX) {
    throw new DomainError('invalid', 'proof.too-long', { characters: text.length, max: QR_CHARACTERS_MAX });
  }
  const code = qrCode(text);
  await writeFileAtomically(path, [qrSvg(code)]);
  return `${path}, QR versi ${String(code.version)}`;
}

function proofOutcome(proof: PaymentProof, written: string | undefined): Outcome {
  const { text, batchId, sequence, reaches } = proof;
  const hash = hexOf(proof.batchHash);
  const reach = `Tersambung sampai posisi ${String(reaches.position)}: ${hexOf(reaches.hash)}`;
  return {
    json: {
      text,
      batch: batchId,
      sequence,
      batchHash: hash,
      reaches: { position: reaches.position, hash: hexOf(reaches.hash) },
      characters: text.length,
    },
    lines: [
      text,
      `Batch ${String(batchId)} jurnal ${String(sequence)}, sidik jari batch ${hash}`,
      ...(hexOf(reaches.hash) === hash ? [] : [reach]),
      ...(written === undefined ? [] : [`Tertulis: ${written}`]),
    ],
  };
}

function checkOutcome(text: string, anchor: Uint8Array | undefined): Outcome {
  const proof = decodeProof(readProofText(text));
  const places = computeProof(proof, sha256);
  const problem = anchorProblem(places, anchor);
  const says = describeProof(proof, places);
  const [batch, reaches] = [places[0], places.at(-1)].map((place) => ({
    position: place?.position,
    hash: hexOf(place?.hash ?? new Uint8Array()),
  }));
  const json = { proven: problem === undefined, code: problem?.code ?? null, says, batch, reaches };
  if (problem === undefined)
    return { json, lines: ['TERBUKTI: ada dalam buku dengan sidik jari yang Anda berikan.', ...says] };
  const verdict = `BELUM TERBUKTI. ${problem.code}: ${describe(problem.code, problem.facts)}`;
  return { refused: true, json, lines: [verdict, 'Yang disebutnya, dan tidak terbukti:', ...says] };
}

async function textFrom(source: string): Promise<string> {
  if (source.startsWith('HKP:')) return source;
  try {
    return await readFile(source, 'utf8');
  } catch {
    throw new DomainError('missing', 'proof.file-unreadable', { path: source });
  }
}

function fileArgument(path: string): string {
  if (/\.(svg|txt)$/i.test(path)) return path;
  throw new InvalidArgumentError('Nama berkas harus berakhiran .svg (gambar QR) atau .txt.');
}

function entryArgument(text: string): EntryPlace {
  const match = /^([1-9]\d{0,8}):([1-9]\d{0,8})$/.exec(text);
  if (match === null) throw new InvalidArgumentError('Tulis nomor batch dan urutan jurnal, misalnya 12:345.');
  return { batchId: Number(match[1]), sequence: Number(match[2]) };
}

function hashArgument(text: string): Uint8Array {
  if (/^[0-9a-f]{64}$/i.test(text)) return Buffer.from(text, 'hex');
  throw new InvalidArgumentError(describe('ledger.anchor-unreadable', { length: text.length }));
}
