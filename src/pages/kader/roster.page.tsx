import type { JSX } from 'preact';
import { regionLevel } from '../../core/region/region.js';
import { Page } from '../../web/pages/page.js';
import type { RosterView } from './roster-view.service.js';

/** Where kader are looked up: from a region down to a nagari, or by name. */
export function rosterPage(view: RosterView): Page {
  const { region, parent, regions, name } = view;
  const isListed = region !== undefined && (regionLevel(region.code) === 'nagari' || name.trim() !== '');
  return new Page(
    region === undefined ? 'Kader' : `Kader di ${region.name}`,
    <>
      {parent !== undefined && (
        <p>
          <a href={addressOf({ wilayah: parent.code })}>Ke {parent.name}</a>
        </p>
      )}
      {region !== undefined && <Search region={region.code} name={name} />}
      {isListed && <Lines {...view} />}
      {!isListed && <Regions regions={regions} />}
    </>,
  );
}

function Search({ region, name }: { region: string; name: string }): JSX.Element {
  return (
    <form method="get" action="/kader" role="search">
      <input type="hidden" name="wilayah" value={region} />
      <div class="field">
        <label for="nama">Cari nama</label>
        <input type="search" id="nama" name="nama" value={name} maxLength={80} autocomplete="off" />
      </div>
      <button type="submit" class="calm">
        Cari
      </button>
    </form>
  );
}

function Regions({ regions }: Pick<RosterView, 'regions'>): JSX.Element {
  if (regions.length === 0)
    return <p>Tidak ada wilayah yang dapat Anda lihat. Mintalah wewenang kepada pengelola.</p>;
  return (
    <ul class="rows links">
      {regions.map(({ code, name }) => (
        <li key={code}>
          <a href={addressOf({ wilayah: code })}>
            <span>{name}</span>
            <span class="aside">
              <small>{code}</small>
            </span>
          </a>
        </li>
      ))}
    </ul>
  );
}

function Lines({ region, name, lines, found, page, pages }: RosterView): JSX.Element {
  if (found === 0)
    return <p>{name === '' ? 'Belum ada kader di sini.' : `Tidak ada kader bernama "${name}" di sini.`}</p>;
  const turn = (to: number) => addressOf({ wilayah: region?.code ?? '', nama: name, halaman: String(to) });
  return (
    <section aria-labelledby="daftar">
      <h2 id="daftar">{String(found)} kader</h2>
      <ul class="rows links">
        {lines.map(({ kader, name: own, nik, posyandu, role, status, accountProblem }) => (
          <li key={kader}>
            <a href={`/kader/${String(kader)}`}>
              <span>
                {own}
                <small>NIK {nik}</small>
                {accountProblem !== null && <small>Rekening {accountProblem}</small>}
              </span>
              <span class="aside">
                {posyandu ?? 'belum ditempatkan'}
                <small>
                  {role ?? ''} {status}
                </small>
              </span>
            </a>
          </li>
        ))}
      </ul>
      {pages > 1 && (
        <nav class="actions" aria-label="Halaman daftar">
          {page > 1 && <a href={turn(page - 1)}>Sebelumnya</a>}
          <span>
            Halaman {String(page)} dari {String(pages)}
          </span>
          {page < pages && <a href={turn(page + 1)}>Berikutnya</a>}
        </nav>
      )}
    </section>
  );
}

function addressOf(wish: Readonly<Record<string, string>>): string {
  const filled = Object.entries(wish).filter(([, value]) => value !== '');
  return `/kader?${new URLSearchParams(filled).toString()}`;
}
