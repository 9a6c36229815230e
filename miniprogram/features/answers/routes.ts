/** The desk's editor. Without an id it begins a new answer, to a question where one is known. */
export const editAnswer = (answerId = '', question = ''): string =>
  `/features/answers/pages/edit/index?answerId=${encodeURIComponent(answerId)}&question=${encodeURIComponent(question)}`;

export const GAPS = '/features/answers/pages/gaps/index';
