/**
 * A yes or no beside a scanner: its Enter presses the confirming button, so that must be the one that loses
 * nothing. Resolves to true when the hand meant it.
 */
export async function meantBesideScanner(asked: {
  title: string;
  content: string;
  stay: string;
  go: string;
}): Promise<boolean> {
  const { title, content, stay, go } = asked;
  const { confirm } = await wx.showModal({ title, content, confirmText: stay, cancelText: go });
  return !confirm;
}
