/** What WeChat is asked to look at: under an address from which it can fetch it. */
interface SentMedia {
  /** Who sent it: must have used the mini program within two hours. */
  openid: string;
  url: string;
  kind: 'picture' | 'voice';
}

/** The name by which the verdict will come; null: WeChat did not take it. */
export type CheckMedia = (sent: SentMedia) => Promise<string | null>;
