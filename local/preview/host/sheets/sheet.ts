/** Puts something over the phone's screen; answers how to take it away. */
export function openSheet(className: string, content: HTMLElement[], onBackdrop?: () => void): () => void {
  const screen = document.querySelector('.phone-screen') as HTMLElement;
  const backdrop = document.createElement('div');
  backdrop.className = `sheet-backdrop ${className}`;
  const sheet = document.createElement('div');
  sheet.className = 'sheet';
  sheet.setAttribute('role', 'dialog');
  sheet.setAttribute('aria-modal', 'true');
  sheet.append(...content);
  backdrop.append(sheet);
  backdrop.addEventListener('click', (event) => {
    if (event.target === backdrop) onBackdrop?.();
  });
  screen.append(backdrop);
  return () => backdrop.remove();
}

/** A DOM element with a class, text and children. */
export function make(tag: string, className: string, text = '', children: Node[] = []): HTMLElement {
  const element = document.createElement(tag);
  if (className) element.className = className;
  if (text) element.textContent = text;
  element.append(...children);
  return element;
}

/** A button that does something once. */
export function button(className: string, text: string, act: () => void): HTMLButtonElement {
  const element = make('button', className, text) as HTMLButtonElement;
  element.type = 'button';
  element.addEventListener('click', act);
  return element;
}
