import type { glassEasel } from '../glass';
import { defineBuiltin } from './define';
import { becomeField } from './forms';

/** slider. */
export function defineSlider(space: glassEasel.ComponentSpace): void {
  defineBuiltin(
    space,
    'slider',
    {
      min: 0,
      max: 100,
      step: 1,
      value: 0,
      disabled: false,
      color: '',
      selectedColor: '',
      activeColor: '#1aad19',
      backgroundColor: '#e9e9e9',
      blockSize: 28,
      blockColor: '#ffffff',
      showValue: false,
      name: '',
    },
    ({ host, get, put, tell }) => {
      const range = document.createElement('input');
      const label = document.createElement('span');
      range.type = 'range';
      host.append(range, label);
      const show = (): void => {
        for (const side of ['min', 'max', 'step'] as const) range[side] = String(get(side));
        range.value = String(get('value'));
        range.disabled = get('disabled') === true;
        range.style.accentColor = get<string>('selectedColor') || get<string>('activeColor');
        label.textContent = get('showValue') === true ? range.value : '';
      };
      range.addEventListener('input', (event) => {
        event.stopPropagation();
        put('value', Number(range.value));
        tell('changing', { value: Number(range.value) });
      });
      range.addEventListener('change', (event) => {
        event.stopPropagation();
        tell('change', { value: Number(range.value) });
      });
      becomeField(host, {
        name: () => get('name'),
        value: () => Number(range.value),
        reset: () => put('value', get('min')),
      });
      return {
        min: show,
        max: show,
        step: show,
        value: show,
        disabled: show,
        showValue: show,
        activeColor: show,
        selectedColor: show,
      };
    },
  );
}
