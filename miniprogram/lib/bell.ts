/**
 * A bell of the library that this phone hears: rung when there is something to ask for. Watching is WeChat's,
 * limited by the library's plan and not promised: whoever listens goes on asking by itself when it is silent.
 */
export function hear(whose: 'me' | 'desk', rung: () => void, silent: () => void): () => void {
  const owner = whose === 'me' ? '{openid}' : 'desk';
  let isOpen = true;
  const close = (): void => {
    isOpen = false;
    void listener?.close();
  };
  let listener: { close(): Promise<void> } | undefined;
  try {
    listener = wx.cloud
      .database()
      .collection('bells')
      .where({ owner })
      .watch({
        // The first push, too: what was rung before the watch stood would be heard by nobody.
        onChange: () => {
          if (isOpen) rung();
        },
        // A watch that failed is dead; it is opened anew when the page comes up again.
        onError: () => {
          if (isOpen) silent();
          isOpen = false;
        },
      });
  } catch {
    silent();
  }
  return close;
}
