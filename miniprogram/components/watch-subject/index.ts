import { open, routes } from '../../lib/routes';
import { knownMe } from '../../lib/session';

/** A line that makes what was searched for a subject that is watched; nothing in a library without these. */
Component({
  properties: {
    words: { type: String, value: '' },
    clc: { type: String, value: '' },
    language: { type: String, value: '' },
    kind: { type: String, value: '' },
  },
  data: { offered: false },
  lifetimes: {
    attached() {
      this.setData({ offered: knownMe()?.watchesSubjects === true });
    },
  },
  methods: {
    watch() {
      const { words, clc, language, kind } = this.data;
      open(routes.watchSubject({ words, clc, language, kind }));
    },
  },
});
