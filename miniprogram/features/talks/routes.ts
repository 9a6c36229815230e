/** Pages of the librarians' side, which nobody else opens. */
export const phrasesPage = '/features/talks/pages/phrases/index';
export const answerPage = (talkId: string): string =>
  `/features/talks/pages/answer/index?talkId=${encodeURIComponent(talkId)}`;
