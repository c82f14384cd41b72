import { ownFacts } from '../../core/privacy/own-facts.js';
import { DAY, MINUTE, type DataPackSection } from './data-pack-section.js';

const OWN_FACTS = `'${JSON.stringify(ownFacts)}'::jsonb`;

/** What others noted about her, and who did something with her data. */
export const overseen: readonly DataPackSection[] = [
  {
    name: 'declarations',
    title: 'Honor lain yang dinyatakan',
    tables: ['control_declaration'],
    sql: `select body as "Pembayar", what as "Honor", valid_from as "Sejak", valid_to as "Sampai", full_name as "Dicatat oleh",
            ${DAY('recorded_at')} as "Dicatat"
          from control_declaration join app_user on app_user.id = recorded_by where kader_id = $1 order by control_declaration.id`,
  },
  {
    name: 'findings',
    title: 'Temuan kontrol',
    tables: ['control_finding'],
    sql: `select request.number as "SPP", control as "Kontrol", finding.code as "Temuan",
            (select string_agg((${OWN_FACTS} ->> fact.key) || ': ' || fact.value, '; ' order by fact.key)
             from jsonb_each_text(evidence) fact where ${OWN_FACTS} ? fact.key) as "Fakta",
            (select ${DAY('max(answered_at)')} from control_answer where finding_id = finding.id) as "Dijawab"
          from control_finding finding join payment_request request on request.id = request_id
          where kader_id = $1 order by finding.id`,
  },
  {
    name: 'login',
    title: 'Hak masuk',
    tables: ['role_grant'],
    sql: `select username as "Nama pengguna", full_name as "Nama", role as "Peran", basis as "Dasar", ${DAY('granted_at')} as "Diberikan",
            ${DAY('revoked_at')} as "Dicabut"
          from role_grant join app_user on app_user.id = user_id where kader_id = $1 order by role_grant.id`,
  },
  {
    name: 'sign-ins',
    title: 'Peristiwa masuk',
    tables: [],
    sql: `select ${MINUTE('event.at')} as "Kapan", what as "Peristiwa", detail as "Keterangan", address as "Dari", agent as "Peramban"
          from identity_event event
          where exists (select from role_grant held where held.user_id = event.user_id and held.kader_id = $1
            and (revoked_at is null or event.at between granted_at and revoked_at))
          order by event.id`,
  },
  {
    name: 'changes',
    title: 'Siapa mengubah data ini',
    tables: ['audit.changed_row'],
    sql: `select ${MINUTE('act.at')} as "Kapan", actor as "Oleh", address as "Dari",
            operation as "Tindakan", object as "Apa", change.action as "Perubahan", content as "Isi"
          from audit.changed_row part join audit.change change on change.id = change_id join audit.act act on act.id = act_id
          where kader_id = $1 and table_name <> 'control_finding' order by act.id, change.id, part.number`,
  },
  {
    name: 'disclosures',
    title: 'Siapa membuka data ini',
    tables: ['disclosure'],
    sql: `select ${MINUTE('disclosed_at')} as "Kapan", what as "Apa", full_name as "Oleh",
            position as "Jabatan", address as "Dari", reason as "Alasan"
          from disclosure join app_user on app_user.id = disclosed_by where kader_id = $1 order by disclosure.id`,
  },
  {
    name: 'pseudonymisation',
    title: 'Penghapusan nama sesudah masa simpan',
    tables: ['pseudonymisation'],
    sql: `select pseudonym as "Disebut", kept_until as "Disimpan sampai", ${DAY('done_at')} as "Tanggal",
            full_name as "Oleh", reason as "Alasan"
          from pseudonymisation join app_user on app_user.id = done_by where kader_id = $1`,
  },
];
