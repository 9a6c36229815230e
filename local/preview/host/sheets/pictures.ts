import { addressOf } from '../builtins/assets';
import { make, openSheet } from './sheet';

/** wx.previewImage: pictures over the whole screen, one at a time; a tap goes on, or closes at the end. */
export function showPictures(urls: string[], current: string): void {
  let index = Math.max(0, urls.indexOf(current));
  const picture = make('img', 'preview-picture') as HTMLImageElement;
  const count = make('span', 'preview-count');
  const draw = (): void => {
    picture.src = addressOf(urls[index] ?? '');
    count.textContent = `${index + 1} / ${urls.length}`;
  };
  const close = openSheet('full preview-images', [picture, count]);
  picture.addEventListener('click', (event) => {
    const half = event.offsetX > picture.clientWidth / 2 ? 1 : -1;
    if (index + half < 0 || index + half >= urls.length) return close();
    index += half;
    draw();
  });
  draw();
}
