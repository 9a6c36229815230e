/** The receipt of a payment; only the desk's money opens it. */
export function receiptPage(receipt: string, readerId: string): string {
  const query = `receipt=${encodeURIComponent(receipt)}&readerId=${encodeURIComponent(readerId)}`;
  return `/features/fees/pages/receipt/index?${query}`;
}
