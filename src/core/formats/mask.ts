/** A NIK as it may be shown on paper: the place code and the serial stay, the birth date is hidden. */
export function maskNik(nik: string): string {
  return maskMiddle(nik, 4, 4);
}

/** A bank account as it may be shown on paper: only its last four digits. */
export function maskAccount(account: string): string {
  return maskMiddle(account, 0, 4);
}

/** Too short a text is hidden whole: its ends would give it away. */
function maskMiddle(text: string, head: number, tail: number): string {
  if (text.length <= head + tail) return '*'.repeat(text.length);
  return text.slice(0, head) + '*'.repeat(text.length - head - tail) + text.slice(-tail);
}
