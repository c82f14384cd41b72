import { Decimal } from 'decimal.js';

/** decimal.js with 60 significant digits: a quotient of rupiah and weights is never rounded before its last digit matters. */
export const ExactDecimal = Decimal.clone({ precision: 60 });
