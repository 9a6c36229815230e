import { BUILTIN_TAGS } from '../../builtin-tags';
import type { glassEasel } from '../glass';
import { defineBasic } from './basic';
import { defineButton } from './button';
import { defineCanvas } from './canvas';
import { defineChoices } from './choices';
import { defineInputs } from './input';
import { defineMedia } from './media';
import { defineNavigator } from './navigator';
import { definePageMeta } from './page-meta';
import { definePickers } from './picker';
import { definePickerView } from './picker-view';
import { defineRichText } from './rich-text';
import { defineScrollView } from './scroll-view';
import { defineSlider } from './slider';
import { defineSwiper } from './swiper';

/** Defines every built-in tag and answers their names. */
export function defineBuiltins(space: glassEasel.ComponentSpace): Set<string> {
  for (const define of [
    defineBasic,
    defineButton,
    defineCanvas,
    defineInputs,
    defineChoices,
    defineNavigator,
    definePageMeta,
    definePickers,
    definePickerView,
    defineRichText,
    defineScrollView,
    defineSlider,
    defineSwiper,
    defineMedia,
  ]) {
    define(space);
  }
  const missing = BUILTIN_TAGS.filter((tag) => !space.getGlobalUsingComponent(tag));
  if (missing.length > 0) throw new Error(`built-in tags without a definition: ${missing.join(', ')}`);
  return new Set(BUILTIN_TAGS);
}
