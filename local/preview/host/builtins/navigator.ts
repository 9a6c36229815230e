import type { glassEasel } from '../glass';
import { services } from '../services';
import { defineBuiltin } from './define';

/** navigator: a link between pages. */
export function defineNavigator(space: glassEasel.ComponentSpace): void {
  defineBuiltin(
    space,
    'navigator',
    {
      url: '',
      openType: 'navigate',
      delta: 1,
      target: 'self',
      hoverClass: 'navigator-hover',
      hoverStayTime: 600,
    },
    ({ host, get }) => {
      host.setAttribute('role', 'link');
      host.addEventListener('click', () => services.navigate(get('openType'), get('url'), get('delta')));
    },
  );
}
