/** Money in words: the contract counts in fen, people read yuan. "¥0.30", "-¥12.00". */
export function yuan(fen: number): string {
  const whole = Math.abs(Math.round(fen));
  const text = `¥${Math.floor(whole / 100)}.${String(whole % 100).padStart(2, '0')}`;
  return fen < 0 ? `-${text}` : text;
}

/** What was typed as an amount, in fen; null when it is none. At most two decimals, no sign. */
export function fenOf(typed: string): number | null {
  const text = typed.trim().replace(/^[¥￥]/, '');
  if (!/^\d{1,6}(\.\d{1,2})?$/.test(text)) return null;
  const [whole = '0', part = ''] = text.split('.');
  return Number(whole) * 100 + Number(part.padEnd(2, '0'));
}

/** An amount as it stands in a field before it is changed: "12.5" stays short, 0 is empty. */
export function typedYuan(fen: number): string {
  return fen > 0 ? yuan(fen).slice(1) : '';
}
