import { testDatabaseUrl } from '../support/database.js';
import { nikLiterals } from '../support/sealed.js';
import { ask } from '../support/session.js';

const url = await testDatabaseUrl();
await ask(
  url,
  `insert into region (code, name) values ('13', 'Sumatera Barat'), ('13.10', 'Dharmasraya'), ('13.10.04', 'Sitiung'),
     ('13.10.04.2001', 'Sitiung')`,
);
await ask(
  url,
  `insert into app_user (username, full_name, position, created_at) values ('ani', 'Ani', 'Kasi', now())`,
);
await ask(
  url,
  `insert into roster_import (kind, file_name, file_sha256, imported_by, imported_at, counts)
   values ('roster', 'kader.csv', repeat('0', 64), 1, now(), '{}')`,
);
await ask(
  url,
  `insert into kader (nik_sealed, nik_digest, name, birth_date, sex, nagari_code, import_id)
   values (${nikLiterals('1310044501850001')}, 'Siti', '1985-01-05', 'P', '13.10.04.2001', 1)`,
);
const add = (tier: string, from: string) =>
  `insert into kader_tier (kader_id, tier, certificate, valid_from, import_id) values (1, '${tier}', 'S-1', '${from}', 1)`;
await ask(url, add('purwa', '2026-02-01'));

describe('a tier on record', () => {
  it('does not overlap another', async () => {
    await expect(ask(url, add('madya', '2026-08-01'))).rejects.toMatchObject({ code: '23P01' });
  });

  it.each([
    ['changed', `update kader_tier set tier = 'utama'`],
    ['moved', `update kader_tier set valid_from = '2026-01-01'`],
    ['deleted', 'delete from kader_tier'],
    ['forgotten with all others', 'truncate kader_tier'],
  ])('is not %s', async (_, statement) => {
    await expect(ask(url, statement)).rejects.toMatchObject({ code: '42501' });
  });

  it('ends once, and another follows it', async () => {
    await ask(url, `update kader_tier set valid_to = '2026-07-31' where id = 1`);
    await expect(ask(url, `update kader_tier set valid_to = null where id = 1`)).rejects.toMatchObject({
      code: '42501',
    });
    await ask(url, add('madya', '2026-08-01'));
    expect(await ask(url, `select tier from kader_tier where held @> '2026-08-01'::date`)).toEqual(['madya']);
  });

  it('is withdrawn when it was mistaken, and then leaves its days to another', async () => {
    await ask(url, `update kader_tier set withdrawn_by = 1 where tier = 'madya'`);
    await ask(url, add('utama', '2026-08-01'));
    expect(await ask(url, `select tier from kader_tier where withdrawn_by is null order by id`)).toEqual([
      'purwa',
      'utama',
    ]);
  });
});
