/** Where a reader stopped in an article, on this phone alone: a share of its length. */
const KEY = 'article-places';
const MOST = 50;
/** Hardly begun, or as good as read: there is nothing to go on with. */
const BEGUN = 0.08;
const READ = 0.92;

interface Place {
  articleId: string;
  share: number;
}

function places(): Place[] {
  const known: unknown = wx.getStorageSync(KEY);
  return Array.isArray(known) ? (known as Place[]) : [];
}

/** Where to go on; 0: at the beginning. */
export function placeIn(articleId: string): number {
  return places().find((place) => place.articleId === articleId)?.share ?? 0;
}

/** The oldest is forgotten first; storage that is full is not worth an error. */
export function keepPlace(articleId: string, share: number): void {
  const others = places().filter((place) => place.articleId !== articleId);
  const own = share > BEGUN && share < READ ? [{ articleId, share }] : [];
  try {
    wx.setStorageSync(KEY, [...others, ...own].slice(-MOST));
  } catch {
    wx.removeStorageSync(KEY);
  }
}
