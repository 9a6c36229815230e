import { LocalDate } from './clock';
import { wxsSupport } from './wxs';

declare global {
  interface Window {
    __wxs: typeof wxsSupport;
    getRegExp: (pattern: string, flags?: string) => RegExp;
    getDate: (...parts: []) => Date;
  }
}

/** What WXS offers and JavaScript does not; `__wxsType` is how compiled WXS reads `value.constructor`. */
export function prepareTemplateLanguage(): void {
  window.__wxs = wxsSupport;
  window.getRegExp = (pattern, flags) => new RegExp(pattern, flags);
  window.getDate = (...parts) => new LocalDate(...parts);
  Object.defineProperty(Object.prototype, '__wxsType', {
    get(this: unknown) {
      return Object.prototype.toString.call(this).slice(8, -1);
    },
    set(this: object, value: unknown) {
      Object.defineProperty(this, '__wxsType', { value, writable: true, configurable: true });
    },
    configurable: true,
  });
}
