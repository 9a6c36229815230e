/** What somebody wrote for others to read. */
interface WrittenText {
  /** Who wrote it: must have used the mini program within two hours, which whoever asks has. */
  openid: string;
  text: string;
  /** The name that it is signed with. */
  signedAs: string;
}

/** `unsure`: people have to look. `unknown`: WeChat gave no verdict, so people have to look as well. */
export type TextVerdict = 'pass' | 'unsure' | 'risky' | 'unknown';

export type CheckText = (written: WrittenText) => Promise<TextVerdict>;
