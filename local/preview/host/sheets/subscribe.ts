import { titleOfTemplate } from '../templates';
import { button, make, openSheet } from './sheet';

/** The sheet that asks which subscription messages the reader accepts. */
export function askSubscription(templates: string[]): Promise<Record<string, 'accept' | 'reject'>> {
  return new Promise((resolve) => {
    const boxes = templates.map((template) => {
      const box = make('input', '') as HTMLInputElement;
      box.type = 'checkbox';
      box.checked = true;
      return { template, box };
    });
    const finish = (allowed: boolean): void => {
      close();
      resolve(
        Object.fromEntries(
          boxes.map(({ template, box }) => [template, allowed && box.checked ? 'accept' : 'reject']),
        ),
      );
    };
    const rows = boxes.map(({ template, box }) =>
      make('label', 'subscribe-row', '', [box, nameOf(template)]),
    );
    const close = openSheet('from-bottom subscribe', [
      make('div', 'subscribe-title', '书香 申请发送一次以下消息'),
      ...rows,
      make('div', 'subscribe-buttons', '', [
        button('subscribe-reject', '取消', () => finish(false)),
        button('subscribe-accept', '允许', () => finish(true)),
      ]),
    ]);
  });
}

function nameOf(templateId: string): HTMLElement {
  const name = make('span', '', templateId);
  void titleOfTemplate(templateId).then((title) => void (name.textContent = title));
  return name;
}
