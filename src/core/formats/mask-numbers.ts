const SHORTEST_LONG = 10;
const SHOWN = 4;

// Digits in a row, or in groups as banks and identity cards write them; a date has eight of them and stays.
const MAYBE_LONG = /\d{2,}(?: \d{2,}){2,}|\d(?:[.-]?\d)+/g;

/**
 * Text of somebody else, a bank for one, as it may be kept: of every number long enough to be a NIK or an account
 * number, and of the known ones however short, only the last four digits stay.
 */
export function maskNumbers(text: string, known: readonly string[] = []): string {
  const withoutKnown = known.reduce((rest, number) => rest.replace(spelled(number), hideDigits), text);
  return withoutKnown.replace(MAYBE_LONG, (found) =>
    found.replace(/\D/g, '').length < SHORTEST_LONG ? found : hideDigits(found),
  );
}

function spelled(number: string): RegExp {
  const digits = number.replace(/\D/g, '');
  return digits === '' ? /(?!)/ : new RegExp(Array.from(digits).join('[ .-]?'), 'g');
}

/** What separates the digits stays: the number is still seen to be one. */
function hideDigits(found: string): string {
  let hidden = found.replace(/\D/g, '').length - SHOWN;
  return found.replace(/\d/g, (digit) => {
    hidden -= 1;
    return hidden < 0 ? digit : '*';
  });
}
