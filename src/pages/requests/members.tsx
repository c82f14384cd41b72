import type { JSX } from 'preact';
import type { RequestDetails } from '../../modules/payment-requests/payment-requests.service.js';
import { formatRupiah } from '../../core/shared/rupiah.js';

type Member = RequestDetails['members'][number];

interface MembersProps {
  readonly members: readonly Member[];
  readonly path: string;
  readonly isWithEverybody: boolean;
}

/** On a weak link a list of a thousand people is asked for, not sent along. */
const AT_FIRST = 60;

const stateWords = {
  prepared: 'disiapkan',
  released: 'dikirim',
  paid: 'dibayar',
  returned: 'diretur',
} as const satisfies Record<NonNullable<Member['state']>, string>;

/** Who is paid how much. */
export function Members({ members, path, isWithEverybody }: MembersProps): JSX.Element {
  const shown = isWithEverybody ? members : members.slice(0, AT_FIRST);
  return (
    <section aria-labelledby="kader">
      <h2 id="kader">Kader ({String(members.length)})</h2>
      <ul class="rows">
        {shown.map((member, index) => (
          <li key={index}>
            <Member {...member} />
          </li>
        ))}
      </ul>
      {shown.length < members.length && (
        <p>
          <a href={`${path}?orang=semua#kader`}>Tampilkan semua {String(members.length)} kader</a>
        </p>
      )}
    </section>
  );
}

function Member({
  name,
  nik,
  amount,
  deductions,
  net,
  setOff,
  reference,
  state,
  resultNote,
}: Member): JSX.Element {
  const outcome = [reference, state === null ? null : stateWords[state], resultNote].filter(
    (part) => part !== null,
  );
  return (
    <>
      <span>
        {name}
        <small>NIK {nik}</small>
        {outcome.length > 0 && <small>{outcome.join(', ')}</small>}
      </span>
      <span class="aside">
        <strong>{formatRupiah(net)}</strong>
        {deductions !== 0n && (
          <small>
            {formatRupiah(amount)} dipotong {formatRupiah(deductions)}
          </small>
        )}
        {setOff !== 0n && <small>sesudah angsuran {formatRupiah(setOff)}</small>}
      </span>
    </>
  );
}
