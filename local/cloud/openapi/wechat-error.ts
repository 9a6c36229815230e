/** What WeChat answers with `errcode`; the SDK throws it at the caller. */
export class WeChatError extends Error {
  readonly code: number;

  constructor(code: number, message: string) {
    super(message);
    this.code = code;
  }
}
