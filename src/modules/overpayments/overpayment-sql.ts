/** `13.10.04.2001/DDS/2026`, of `source` and its `body`. */
export const SOURCE = `concat_ws('/', body.code, source.label, source.fiscal_year)`;

/** The request that holds `entitlement`. */
export const HELD = `from request_entitlement held join payment_request request on request.id = held.request_id
  where held.entitlement_id = entitlement.id and held.returned_at is null`;
