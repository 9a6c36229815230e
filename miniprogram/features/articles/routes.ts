/** Only the desk's list opens these; without an id the editor begins a new article. */
export const editArticle = (articleId = ''): string =>
  `/features/articles/pages/edit/index?articleId=${encodeURIComponent(articleId)}`;

export const previewArticle = (articleId: string): string =>
  `/features/articles/pages/article/index?preview=1&articleId=${encodeURIComponent(articleId)}`;
