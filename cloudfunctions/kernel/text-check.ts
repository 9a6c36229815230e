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

/** WeChat takes 2500 characters at a time; no word falls between two of them. */
const ONE_CHECK = 2400;
const OVERLAP = 60;

const BY_WEIGHT: readonly TextVerdict[] = ['pass', 'unknown', 'unsure', 'risky'];

type Asking = { checkText: CheckText; openid: string };

/** WeChat's heaviest word on any part of a text, however long it is. Not in a transaction. */
export const verdictOn = async (
  { checkText, openid }: Asking,
  words: string,
  signedAs: string,
): Promise<TextVerdict> => {
  let worst = 0;
  for (let start = 0; start === 0 || start + OVERLAP < words.length; start += ONE_CHECK - OVERLAP) {
    const text = words.slice(start, start + ONE_CHECK);
    worst = Math.max(worst, BY_WEIGHT.indexOf(await checkText({ openid, text, signedAs })));
    if (BY_WEIGHT[worst] === 'risky') break;
  }
  return BY_WEIGHT[worst] ?? 'unknown';
};

/** Whether WeChat finds something in a text that nobody may read. */
export const isRisky = async (asking: Asking, words: string, signedAs: string): Promise<boolean> =>
  (await verdictOn(asking, words, signedAs)) === 'risky';
